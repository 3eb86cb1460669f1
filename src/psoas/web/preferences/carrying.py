"""Everything out as files, everything back from one, everything gone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.exchange.archive import write_archive
from psoas.exchange.calendar import write_ics
from psoas.exchange.check import check
from psoas.exchange.documents import read_document
from psoas.exchange.json_text import MAX_BYTES
from psoas.exchange.tables import write_csv
from psoas.records import actions, erasure, queries
from psoas.vocabulary.errors import BadInput
from psoas.web import clock
from psoas.web.fields import sent
from psoas.web.plan import situation
from psoas.web.preferences.forms import DeleteForm, ImportForm

CLEAR = '"cache", "cookies", "storage"'
"""What the browser is told to forget. Service workers and their caches belong to storage."""


@require_safe
def export(_request: HttpRequest, form: str) -> HttpResponse:
    """One file: json holds everything (of very many plans the latest), csv the diary, ics the plan's calendar."""
    record = queries.current_plan()
    if form == "json":
        return _file(write_archive(queries.everything()), "psoas.json", "application/json")
    if form == "csv":
        return _file(write_csv(queries.diary()), "psoas-diary.csv", "text/csv; charset=utf-8")
    if form == "ics" and record is not None:
        return _file(write_ics(record.plan, catalogue=journey.catalogue()), "psoas-plan.ics", "text/calendar; charset=utf-8")
    raise Http404


def bring(request: HttpRequest) -> HttpResponse:
    """What was exported elsewhere becomes part of the records here."""
    form = ImportForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            brought = read_document(form.cleaned_data["file"].read(MAX_BYTES + 1), "export")
            check(brought, today=clock.today())
            actions.take_over(brought=brought, on=clock.today())
        except BadInput as bad:
            form.add_error("file", _("This file cannot be read: %(line)s") % {"line": bad})
        else:
            messages.success(request, _("Everything in the file is here now."), extra_tags="go")
            return redirect("preferences:show")
    return render(request, "preferences/import.html", {"form": form}, status=422 if form.is_bound else 200)


def delete(request: HttpRequest) -> HttpResponse:
    """Rows, free pages, write-ahead log; and the browser is told to forget."""
    form = DeleteForm(sent(request))
    if request.method == "POST" and form.is_valid():
        situation.forget()
        try:
            erasure.delete_everything()
        except erasure.NotErased as left:
            form.add_error("sure", str(left))
            return render(request, "preferences/delete.html", {"form": form}, status=409)
        answer = redirect("preferences:deleted")
        answer.headers["Clear-Site-Data"] = CLEAR
        return answer
    return render(request, "preferences/delete.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    """Nothing is left."""
    return render(request, "preferences/deleted.html")


def _file(text: str, name: str, kind: str) -> HttpResponse:
    return HttpResponse(text, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
