"""Short pages that are asked together: one screen, one *Go on*. Each is still kept, and changed later, as its own page.

about   you, pain, health      what screening needs of everybody
plan    floor, time, days, sitting, have
"""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from psoas.web.fields import PageForm
from psoas.web.intake.forms import content_of, form_for
from psoas.web.intake.route import ABOUT, QUESTIONS, Parts

TOGETHER: Mapping[str, tuple[str, ...]] = {"about": ABOUT, "plan": QUESTIONS}
SET_APART = ("sitting",)
"""Both this page and the training days ask for `days`."""
OFFERED: Mapping[str, Mapping[str, Any]] = {
    "time": {"minutes": "15"},
    "days": {"days": ["mon", "wed", "fri"]},
    "sitting": {"days": "weekdays"},
    "have": {"equipment": ["chair", "wall", "bed"]},
}
"""Ticked to begin with, in sight, and changed with a tap: what most people say. Nothing that bears on safety is among it."""


def screen_of(page: str, parts: Parts) -> str | None:
    """The screen that asks for this page, as long as none of its pages has been answered."""
    return next((name for name, pages in TOGETHER.items() if page in pages and not any(one in parts for one in pages)), None)


def forms_of(screen: str, data: QueryDict | None, parts: Parts) -> dict[str, PageForm]:
    """The forms of a screen, in order."""
    return {
        page: form_for(page, data, kept=parts.get(page, OFFERED.get(page)), prefix=page if page in SET_APART else None)
        for page in TOGETHER[screen]
    }


def contents_of(forms: Mapping[str, PageForm]) -> dict[str, dict[str, Any]] | None:
    """What each page keeps; None while one of them has something to say."""
    answered = [form.is_valid() for form in forms.values()]
    return {page: content_of(form) for page, form in forms.items()} if all(answered) else None
