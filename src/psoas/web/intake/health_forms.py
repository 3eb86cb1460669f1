"""The short pages that follow from what was ticked under health: an operation, pregnancy and birth, falls."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from psoas.web import clock, words
from psoas.web.fields import YES_NO_UNKNOWN, DayField, Many, One, PageForm, Whole


class OperationForm(PageForm):
    """When, where, and whether somebody has said that ordinary exercise is fine. A year is enough; so is `I don't know`."""

    side = One([("left", _("Left")), ("right", _("Right")), ("both", _("Both"))], label=_("Which side?"), layout="inline")
    levels = Many(
        words.LEVELS.items(),
        required=False,
        label=_("Which levels of the spine?"),
        layout="inline",
        help_text=_("As far as you know."),
    )
    year = Whole(
        low=1900,
        high=2100,
        required=False,
        label=_("In which year?"),
        says=_("A year in four digits, such as 2019."),
        help_text=_("Leave it empty if you don’t know."),
    )
    day = DayField(
        required=False,
        label=_("If it was within the last year: on which day?"),
        help_text=_("Without a day we count from the last day of that year, to be on the safe side."),
    )
    cleared = One(
        [
            ("discharged", _("It is more than 12 months ago, and I am back to ordinary life")),
            ("cleared", _("My surgeon or physiotherapist has said that ordinary exercise is fine")),
            ("no", _("Not yet")),
            ("unknown", _("I don’t know")),
        ],
        label=_("Has anybody cleared you for ordinary exercise?"),
    )
    cleared_on = DayField(required=False, label=_("When was that?"), help_text=_("If you were cleared. A rough day is fine."))
    limits_lifted_on = DayField(
        required=False, label=_("If your surgeon has lifted the hip precautions: when?"), help_text=_("Leave it empty if not.")
    )

    def __init__(self, *args: Any, what: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.what = what
        if what not in words.SIDED_OPERATIONS:
            del self.fields["side"]
        if what not in words.SPINE_OPERATIONS:
            del self.fields["levels"]
        if what != "hip-replacement":
            del self.fields["limits_lifted_on"]

    def clean(self) -> dict[str, Any]:
        said, today = self.cleaned_data, clock.today()
        for field in ("day", "cleared_on", "limits_lifted_on"):
            if said.get(field) and said[field] > today:
                self.add_error(field, _("A day that has been, not one to come."))
        if said.get("year") and said["year"] > today.year:
            self.add_error("year", _("A year that has been, not one to come."))
        if said.get("year") and said.get("day") and said["day"].year != said["year"]:
            self.add_error("day", _("This day is not in the year above. One of the two needs another look."))
        if said.get("cleared") == "cleared" and "cleared_on" in said and not said["cleared_on"]:
            self.add_error("cleared_on", _("Give the day you were cleared; a rough day is fine."))
        return said


class PregnancyForm(PageForm):
    state = One(
        [
            ("pregnant", _("I am pregnant")),
            ("birth", _("I gave birth within the last 12 weeks")),
            ("neither", _("Neither after all")),
        ],
        label=_("Which is it?"),
    )
    weeks = Whole(low=1, high=42, required=False, label=_("If pregnant: how many weeks?"), says=_("A week from 1 to 42."))
    girdle = One(
        YES_NO_UNKNOWN,
        required=False,
        label=_("If pregnant: is there pain at the front or back of the pelvis?"),
        layout="inline",
    )
    birth_on = DayField(required=False, label=_("If you gave birth: on which day?"))

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("state") == "pregnant" and "weeks" in said and not said["weeks"]:
            self.add_error("weeks", _("A week from 1 to 42."))
        if said.get("state") == "birth" and "birth_on" in said and not said["birth_on"]:
            self.add_error("birth_on", _("The day of the birth; a rough day is fine."))
        if said.get("birth_on") and said["birth_on"] > clock.today():
            self.add_error("birth_on", _("A day that has been, not one to come."))
        return said


MINUTES_ON_FOOT = [
    ("0", _("Not at all")),
    ("2", _("2 minutes")),
    ("5", _("5 minutes")),
    ("10", _("10 minutes")),
    ("20", _("20 minutes")),
    ("30", _("30 minutes or more")),
]


class MovingForm(PageForm):
    """Standing and walking, for those to whom they are hard: what they cannot do is left out, and walks begin at their own."""

    stands = One(
        [("alone", _("Yes")), ("with-support", _("Yes, holding on to something")), ("no", _("No"))],
        label=_("Can you stand for a minute?"),
    )
    aid = One(
        [
            ("none", _("Nothing")),
            ("stick", _("A stick")),
            ("frame", _("A frame or rollator")),
            ("wheelchair", _("A wheelchair")),
        ],
        label=_("What do you use to get about?"),
        layout="two",
    )
    walks = One(MINUTES_ON_FOOT, label=_("How long do you walk without a rest?"), layout="two")


class FallsForm(PageForm):
    count = One(
        [("0", _("None")), ("1", _("One")), ("2", _("Two")), ("3", _("Three or more"))],
        label=_("How many falls in the last 12 months?"),
        layout="inline",
    )
    unsteady = One(YES_NO_UNKNOWN, label=_("Do you feel unsteady when standing or walking?"), layout="inline")
    worried = One(YES_NO_UNKNOWN, label=_("Do you worry about falling?"), layout="inline")
