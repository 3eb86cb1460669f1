"""The form of a pause: why, and the first day back."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from psoas.diary.pause import MOST
from psoas.web.fields import DayField, One, PageForm

WHY = [("illness", _("I am ill")), ("holiday", _("A holiday or a journey")), ("other", _("Something else"))]


class PauseForm(PageForm):
    why = One(WHY, label=_("What for?"))
    until = DayField(label=_("First day back"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        first, last = today + timedelta(days=1), today + MOST
        self.fields["until"].widget.attrs |= {"min": first.isoformat(), "max": last.isoformat()}

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if not self.today < until <= self.today + MOST:
            raise forms.ValidationError(_("A day after today, at most half a year ahead."))
        return until
