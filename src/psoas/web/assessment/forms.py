"""Forms for findings. Each side stands for itself; what was not tried stays empty."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from psoas.assessment.examination import Measurement, Score, TestFinding
from psoas.assessment.instrument import BOUNDS
from psoas.assessment.protocol import PROTOCOLS, devices_for
from psoas.catalogue.entries import Test
from psoas.vocabulary.body import Side
from psoas.vocabulary.language import decimal
from psoas.web import words
from psoas.web.fields import MARKS_OR_NONE, One, PageForm, Quiet, Scale

SIDES: dict[str, tuple[Side, ...]] = {"each": ("left", "right"), "both": ("both",)}
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
EITHER = re.compile(r"(?<![\d.,])\d{2,3},\d{2,3}(?![\d.,])")
"""Two readings with a comma between, or one with a decimal comma: nobody reads half a degree to two places, but who knows."""
ACTIVITY = "own-activities:"
TOTALS = {
    "rmdq": _("Roland-Morris, 0–24"),
    "odi": _("Oswestry, 0–100"),
    "promis-pain-interference": _("PROMIS pain interference, T-score"),
    "start-back": _("STarT Back, 0–9"),
    "hoos-pain": _("HOOS pain, 0–100"),
    "hoos-ps": _("HOOS-PS, 0–100"),
    "hoos-jr": _("HOOS-JR, 0–100"),
    "tsk-11": _("TSK-11, 11–44"),
}


class FindingForm(PageForm):
    """What was found on each side of a self-test."""

    def __init__(self, test: Test, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.test = test
        choices = [(result.finding, result.says) for result in test.results]
        for side in SIDES[test.sides]:
            label = words.SIDES_LONG[side]
            self.fields[f"finding-{side}"] = One(choices, required=False, label=label)
            self.fields[f"pain-{side}"] = Quiet(MARKS_OR_NONE, label=_("Pain during it, 0–10"))

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.findings():
            raise forms.ValidationError(_("Choose what you found on at least one side."))
        return self.cleaned_data

    def findings(self) -> list[TestFinding]:
        """A finding for each side that was tried."""
        said = self.cleaned_data
        return [
            TestFinding(test=self.test.id, side=side, finding=said[f"finding-{side}"], pain=_mark(said[f"pain-{side}"]))
            for side in SIDES[self.test.sides]
            if said.get(f"finding-{side}")
        ]


class MeasureForm(PageForm):
    """Up to three readings of each side, with position and device."""

    def __init__(self, test: Test, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if test.measure is None:
            raise ValueError(f"{test.id} measures nothing")
        self.test, self.measure = test, test.measure
        self.protocol = PROTOCOLS[test.measure]
        for side in SIDES[test.sides]:
            self.fields[f"values-{side}"] = forms.CharField(
                required=False,
                max_length=80,
                label=words.SIDES_LONG[side],
                help_text=_("One to three readings in %(unit)s, with a space between.")
                % {"unit": words.UNITS[self.protocol.unit]},
                error_messages={"max_length": _("Up to three numbers.")},
            )
        if self.protocol.unit == "deg":
            devices = devices_for("deg") - {"mocap"}
            self.fields["position"] = One(words.POSITIONS.items(), label=_("In which position?"), layout="inline")
            self.fields["device"] = One(
                [(name, words.DEVICES[name]) for name in sorted(devices)], label=_("Read with"), layout="inline"
            )

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        for side in SIDES[self.test.sides]:
            self._read(said, f"values-{side}")
        if not self.errors and not any(said.get(f"values-{side}") for side in SIDES[self.test.sides]):
            raise forms.ValidationError(_("Type at least one reading."))
        return said

    def _read(self, said: dict[str, Any], field: str) -> None:
        text = said.get(field) or ""
        if (unclear := EITHER.search(text)) is not None:
            one, two = unclear[0].replace(",", "."), unclear[0].replace(",", " ")
            asks = _("Is “%(text)s” one reading or two? Write %(one)s for one, %(two)s for two.")
            self.add_error(field, asks % {"text": unclear[0], "one": one, "two": two})
            return
        values = [float(number.replace(",", ".")) for number in NUMBER.findall(text)]
        low, high = self.protocol.low, self.protocol.high
        whole = self.protocol.unit != "count" or all(value == int(value) for value in values)
        if (
            NUMBER.sub("", text).strip(" ;°s")
            or len(values) > 3
            or not whole
            or any(not low <= value <= high for value in values)
        ):
            limits = {"low": decimal(low), "high": decimal(high), "unit": words.UNITS[self.protocol.unit]}
            self.add_error(field, _("Up to three numbers from %(low)s to %(high)s (%(unit)s), such as 32 34 33.") % limits)
        said[field] = values

    def measurements(self) -> list[Measurement]:
        """A measurement for each side that was read."""
        said = self.cleaned_data
        return [
            Measurement(
                measure=self.measure,
                side=side,
                values=tuple(said[f"values-{side}"]),
                unit=self.protocol.unit,
                position=said.get("position") or None,
                device=said.get("device") or "timer",
            )
            for side in SIDES[self.test.sides]
            if said[f"values-{side}"]
        ]


class ActivitiesForm(PageForm):
    """Three things of one's own, each rated 0 (cannot) to 10 (as before)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in (1, 2, 3):
            self.fields[f"name-{number}"] = forms.CharField(
                required=False,
                max_length=80,
                label=_("Activity %(number)d") % {"number": number},
                error_messages={"max_length": _("At most 80 letters.")},
            )
            self.fields[f"mark-{number}"] = Scale(
                required=False, label=_("How well can you do it?"), low=_("0 not at all"), high=_("10 as before")
            )

    def pairs(self) -> Iterator[tuple[BoundField, BoundField]]:
        return ((self[f"name-{number}"], self[f"mark-{number}"]) for number in (1, 2, 3))

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        for number in (1, 2, 3):
            name, mark = said.get(f"name-{number}"), said.get(f"mark-{number}")
            if name and mark is None:
                self.add_error(f"mark-{number}", _("Choose a number from 0 to 10."))
            if mark is not None and not name:
                self.add_error(f"name-{number}", _("Say which activity this is."))
        if not self.errors and not self.scores():
            raise forms.ValidationError(_("Name at least one activity."))
        return said

    def scores(self) -> list[Score]:
        said = self.cleaned_data
        named = [(said.get(f"name-{number}"), said.get(f"mark-{number}")) for number in (1, 2, 3)]
        return [
            Score(instrument=f"{ACTIVITY} {name.strip()}", value=float(mark))
            for name, mark in named
            if name and mark is not None
        ]


class RatingsForm(PageForm):
    """Sleep and worry in our own words; totals of questionnaires filled in elsewhere, never their wording."""

    sleep = Scale(required=False, label=_("How well have you slept this week?"), low=_("0 badly"), high=_("10 well"))
    worry = Scale(
        required=False,
        label=_("How much has the pain worried you this week?"),
        low=_("0 not at all"),
        high=_("10 all the time"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in TOTALS.items():
            low, high = BOUNDS[name]
            says = _("A number from %(low)d to %(high)d.") % {"low": low, "high": high}
            self.fields[name] = forms.FloatField(
                required=False,
                min_value=low,
                max_value=high,
                label=label,
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), says),
            )

    def totals(self) -> Iterator[BoundField]:
        return (self[name] for name in TOTALS)

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.scores():
            raise forms.ValidationError(_("Nothing was filled in yet. One number is enough."))
        return self.cleaned_data

    def scores(self) -> list[Score]:
        said = self.cleaned_data
        return [Score(instrument=name, value=float(value)) for name, value in said.items() if value is not None]


def _mark(text: str) -> int | None:
    return int(text) if text else None
