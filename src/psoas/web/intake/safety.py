"""The safety pages: tick what applies or say that nothing does; each tick says since when, and doubt gets one plain question.

not ticked                                     no
ticked, new or worse                           yes
ticked, there for longer, nobody examined it   old
ticked, long-standing and known                known
ticked, not sure                               what the follow-up says: yes, no, or still unsure

A sixth page holds the further questions of those whom they concern.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from psoas.catalogue.rules import RedFlag
from psoas.web.fields import One, PageForm

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
TICK_OR_NONE = _("Tick what applies, or “None of these” at the end of the page.")


class SafetyForm(PageForm):
    """One page of safety questions. `none` is compulsory where nothing is ticked."""

    none = forms.BooleanField(required=False, label=_("None of these"))

    def __init__(self, flags: Iterable[RedFlag], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.flags = tuple(flags)
        for flag in self.flags:
            self.fields[f"tick-{flag.id}"] = forms.BooleanField(required=False, label=flag.asks)
            self.fields[f"since-{flag.id}"] = One(SINCE, required=False, label=_("Since when?"))
            self.fields[f"sure-{flag.id}"] = One(SURE, required=False, label=flag.follow_up)

    def questions(self) -> Iterator[tuple[RedFlag, BoundField, BoundField, BoundField]]:
        """Each question with its tick, its since-when and its follow-up."""
        for flag in self.flags:
            yield flag, self[f"tick-{flag.id}"], self[f"since-{flag.id}"], self[f"sure-{flag.id}"]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        ticked = [flag for flag in self.flags if said.get(f"tick-{flag.id}")]
        if said.get("none") and ticked:
            self.add_error("none", _("Some lines are ticked, and “None of these” too. Please keep one of the two."))
        if not said.get("none") and not ticked:
            self.add_error("none", TICK_OR_NONE)
        for flag in ticked:
            self._ask_further(flag)
        return said

    def _ask_further(self, flag: RedFlag) -> None:
        since = self.cleaned_data.get(f"since-{flag.id}")
        if not since:
            self.add_error(f"since-{flag.id}", _("Say since when, or that you are not sure."))
        elif since == "unsure" and not self.cleaned_data.get(f"sure-{flag.id}"):
            self.add_error(f"sure-{flag.id}", _("Answer this one question; “I still cannot tell” is an answer."))

    def answers(self) -> dict[str, str]:
        """An answer for every question of the page."""
        return {flag.id: self._answer(flag) for flag in self.flags}

    def _answer(self, flag: RedFlag) -> str:
        if not self.cleaned_data.get(f"tick-{flag.id}"):
            return "no"
        since = str(self.cleaned_data[f"since-{flag.id}"])
        return str(self.cleaned_data[f"sure-{flag.id}"]) if since == "unsure" else since


def initial_of(answers: Mapping[str, str]) -> dict[str, Any]:
    """What a page shows when somebody comes back to it."""
    initial: dict[str, Any] = {"none": bool(answers) and all(answer == "no" for answer in answers.values())}
    for question, answer in answers.items():
        if answer != "no":
            initial |= {f"tick-{question}": True, f"since-{question}": answer}
        if answer == "unsure":
            initial[f"sure-{question}"] = "unsure"
    return initial
