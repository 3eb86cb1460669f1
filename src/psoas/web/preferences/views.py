"""The settings page."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from psoas.exchange.archive import write_archive
from psoas.exchange.json_text import MAX_BYTES
from psoas.records import actions, backup, queries
from psoas.vocabulary.language import languages
from psoas.web.fields import sent
from psoas.web.language import speak
from psoas.web.pairing import Paired
from psoas.web.preferences.forms import ImportForm, SettingsForm


def show(request: HttpRequest) -> HttpResponse:
    """How it looks and sounds; and everything out, back or gone."""
    held = queries.preferences()
    form = SettingsForm(sent(request), initial=held)
    if request.method == "POST" and form.is_valid():
        for name, value in form.cleaned_data.items():
            if value != held[name] and (value or name == "country"):
                actions.keep_setting(name=name, value=value)
        if form.cleaned_data["language"] in languages():
            speak(form.cleaned_data["language"])
        messages.success(request, _("Saved."), extra_tags="go")
        return redirect("preferences:show")
    context = {
        "form": form,
        "import_form": ImportForm(),
        "planned": bool(queries.plan_versions()),
        "calendar": _calendar(request, held["calendar_token"]),
        "more_parts": _more_parts(),
        "phones": _phones(),
    }
    return render(request, "preferences/show.html", context, status=422 if form.is_bound else 200)


@require_POST
def unpair(request: HttpRequest) -> HttpResponse:
    """A phone that was let in is let in no more."""
    Paired(settings.DATA).unpair(request.POST.get("device", ""))
    messages.success(request, _("That device is no longer paired."), extra_tags="go")
    return redirect("preferences:show")


def _calendar(request: HttpRequest, token: str) -> dict[str, object]:
    """The address that a calendar program can ask; empty while there is none."""
    made = request.build_absolute_uri(reverse("subscribe", kwargs={"token": token})) if token else ""
    return {"possible": settings.HAS_SERVER, "address": made}


def _more_parts() -> range:
    """The numbers of the further files, where one may not hold everything; most people have none."""
    parts = len(write_archive(backup.everything())) if 2 * backup.size() > MAX_BYTES else 1
    return range(2, parts + 1)


def _phones() -> dict[str, object]:
    """The paired devices, and the fingerprint that they see."""
    return {"devices": Paired(settings.DATA).devices(), "fingerprint": settings.PHONE_FINGERPRINT}
