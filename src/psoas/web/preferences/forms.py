"""The settings a person can choose."""

from django import forms
from django.utils.translation import gettext_lazy as _

from psoas.web.emergency import COUNTRIES
from psoas.web.fields import One, PageForm


class SettingsForm(PageForm):
    text_size = One(
        [("normal", _("Normal")), ("large", _("Large")), ("larger", _("Very large"))], label=_("Text size"), layout="inline"
    )
    theme = One(
        [("auto", _("As the device")), ("light", _("Light")), ("dark", _("Dark"))], label=_("Light or dark"), layout="inline"
    )
    sound = One([("on", _("On")), ("off", _("Off"))], label=_("Sounds in the session"), layout="inline")
    speech = One([("on", _("On")), ("off", _("Off"))], label=_("Spoken lines in the session"), layout="inline")
    country = forms.ChoiceField(
        choices=[("", _("Suggested by the browser")), *COUNTRIES], required=False, label=_("Country of the emergency number")
    )


class DeleteForm(PageForm):
    sure = forms.BooleanField(
        label=_("Yes, delete everything for good"),
        error_messages={"required": _("Tick the line above the button, so that this cannot happen by mistake.")},
    )


class ImportForm(PageForm):
    file = forms.FileField(
        label=_("The file you saved from Psoas (JSON)"),
        error_messages={
            "required": _("Choose the file first."),
            "invalid": _("Choose the file first."),
            "missing": _("Choose the file first."),
            "empty": _("This file is empty. Choose the one that Psoas saved."),
        },
    )
