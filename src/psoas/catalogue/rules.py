"""The entries that decide safety: questions that stop or limit, and conditions that close movements."""

from typing import Annotated, Literal

from annotated_types import Len

from psoas.catalogue.demands import Forbid
from psoas.catalogue.entries import Text
from psoas.vocabulary.evidence import Status
from psoas.vocabulary.value import value

Urgency = Literal["none", "routine", "within-two-weeks", "same-day", "emergency"]
Scope = Literal["full", "limited", "restricted", "none"]


@value
class Escalation:
    """A circumstance that raises a question's urgency or scope. All fields given must hold; in a list one is enough."""

    age_from: int | None = None
    conditions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    """Other safety questions whose answer counts as yes."""
    surgery_within_days: int | None = None
    surgeries: tuple[str, ...] = ()
    """Which operations are meant; empty: any. Read together with `surgery_within_days`."""
    urgency: Urgency
    scope: Scope
    limits: tuple[str, ...] = ()
    """Condition rows that apply as well."""
    says: Text
    source: str
    status: Status


@value
class RedFlag:
    """One safety question: what is asked, on which of the five pages, and what a yes means."""

    id: str
    page: Literal[1, 2, 3, 4, 5]
    asks: Text
    follow_up: Text
    """The one plain question that pages put to somebody who is unsure, so put that yes means the sign is there."""
    urgency: Urgency
    scope: Scope
    escalations: tuple[Escalation, ...] = ()
    says: Text
    """The reason, in words fit for the person, with what to do next."""
    known_says: Text
    known_conditions: tuple[str, ...] = ()
    """Condition rows whose limits apply when the answer is `known` (and so also when it counts as yes)."""
    source: str
    status: Status


@value
class LimitRow:
    """One thing a condition closes: a forbidden demand, or named exercises. `opens` are the named exceptions."""

    forbid: Forbid | None = None
    closes: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    says: Text
    source: str
    status: Status


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
