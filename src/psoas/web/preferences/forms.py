"""The settings a person can choose."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from psoas.exchange.json_text import MAX_BYTES
from psoas.exchange.passphrase import is_sealed, unseal
from psoas.web.emergency import countries
from psoas.web.fields import One, PageForm
from psoas.web.language import AS_THE_BROWSER, offered


def _countries() -> list[tuple[str, Any]]:
    """Asked for each time, in the language of the page."""
    return [("", _("Suggested by the browser")), *countries()]


class SettingsForm(PageForm):
    language = forms.ChoiceField(required=False, label=_("Language"))
    text_size = One(
        [("normal", _("Normal")), ("large", _("Large")), ("larger", _("Very large"))], label=_("Text size"), layout="inline"
    )
    theme = One(
        [("auto", _("As the device")), ("light", _("Light")), ("dark", _("Dark"))], label=_("Light or dark"), layout="inline"
    )
    plain = One(
        [("off", _("Everything")), ("on", _("One button"))],
        required=False,
        label=_("What Today shows first"),
        layout="inline",
    )
    figure = One(
        [
            ("lean", _("Slim, short dark hair")),
            ("full", _("Older, fuller, grey hair in a bun")),
            ("broad", _("Older, broad, bald, white beard")),
        ],
        required=False,
        label=_("Who shows the movements"),
        layout="bodies",
    )
    sound = One([("on", _("On")), ("off", _("Off"))], label=_("Sounds in the session"), layout="inline")
    flash = One(
        [("on", _("On")), ("off", _("Off"))], required=False, label=_("A flash of the screen at each change"), layout="inline"
    )
    vibration = One([("on", _("On")), ("off", _("Off"))], required=False, label=_("Vibration in the session"), layout="inline")
    speech = One([("on", _("On")), ("off", _("Off"))], label=_("Spoken lines in the session"), layout="inline")
    pace = One(
        [("slow", _("Slow")), ("usual", _("Usual")), ("quick", _("Quick"))],
        required=False,
        label=_("Pace of the voice"),
        layout="inline",
    )
    loudness = One(
        [("soft", _("Soft")), ("usual", _("Usual")), ("loud", _("Loud"))],
        required=False,
        label=_("Loudness of voice and sounds"),
        layout="inline",
    )
    offline = One(
        [("on", _("On")), ("off", _("Off"))],
        required=False,
        label=_("Keep today’s page and sessions in this browser, for use without a network"),
        layout="inline",
    )
    calendar_breaks = One(
        [("off", _("Leave them out")), ("on", _("Show them"))],
        required=False,
        label=_("One-minute breaks in the calendar"),
        layout="inline",
    )
    calendar_sitting = One(
        [("off", _("Never")), ("on", _("They may"))],
        required=False,
        label=_("Sessions in the calendar while you sit"),
        layout="inline",
    )
    country = forms.ChoiceField(choices=_countries, required=False, label=_("Country of the emergency number"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        names = [(language.code, language.name) for language in offered()]
        self.fields["language"].choices = [(AS_THE_BROWSER, _("As the browser")), *names]  # type: ignore[attr-defined]  # of a choice field


class DeleteForm(PageForm):
    sure = forms.BooleanField(
        label=_("Yes, delete everything for good"),
        error_messages={"required": _("Tick the line above the button, so that this cannot happen by mistake.")},
    )


class FileField(forms.FileField):
    """A file that must be chosen; each way in which none came says what to do."""

    def __init__(self, **kwargs: Any) -> None:
        choose = _("Choose the file first.")
        empty = _("This file is empty.")
        errors = {"required": choose, "invalid": choose, "missing": choose, "empty": empty}
        super().__init__(**{"error_messages": errors, **kwargs})


class ImportForm(PageForm):
    """A file; or its content, when it was shown once and is sent again to be taken in."""

    content = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    file = forms.FileField(
        required=False,
        label=_("The file you saved from Psoas (JSON)"),
        error_messages={
            "required": _("Choose the file first."),
            "invalid": _("Choose the file first."),
            "missing": _("Choose the file first."),
            "empty": _("This file is empty. Choose the one that Psoas saved."),
        },
    )

    passphrase = forms.CharField(
        required=False,
        strip=False,
        max_length=1000,
        label=_("Its passphrase, if it was saved with one"),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not self.errors and not said.get("file") and not said.get("content"):
            self.add_error("file", self.fields["file"].error_messages["required"])
        return said

    def text(self) -> bytes:
        """What the file holds, opened; a little more than may be read, so that reading can refuse it. BadInput where its
        passphrase is another one."""
        if self.cleaned_data.get("file"):
            content = bytes(self.cleaned_data["file"].read(MAX_BYTES + 1))
            return unseal(content, self.cleaned_data["passphrase"]) if is_sealed(content) else content
        return str(self.cleaned_data["content"]).encode()
