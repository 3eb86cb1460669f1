"""Form fields with a face: each says which component draws it. Texts are plain; a missing answer stays missing, never zero."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from psoas.exchange.json_text import unfit
from psoas.vocabulary.scales import MARKS

Words = Any
"""Text, or text that is translated when it is shown (a lazy string, whose type Django keeps to itself)."""
Pairs = Iterable[tuple[str, Words]]
NUMBER_ERRORS = {"invalid_choice": _("Choose a number from 0 to 10.")}
YES_NO = [("yes", _("Yes")), ("no", _("No"))]
YES_NO_UNKNOWN = [*YES_NO, ("unknown", _("I don’t know"))]
NONE_OF_THESE = _("None of these")
A_DAY = _("A day, such as 2026-03-14.")


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent; None when the page is only looked at. An empty form that was sent is still sent.

    Browsers send a line break as two characters and count it as one; so does every limit here.
    """
    if request.method != "POST":
        return None
    said = request.POST.copy()
    for name, told in request.POST.lists():
        said.setlist(name, [text.replace("\r\n", "\n") for text in told])
    return said


def _refuse_control(text: str) -> None:
    """Also in what a script sends to a form."""
    if unfit(text):
        raise forms.ValidationError(_("Text without control characters, please."))


class PageForm(forms.Form):
    """A form that a page shows field by field, each with its component."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                field.validators = [*field.validators, _refuse_control]

    def rows(self) -> Iterator[BoundField]:
        """The fields to draw, in order."""
        return iter(self.visible_fields())


class Scale(forms.TypedChoiceField):
    """0 to 10 in one tap."""

    component = "components/scale.html"

    def __init__(self, *, low: Words = "", high: Words = "", **kwargs: Any) -> None:
        self.low, self.high = low, high
        kwargs.setdefault("error_messages", {"required": _("Choose a number from 0 to 10."), **NUMBER_ERRORS})
        super().__init__(
            choices=[(str(mark), str(mark)) for mark in MARKS],
            coerce=int,
            empty_value=None,
            widget=forms.RadioSelect,
            **kwargs,
        )


class One(forms.ChoiceField):
    """One of a few, as large lines."""

    component = "components/choices.html"

    def __init__(self, choices: Pairs, *, layout: str = "", **kwargs: Any) -> None:
        self.layout = layout
        kwargs.setdefault(
            "error_messages", {"required": _("Choose one of these."), "invalid_choice": _("Choose one of these.")}
        )
        super().__init__(choices=choices, widget=forms.RadioSelect, **kwargs)


class Many(forms.MultipleChoiceField):
    """Any of several, as large lines."""

    component = "components/choices.html"

    def __init__(self, choices: Pairs, *, layout: str = "", **kwargs: Any) -> None:
        self.layout = layout
        kwargs.setdefault(
            "error_messages", {"required": _("Tick at least one line."), "invalid_choice": _("Choose among these lines.")}
        )
        super().__init__(choices=choices, widget=forms.CheckboxSelectMultiple, **kwargs)


class ManyOrNone(Many):
    """Any of several, or the line that says none: one of the two must be ticked, so that nothing is passed over."""

    NONE = "none"

    def __init__(self, choices: Pairs, *, none: Words = NONE_OF_THESE, **kwargs: Any) -> None:
        message = _("Tick what applies, or “None of these”.")
        errors = {
            "required": message,
            "invalid_choice": message,
            "both": _("Either the lines that apply, or “None of these”."),
        }
        super().__init__([*choices, (self.NONE, none)], error_messages=errors, **kwargs)

    def clean(self, value: Any) -> list[str]:
        chosen: list[str] = super().clean(value)
        if self.NONE in chosen and len(chosen) > 1:
            raise forms.ValidationError(self.error_messages["both"], code="both")
        return [line for line in chosen if line != self.NONE]


class Whole(forms.IntegerField):
    """A whole number with one message for whatever is wrong with it."""

    def __init__(self, *, low: int, high: int, says: Words, **kwargs: Any) -> None:
        messages: dict[str, Any] = dict.fromkeys(("required", "invalid", "min_value", "max_value"), says)
        super().__init__(min_value=low, max_value=high, error_messages=messages, **kwargs)


class DayField(forms.DateField):
    """A calendar day."""

    def __init__(self, *, says: Words = A_DAY, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date", "class": "short"}, format="%Y-%m-%d")
        super().__init__(
            widget=widget, input_formats=["%Y-%m-%d"], error_messages={"required": says, "invalid": says}, **kwargs
        )


class LongText(forms.CharField):
    """Some lines in the person's own words."""

    def __init__(self, *, most: int, lines: int = 3, **kwargs: Any) -> None:
        says = {"max_length": format_lazy(_("At most {most} letters."), most=most)}
        super().__init__(max_length=most, widget=forms.Textarea(attrs={"rows": lines}), error_messages=says, **kwargs)


MARKS_OR_NONE = [("", "–"), *((str(mark), str(mark)) for mark in MARKS)]


class Quiet(forms.ChoiceField):
    """One of a few in a small list, for what is folded."""

    def __init__(self, choices: Iterable[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(choices=list(choices), required=False, **kwargs)
