"""The entries that decide safety: questions that stop or limit, and conditions that close movements."""

from typing import Annotated, Literal

from annotated_types import Interval, Len

from psoas.catalogue.demands import Forbid, Limit
from psoas.catalogue.texts import Text
from psoas.vocabulary.body import Sex
from psoas.vocabulary.evidence import Status
from psoas.vocabulary.value import value

Urgency = Literal["none", "routine", "within-two-weeks", "same-day", "emergency"]
Scope = Literal["full", "limited", "restricted", "none"]


@value
class When:
    """Circumstances. All parts that are given must hold; in a list one is enough, but `without`, `said_no` and `free_of` hold
    for everything they name. Names under `conditions` and `without` are conditions or operations."""

    age_from: int | None = None
    age_below: int | None = None
    sex: tuple[Sex, ...] = ()
    pregnant_from_week: int | None = None
    conditions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    surgery_within_days: int | None = None
    surgeries: tuple[str, ...] = ()
    """Which operations are meant; empty: any. Read together with `surgery_within_days`."""
    said_yes: tuple[str, ...] = ()
    """Other safety questions whose answer counts as yes."""
    said_no: tuple[str, ...] = ()
    """Other safety questions that are answered no."""
    free_of: tuple[str, ...] = ()
    """Other safety questions whose answer does not count as yes: one that was never asked is no yes."""
    anything_but_no: tuple[str, ...] = ()
    """Other safety questions that are answered, and not with no."""


@value
class Verdict:
    """What a yes means under circumstances: an escalation raises the question's own meaning, an easing takes its place."""

    when: When
    even_old: bool = False
    """Of an easing: does it hold as well for a sign that has been there for long and that nobody has examined?"""
    urgency: Urgency
    scope: Scope
    limits: tuple[str, ...] = ()
    """Condition rows that apply as well."""
    says: Text
    source: str
    status: Status


@value
class RedFlag:
    """One safety question: what is asked, on which page, and what a yes means."""

    id: str
    name: Text
    """In a few words, for lists and for sentences that speak of it."""
    page: Literal[1, 2, 3, 4, 5, 6]
    """1 to 5: asked of everybody, 6: of those named in `asked`."""
    asks: Text
    signs: tuple[Text, ...] = ()
    """What a yes may be, one thing a line: pages show a tick for each."""
    signs_needed: Annotated[int, Interval(ge=1)] = 1
    follow_up: Text
    """The one plain question that pages put to somebody who is unsure, so put that yes means the sign is there."""
    urgency: Urgency
    scope: Scope
    limits: tuple[str, ...] = ()
    """Condition rows that apply when the answer counts as yes."""
    easings: tuple[Verdict, ...] = ()
    escalations: tuple[Verdict, ...] = ()
    says: Text
    """The reason, in words fit for the person, with what to do next."""
    known_says: Text
    known_conditions: tuple[str, ...] = ()
    """Condition rows whose limits apply when the answer is `known` (and so also when it counts as yes)."""
    known_until_seen: str | None = None
    """The condition row that restricts a `known` answer until a return is recorded; None: known is a limit or a note."""
    asked: tuple[When, ...] = ()
    """Of whom a further question is asked (one is enough); empty: of everybody. Without an answer it closes nothing."""
    source: str
    status: Status

    @property
    def in_full(self) -> str:
        """The question with its signs, in one line."""
        if not self.signs:
            return self.asks
        needed = "" if self.signs_needed == 1 else f"at least {self.signs_needed} of: "
        return f"{self.asks} ({needed}{'; '.join(self.signs)}.)"


@value
class LimitRow:
    """One thing a condition closes: a forbidden demand, or named exercises. `opens` are the named exceptions."""

    forbid: Forbid | None = None
    closes: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    says: Text
    source: str
    status: Status

    def asked_by(self, name: str) -> Limit:
        """The limit as it holds for a person, in the name of who or what asks for it."""
        return Limit(
            id=name,
            forbid=self.forbid,
            closes=self.closes,
            opens=self.opens,
            says=self.says,
            source=self.source,
            status=self.status,
        )


@value
class Condition:
    """A condition, operation, phase, combination, `avoid` item or circumstance, with all that it closes."""

    id: str
    group: Literal["condition", "operation", "phase", "combination", "avoid", "circumstance"]
    name: Text
    says: Text
    scope: Literal["full", "limited", "restricted"] = "limited"
    """What it makes of the scope when it closes at least one exercise. `restricted` holds whatever it closes; `full`: a wish
    or a circumstance that closes movements and says nothing about health."""
    like: tuple[str, ...] = ()
    """Rows whose limits hold here too, said in their words and kept under this row's id."""
    note: Text | None = None
    """A sentence shown with the plan even where nothing is closed."""
    limits: Annotated[tuple[LimitRow, ...], Len(0, 60)] = ()
    source: str
    status: Status
