"""What a clinician may ask, as a form: movements, doses, directions, positions, a stage, how much is open; who, and when."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from psoas import journey
from psoas.screening.clinician_limits import ClinicianLimits, Direction, DirectionLimit, DoseLimit
from psoas.web import clock, words
from psoas.web.fields import DayField, LongText, Many, One, PageForm, Whole

BACK = {
    "lumbar-flexion": _("Rounding the lower back"),
    "lumbar-extension": _("Arching the lower back"),
    "lumbar-rotation": _("Twisting the lower back"),
    "lumbar-side-bend": _("Bending to the side"),
    "hip-adduction": _("A leg across the midline"),
}
HIP: dict[Direction, Any] = {
    "hip-flexion": _("Hip bend (flexion), at most °"),
    "hip-extension": _("Leg back (extension), at most °"),
    "hip-internal-rotation": _("Turning in, at most °"),
    "hip-external-rotation": _("Turning out, at most °"),
    "hip-abduction": _("Leg out to the side, at most °"),
}
SCOPES = [
    ("", _("As it is")),
    ("limited", _("Limited: nothing beyond what is open now")),
    ("restricted", _("Gentle movements only: walking, breathing and the easiest")),
    ("none", _("No exercise for now")),
]
MOST_DEG = 150
DEGREES = _("Whole degrees, 0 to 150.")
AMOUNT = _("A whole number from 1, or nothing.")


def exercise_names(names: list[str]) -> list[tuple[str, str]]:
    return [(name, journey.catalogue().exercises[name].names.plain) for name in names]


class LimitsForm(PageForm):
    """One clinician's limits. Doses are rows of their own."""

    by = One(words.PROFESSIONS.items(), label=_("Who asked for it?"), layout="two")
    on = DayField(label=_("On which day?"))
    until = DayField(label=_("Until when, if they named a day?"), required=False)
    positions = Many(words.AVOID.items(), required=False, label=_("Positions to leave out"), layout="two")
    directions = Many(BACK.items(), required=False, label=_("Directions to leave out"), layout="two")
    scope = One(SCOPES, required=False, label=_("How much should be open at all?"))
    note = LongText(required=False, most=2000, label=_("Their words, if you want to keep them"))

    def __init__(self, *args: Any, planned: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [name for name in journey.catalogue().exercises if name not in planned]
        self.fields["planned"] = Many(
            exercise_names(planned), required=False, label=_("Movements of your plan to leave out"), layout="two"
        )
        self.fields["others"] = Many(exercise_names(others), required=False, label=_("Other movements to leave out"))
        for name, label in HIP.items():
            self.fields[name] = Whole(low=0, high=MOST_DEG, says=DEGREES, required=False, label=label)
        stages = [(row.id, row.name) for row in journey.catalogue().conditions.values() if row.group == "phase"]
        self.fields["stage"] = forms.ChoiceField(
            choices=[("", _("No stage was named")), *stages], required=False, label=_("As if still in this stage")
        )

    def signed(self) -> Iterator[BoundField]:
        """Who and when."""
        return (self[name] for name in ("by", "on", "until"))

    def angles(self) -> Iterator[BoundField]:
        return (self[name] for name in HIP)

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > clock.today():
            raise forms.ValidationError(_("A day that has been, not one to come."))
        return on

    def limits(self, doses: tuple[DoseLimit, ...]) -> ClinicianLimits:
        """What was asked; BadInput where that is nothing."""
        said = self.cleaned_data
        closed = [DirectionLimit(direction=name) for name in said["directions"]]
        angles = [DirectionLimit(direction=name, up_to_deg=said[name]) for name in HIP if said.get(name) is not None]
        return ClinicianLimits(
            by=said["by"],
            on=said["on"],
            until=said["until"],
            exercises=(*said["planned"], *said["others"]),
            doses=doses,
            directions=(*closed, *angles),
            positions=tuple(said["positions"]),
            stage=said["stage"] or None,
            scope=said["scope"] or None,
            note=said["note"].strip() or None,
        )


class DoseForm(PageForm):
    """At most this much of one movement."""

    exercise = forms.ChoiceField(required=False, label=_("Movement"))
    sets = Whole(low=1, high=20, says=AMOUNT, required=False, label=_("sets"))
    reps = Whole(low=1, high=100, says=AMOUNT, required=False, label=_("times"))
    hold_s = Whole(low=1, high=3600, says=AMOUNT, required=False, label=_("seconds held"))

    def __init__(self, *args: Any, planned: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [*planned, *(name for name in journey.catalogue().exercises if name not in planned)]
        self.fields["exercise"].choices = [("", "–"), *exercise_names(names)]  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        amounts = [said.get(name) for name in ("sets", "reps", "hold_s")]
        if said.get("exercise") and not any(amounts) and not self.errors:
            self.add_error("sets", _("At least one number."))
        if any(amounts) and not said.get("exercise"):
            self.add_error("exercise", _("Which movement?"))
        return said

    def limit(self) -> Iterator[DoseLimit]:
        """The limit, where one was filled in."""
        said = self.cleaned_data
        if said.get("exercise"):
            yield DoseLimit(exercise=said["exercise"], sets=said["sets"], reps=said["reps"], hold_s=said["hold_s"])


class LiftForm(PageForm):
    """Who lifted a limit, and when."""

    lifted_by = One(words.PROFESSIONS.items(), label=_("Who lifted it?"), layout="two")
    lifted_on = DayField(label=_("On which day?"))
