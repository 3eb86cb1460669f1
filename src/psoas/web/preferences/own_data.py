"""Everything out as files, everything back from them, everything gone.

A file that would replace what is in use is shown first, with what it would replace; one that only adds is taken in at once.
"""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from psoas.exchange.archive import write_archive
from psoas.exchange.diary_table import write_csv
from psoas.exchange.document_check import check
from psoas.exchange.documents import read_document
from psoas.exchange.export import Export
from psoas.records import backup, erasure
from psoas.records.restoration import Restore, Thing, compare, restore
from psoas.vocabulary.errors import BadInput
from psoas.web import clock, situation
from psoas.web.fields import sent
from psoas.web.preferences.calendar import calendar_text
from psoas.web.preferences.forms import DeleteForm, ImportForm

NAMES = {"answers": gettext_lazy("your answers"), "plan": gettext_lazy("your plan"), "settings": gettext_lazy("your settings")}
CLEAR = '"cache", "cookies", "storage"'
"""What the browser is told to forget. Service workers and their caches belong to storage."""


@require_safe
def export(_request: HttpRequest, form: str, part: int = 1) -> HttpResponse:
    """json holds everything, in further files what one cannot hold; csv the diary, ics the calendar, database the file itself.

    None but ics is kept back by a damaged row.
    """
    if form == "json":
        return _part(write_archive(backup.everything()), part)
    if form == "csv":
        return _file(write_csv(backup.everything().diary), "psoas-diary.csv", "text/csv; charset=utf-8")
    if form == "database":
        return _file(backup.database_copy(settings.DATA), "psoas-database.zip", "application/zip")
    if form == "ics" and (text := calendar_text()) is not None:
        return _file(text, "psoas-plan.ics", "text/calendar; charset=utf-8")
    raise Http404


def bring(request: HttpRequest) -> HttpResponse:
    """What was saved joins the records here."""
    form = ImportForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _bring(request, form.text())
        except BadInput as bad:
            form.add_error("file", _("This file cannot be read: %(line)s") % {"line": bad})
    return render(request, "preferences/import.html", {"form": form}, status=422 if form.is_bound else 200)


def _bring(request: HttpRequest, content: bytes) -> HttpResponse:
    """Taken in at once; shown first where it would replace what is in use and nobody has said yes to that."""
    today = clock.today()
    brought = read_document(content, Export)
    check(brought, today=today)
    found = compare(brought, today=today)
    if found.replaces and "sure" not in request.POST:
        context = {"found": found, "replaces": _names(found.replaces), "content": content.decode("utf-8-sig")}
        return render(request, "preferences/replacing.html", context)
    for line in _told(restore(brought, today=today)):
        messages.success(request, line, extra_tags="go")
    return redirect("preferences:show")


def _told(found: Restore) -> list[str]:
    """What the file changed here, what it did not, and why."""
    if not found.rows:
        return [_("Everything in the file was here already. Nothing changed.")]
    lines = [_("Everything in the file is here now.")]
    if found.same:
        lines.append(
            ngettext("%(n)d part was here already.", "%(n)d parts were here already.", found.same) % {"n": found.same}
        )
    if found.keeps:
        lines.append(_("Newer here, and so still in use: %(names)s.") % {"names": _names(found.keeps)})
    return lines


def _names(things: list[Thing]) -> str:
    return ", ".join(str(NAMES[thing]) for thing in things)


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


def _part(parts: tuple[str, ...], number: int) -> HttpResponse:
    """One file of the archive; its name says which of how many."""
    if not 1 <= number <= len(parts):
        raise Http404
    name = "psoas.json" if len(parts) == 1 else f"psoas-{number}-of-{len(parts)}.json"
    return _file(parts[number - 1], name, "application/json")


def _file(text: str | bytes, name: str, kind: str) -> HttpResponse:
    return HttpResponse(text, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
