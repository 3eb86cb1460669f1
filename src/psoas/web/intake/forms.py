"""The pages about you and the five questions, one form each. A form's cleaned content is kept as a part of the intake."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, get_args

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from psoas import journey
from psoas.screening.intake import ADULT, BreakRhythm, Condition
from psoas.vocabulary.dates import WEEKDAYS
from psoas.web import clock, words
from psoas.web.fields import YES_NO_UNKNOWN, DayField, LongText, Many, ManyOrNone, One, PageForm, Scale, Whole
from psoas.web.intake.health_forms import MINUTES_ON_FOOT, FallsForm, MovingForm, OperationForm, PregnancyForm


class YouForm(PageForm):
    born = Whole(
        low=1900,
        high=2100,
        label=_("Year of birth"),
        says=_("A year in four digits, such as 1956."),
    )
    sex = One(
        [("female", _("Female")), ("male", _("Male")), ("unstated", _("I’d rather not say"))],
        required=False,
        label=_("Sex"),
        help_text=_("Used for one thing: the ranges that your measurements are set beside."),
        layout="inline",
    )

    def clean_born(self) -> int:
        born: int = self.cleaned_data["born"]
        age = clock.today().year - born
        if age < 0 or age > 120:
            raise forms.ValidationError(_("A year in four digits, such as 1956."))
        if age < ADULT:
            raise forms.ValidationError(
                _("Psoas is for adults: its figures come from people of 18 and older. A children’s physiotherapist can help.")
            )
        return born


class PainForm(PageForm):
    now = Scale(label=_("Pain right now"))
    average_week = Scale(label=_("Pain on average, last week"))
    amount = Whole(
        low=0,
        high=1000,
        label=_("How long has it been going on?"),
        says=_("A whole number; 0 if there is no pain."),
    )
    unit = One(
        [("weeks", _("Weeks")), ("months", _("Months")), ("years", _("Years"))],
        label=_("Weeks, months or years?"),
        layout="inline",
    )
    seen = One(YES_NO_UNKNOWN, label=_("Has a clinician seen you about it?"), layout="inline")

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("unit") == "years" and said.get("amount", 0) > 100:
            self.add_error("amount", _("At most 100 years."))
        return said


class HealthForm(PageForm):
    ticked = ManyOrNone(
        [
            ("conditions", _("A known condition, such as osteoporosis, arthritis or heart trouble")),
            ("operations", _("An operation on back, hip, knee or belly, ever")),
            ("pregnancy", _("Pregnant, or a birth in the last 12 weeks")),
            ("moving", _("Walking or standing is hard")),
            ("falls", _("A fall in 12 months, unsteady, or worried about falling")),
        ],
        label=_("Which are true for you?"),
    )


def _conditions() -> list[tuple[str, str]]:
    rows = journey.catalogue().conditions
    return [(name, rows[name].name) for name in get_args(Condition)]


class ConditionsForm(PageForm):
    chosen = ManyOrNone(
        lazy(_conditions, list)(), label=_("Which conditions do you have?"), none=_("None in this list"), layout="two"
    )


class OperationsForm(PageForm):
    what = ManyOrNone(
        [(name, words.OPERATIONS[name]) for name in words.OPERATIONS],
        label=_("Which operations have you had?"),
        none=_("None of these after all"),
    )


class FloorForm(PageForm):
    floor = One(
        [
            ("alone", _("Yes, on my own")),
            ("with-help", _("Yes, with help")),
            ("no", _("No, or I’d rather not")),
        ],
        label=_("Can you get down to the floor and up again?"),
    )


class TimeForm(PageForm):
    minutes = One(
        [(str(minutes), str(minutes)) for minutes in (5, 10, 15, 20, 30, 45, 60)],
        label=_("Minutes a day"),
        help_text=_("Change it any day."),
        layout="inline",
    )


PAST, FAR = timedelta(days=31), timedelta(days=3 * 365)
"""A planned day may lie a month back, while nobody has told how it went."""


class DaysForm(PageForm):
    days = Many(
        [(day, words.WEEKDAY_NAMES[day]) for day in WEEKDAYS],
        label=_("Training days"),
        help_text=_("For strength; a short drill comes daily."),
        layout="days",
        error_messages={"required": _("Tick at least one day."), "invalid_choice": _("Tick days of the week.")},
    )


class SittingForm(PageForm):
    when = ManyOrNone(
        words.SITTING_WINDOWS.items(),
        label=_("When do you mostly sit?"),
        help_text=_("For one-minute breaks."),
        none=_("I hardly sit, or want no breaks"),
    )
    days = One(
        [("weekdays", _("Monday to Friday")), ("all", _("Every day"))],
        required=False,
        label=_("On which days?"),
        layout="inline",
    )

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("when") and not said.get("days"):
            self.add_error("days", _("Choose one of these."))
        return said


class HaveForm(PageForm):
    equipment = ManyOrNone(
        words.EQUIPMENT.items(),
        label=_("What do you have at hand?"),
        help_text=_("Nothing here needs to be bought. A sturdy chair and a wall go a long way."),
        layout="two",
    )


def _in_minutes(minutes: int) -> str:
    return gettext("%(minutes)d minutes") % {"minutes": minutes}


in_minutes = lazy(_in_minutes, str)
"""Said when it is shown, in the language of the page."""


class MoreForm(PageForm):
    avoid = ManyOrNone(
        words.AVOID.items(), label=_("Is there a position you’d rather leave out?"), none=_("None, all are fine"), layout="two"
    )
    walks = One(MINUTES_ON_FOOT, required=False, label=_("How long do you walk without a rest today?"), layout="inline")
    cardio = One(
        [(str(minutes), in_minutes(minutes)) for minutes in (0, 10, 20, 30, 45, 60)],
        required=False,
        label=_("How long would you like to walk or cycle on a day, beside the exercises?"),
        layout="inline",
    )
    every = One(
        [(str(minutes), in_minutes(minutes)) for minutes in get_args(BreakRhythm)],
        required=False,
        label=_("How often would you like a one-minute break while sitting?"),
        layout="inline",
    )
    worst_week = Scale(required=False, label=_("How bad was the pain at its worst in the last week?"))
    goals = LongText(
        required=False,
        most=400,
        label=_("What would you like to do again?"),
        help_text=_("In your words, one a line: “tie my shoes without pain”."),
    )


AHEAD = (*words.SPINE_OPERATIONS, *words.SIDED_OPERATIONS, "other")
"""Operations that a plan can prepare for, or must at least stop at."""


class AheadForm(PageForm):
    what = One(
        [("none", _("No, none is planned")), *((name, words.OPERATIONS[name]) for name in AHEAD)],
        label=_("Is an operation on back, hip, knee or leg planned?"),
    )
    side = One(
        [("left", _("Left")), ("right", _("Right")), ("both", _("Both"))],
        required=False,
        label=_("Hip or knee: which side?"),
        layout="inline",
    )
    on = DayField(required=False, label=_("On which day?"), help_text=_("Leave it empty while it is not known."))

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("what") in words.SIDED_OPERATIONS and not said.get("side"):
            self.add_error("side", _("Choose one of these."))
        on = said.get("on")
        if on is not None and not (clock.today() - PAST <= on <= clock.today() + FAR):
            self.add_error("on", _("A day of the coming three years."))
        return said


FORMS: Mapping[str, type[PageForm]] = {
    "you": YouForm,
    "pain": PainForm,
    "health": HealthForm,
    "conditions": ConditionsForm,
    "operations": OperationsForm,
    "pregnancy": PregnancyForm,
    "moving": MovingForm,
    "falls": FallsForm,
    "floor": FloorForm,
    "time": TimeForm,
    "days": DaysForm,
    "sitting": SittingForm,
    "have": HaveForm,
    "more": MoreForm,
    "ahead": AheadForm,
}


def form_for(page: str, data: Any = None, *, kept: Mapping[str, Any] | None = None, prefix: str | None = None) -> PageForm:
    """The form of a page: bound to what was sent, or showing what was kept. `prefix` sets it apart beside another form."""
    initial = _shown(kept or {})
    if page.startswith("operation-"):
        return OperationForm(data, initial=initial, what=page.removeprefix("operation-"))
    return FORMS[page](data, initial=initial, prefix=prefix)


def content_of(form: PageForm) -> dict[str, Any]:
    """What a valid form keeps, as plain JSON: days in ISO form, nothing for what was left empty."""
    kept = {name: value.isoformat() if isinstance(value, date) else value for name, value in form.cleaned_data.items()}
    return {name: value for name, value in kept.items() if value not in (None, "")}


def _shown(kept: Mapping[str, Any]) -> dict[str, Any]:
    """An empty list on record was the line that says none."""
    return {name: ["none"] if value == [] else value for name, value in kept.items()}
