"""The log's form. Everything may stay empty: empty is unknown, and zero is an answer."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from psoas.vocabulary.body import Side
from psoas.web import words
from psoas.web.fields import MARKS_OR_NONE, LongText, Many, PageForm, Quiet, Scale, Whole


class LogForm(PageForm):
    """A day's entry; for each movement of the day how it felt and how much it hurt."""

    before = Scale(required=False, label=_("Pain before moving"))
    during = Scale(required=False, label=_("Pain while moving, at its most"))
    after = Scale(required=False, label=_("Pain afterwards"))
    mobility = Scale(
        required=False, label=_("How freely do your hips and back move?"), low=_("0 not at all"), high=_("10 quite freely")
    )
    sleep = Scale(required=False, label=_("How did you sleep?"), low=_("0 badly"), high=_("10 well"))
    worry = Scale(
        required=False, label=_("How much do you worry about the pain?"), low=_("0 not at all"), high=_("10 all the time")
    )
    minutes_walked = Whole(
        low=0, high=1440, required=False, label=_("Minutes walked today"), says=_("A whole number of minutes, at most 1440.")
    )
    symptoms = Many(words.SYMPTOMS.items(), required=False, label=_("Did one of these happen?"))
    adverse_event = LongText(
        required=False, most=4000, lines=2, label=_("Did anything go wrong, such as a fall or an injury?")
    )
    note = LongText(required=False, most=4000, label=_("A note for yourself"))

    def __init__(self, movements: Iterable[tuple[str, Side]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.movements = tuple(movements)
        names = list(dict.fromkeys(exercise for exercise, _side in self.movements))
        self.fields["relief"] = Many([(name, name) for name in names], required=False, label=_("Which ones brought relief?"))
        for exercise, side in self.movements:
            self.fields[f"felt-{exercise}-{side}"] = Quiet([("", "–"), *words.FELT.items()], label=_("How did it feel?"))
            self.fields[f"pain-{exercise}-{side}"] = Quiet(MARKS_OR_NONE, label=_("Pain 0–10"))
            self.fields[f"effort-{exercise}-{side}"] = Quiet(MARKS_OR_NONE, label=_("Effort 0–10"))

    def movement_rows(self) -> Iterator[tuple[str, str, BoundField, BoundField, BoundField]]:
        """Each movement with its three small lists."""
        for exercise, side in self.movements:
            key = f"{exercise}-{side}"
            yield exercise, side, self[f"felt-{key}"], self[f"pain-{key}"], self[f"effort-{key}"]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not self.errors and all(value in (None, "", []) for value in said.values()):
            raise forms.ValidationError(_("Nothing was filled in yet. One number is enough."))
        return said
