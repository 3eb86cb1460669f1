"""The return after a stop: who saw you, when, and what they said."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from psoas.web import clock, words
from psoas.web.fields import DayField, Many, One, PageForm


class ReturnForm(PageForm):
    seen_on = DayField(label=_("On which day were you seen?"))
    by = One(words.PROFESSIONS.items(), label=_("By whom?"), layout="two")
    outcome = One(
        [
            ("fine", _("Fine to exercise")),
            ("limits", _("Fine to exercise, with limits")),
            ("not-yet", _("Not yet")),
        ],
        label=_("What did they say?"),
    )
    limits = Many(words.AVOID.items(), required=False, label=_("If with limits: what should be left out?"), layout="two")

    def clean_seen_on(self) -> Any:
        seen_on = self.cleaned_data["seen_on"]
        if seen_on > clock.today():
            raise forms.ValidationError(_("A day that has been, not one to come."))
        return seen_on

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("outcome") == "not-yet":
            self.add_error("outcome", _("Then exercise waits. Come back here when they say that it is fine."))
        if said.get("outcome") == "limits" and not said.get("limits"):
            self.add_error("limits", _("Tick what should be left out."))
        return said


def add_return(kept: Mapping[str, Any], answer: str, form: ReturnForm) -> dict[str, Any]:
    """All returns so far and this one."""
    said = form.cleaned_data
    back = {"answer": answer, "seen_on": said["seen_on"].isoformat(), "by": said["by"], "limits": said["limits"]}
    return {"returns": [*kept.get("returns", []), back]}
