"""The settings page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from psoas.records import actions, queries
from psoas.web.fields import sent
from psoas.web.preferences.forms import ImportForm, SettingsForm


def show(request: HttpRequest) -> HttpResponse:
    """How it looks and sounds; and everything out, back or gone."""
    held = queries.preferences()
    form = SettingsForm(sent(request), initial=held)
    if request.method == "POST" and form.is_valid():
        for name, value in form.cleaned_data.items():
            if value != held[name]:
                actions.keep_setting(name=name, value=value)
        messages.success(request, _("Saved."), extra_tags="go")
        return redirect("preferences:show")
    context = {"form": form, "import_form": ImportForm(), "planned": bool(queries.plan_versions())}
    return render(request, "preferences/show.html", context, status=422 if form.is_bound else 200)
