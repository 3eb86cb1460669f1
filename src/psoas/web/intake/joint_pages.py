"""Short pages that are asked together: one screen, one *Go on*. Each is still kept, and changed later, as its own page.

now     safety-1, safety-2               what may be an emergency: told at once, before anything else is asked
soon    safety-3, safety-4, safety-5     each group of questions with its own "None of these"
about   you, pain, health                what screening needs of everybody
plan    floor, time, days, sitting, have
"""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from psoas.screening.intake import Answer
from psoas.web.fields import PageForm
from psoas.web.intake.forms import content_of, form_for
from psoas.web.intake.route import ABOUT, QUESTIONS, SAFETY, Parts
from psoas.web.safety_form import SafetyForm, initial_of, questions_of

TOGETHER: Mapping[str, tuple[str, ...]] = {"now": SAFETY[:2], "soon": SAFETY[2:], "about": ABOUT, "plan": QUESTIONS}
SET_APART = (*SAFETY, "sitting")
"""Every safety page has its own `none`; both the hours of sitting and the training days ask for `days`."""
LATER: Mapping[str, tuple[str, ...]] = {"you": ("sex",)}
"""Not needed before a plan: it is asked where measurements are set beside ranges."""
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
    return {page: _form(page, data, parts) for page in TOGETHER[screen]}


def contents_of(forms: Mapping[str, PageForm]) -> dict[str, dict[str, Any]] | None:
    """What each page keeps; None while one of them has something to say."""
    answered = [form.is_valid() for form in forms.values()]
    return {page: _content(form) for page, form in forms.items()} if all(answered) else None


def answers_of(forms: Mapping[str, PageForm]) -> dict[str, Answer]:
    """The safety answers among them, question by question."""
    return {q: answer for form in forms.values() if isinstance(form, SafetyForm) for q, answer in form.answers().items()}


def _form(page: str, data: QueryDict | None, parts: Parts) -> PageForm:
    prefix = page if page in SET_APART else None
    if page in SAFETY:  # asked once more, "None of these" is said once more: no tick of last time says it for anybody
        said_before = initial_of(parts.get(page, {})) | {"none": False}
        return SafetyForm(questions_of(SAFETY.index(page) + 1), data, initial=said_before, prefix=prefix)
    form = form_for(page, data, kept=parts.get(page, OFFERED.get(page)), prefix=prefix)
    for name in LATER.get(page, ()):
        del form.fields[name]
    return form


def _content(form: PageForm) -> dict[str, Any]:
    return form.content() if isinstance(form, SafetyForm) else content_of(form)
