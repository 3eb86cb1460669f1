"""The safety pages: tick what applies or say that nothing does; each tick says since when, and doubt gets one plain question.

not ticked                                     no
ticked, new or worse                           yes
ticked, there for longer, nobody examined it   old
ticked, long-standing and known                known
ticked, not sure                               what the follow-up says: yes, no, or still unsure

A question with signs has a tick for each. Where one sign is not enough, the question itself is ticked first and opens them: as
many as it needs make it a yes. A sixth page holds the further questions of those whom they concern.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from psoas import journey
from psoas.catalogue.safety_rules import RedFlag
from psoas.screening.intake import Answer
from psoas.web.fields import Many, One, PageForm

PAGES = (1, 2, 3, 4, 5)
FURTHER = 6
"""The page of further questions: only for those whom some concern."""
SINCE = [
    ("yes", _("New, or getting worse (about the last two weeks)")),
    ("old", _("There for longer, and nobody has examined it")),
    ("known", _("Long-standing and unchanged, and a clinician knows")),
    ("unsure", _("I am not sure")),
]
SURE = [("yes", _("Yes")), ("no", _("No")), ("unsure", _("I still cannot tell"))]
TICK_OR_NONE = _("Tick what applies, or the last line, “None of these”.")


@dataclass(frozen=True)
class Asked:
    """One question on a page, field by field. `tick` answers it as a whole, `signs` line by line."""

    flag: RedFlag
    tick: BoundField
    signs: BoundField
    since: BoundField
    sure: BoundField

    @property
    def opens_signs(self) -> bool:
        """One sign is not enough: the question is ticked first, then those that fit."""
        return self.flag.signs_needed > 1

    @property
    def ticks_as_a_whole(self) -> bool:
        """One line is enough, or an answer given before names no sign."""
        return not self.flag.signs or (bool(self.tick.value()) and not self.signs.value())


def questions_of(number: int) -> tuple[RedFlag, ...]:
    """The questions of one page."""
    return tuple(flag for flag in journey.catalogue().red_flags.values() if flag.page == number)


class SafetyForm(PageForm):
    """One page of safety questions. `none` is compulsory where nothing is ticked."""

    none = forms.BooleanField(required=False, label=_("None of these"))

    def __init__(self, flags: Iterable[RedFlag], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.flags = tuple(flags)
        for flag in self.flags:
            self.fields[f"tick-{flag.id}"] = forms.BooleanField(required=False, label=flag.asks)
            which = flag.asks if flag.signs_needed == 1 else _("Which of these fit?")
            signs = [(str(number), sign) for number, sign in enumerate(flag.signs)]
            self.fields[f"signs-{flag.id}"] = Many(signs, required=False, label=which)
            self.fields[f"since-{flag.id}"] = One(SINCE, required=False, label=_("Since when?"))
            self.fields[f"sure-{flag.id}"] = One(SURE, required=False, label=flag.follow_up)

    def questions(self) -> Iterator[Asked]:
        """Each question with what is ticked and asked for it."""
        for flag in self.flags:
            yield Asked(
                flag=flag,
                tick=self[f"tick-{flag.id}"],
                signs=self[f"signs-{flag.id}"],
                since=self[f"since-{flag.id}"],
                sure=self[f"sure-{flag.id}"],
            )

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        ticked = [flag for flag in self.flags if self._is_ticked(flag)]
        touched = any(said.get(f"tick-{flag.id}") or said.get(f"signs-{flag.id}") for flag in self.flags)
        if said.get("none") and touched:
            self.add_error("none", _("Some lines are ticked, and “None of these” too. Please keep one of the two."))
        if not said.get("none") and not touched:
            self.add_error("none", TICK_OR_NONE)
        for flag in ticked:
            self._ask_further(flag)
        for flag in self.flags:
            if flag.signs_needed > 1 and said.get(f"tick-{flag.id}") and not said.get(f"signs-{flag.id}"):
                self.add_error(f"signs-{flag.id}", _("Tick those that fit. If none does, take away the tick above."))
        return said

    def _ask_further(self, flag: RedFlag) -> None:
        since = self.cleaned_data.get(f"since-{flag.id}")
        if not since:
            self.add_error(f"since-{flag.id}", _("Say since when, or that you are not sure."))
        elif since == "unsure" and not self.cleaned_data.get(f"sure-{flag.id}"):
            self.add_error(f"sure-{flag.id}", _("Answer this one question; “I still cannot tell” is an answer."))

    def _is_ticked(self, flag: RedFlag) -> bool:
        signs = self.cleaned_data.get(f"signs-{flag.id}") or []
        if signs or flag.signs_needed > 1:
            return len(signs) >= flag.signs_needed
        return bool(self.cleaned_data.get(f"tick-{flag.id}"))

    def signs(self) -> dict[str, list[str]]:
        """Which signs were ticked, so that a page that is opened again shows them."""
        return {flag.id: signs for flag in self.flags if (signs := self.cleaned_data.get(f"signs-{flag.id}"))}

    def answers(self) -> dict[str, Answer]:
        """An answer for every question of the page."""
        return {flag.id: self._answer(flag) for flag in self.flags}

    def content(self) -> dict[str, Any]:
        """What is kept of a page."""
        return {"answers": self.answers(), "signs": self.signs()}

    def _answer(self, flag: RedFlag) -> Answer:
        """What the fields offer are answers, and nothing else."""
        if not self._is_ticked(flag):
            return "no"
        since: Answer = self.cleaned_data[f"since-{flag.id}"]
        said: Answer = self.cleaned_data[f"sure-{flag.id}"] if since == "unsure" else since
        return said


def initial_of(kept: Mapping[str, Any]) -> dict[str, Any]:
    """What a page shows when somebody comes back to it."""
    answers, signs = kept.get("answers", {}), kept.get("signs", {})
    none = bool(answers) and not signs and all(answer == "no" for answer in answers.values())
    initial: dict[str, Any] = {"none": none}
    for question, ticked in signs.items():
        initial |= {f"signs-{question}": ticked, f"tick-{question}": True}
    for question, answer in answers.items():
        if answer != "no":
            initial |= {f"tick-{question}": True, f"since-{question}": answer}
        if answer == "unsure":
            initial[f"sure-{question}"] = "unsure"
    return initial
