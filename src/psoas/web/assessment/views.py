"""The pages of finding out: the list, one test, activities, ratings, and the picture they add up to."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.catalogue.entries import Test
from psoas.records import queries
from psoas.vocabulary.evidence import Reason
from psoas.web import clock
from psoas.web.assessment.examination_merging import keep_findings
from psoas.web.assessment.forms import ActivitiesForm, FindingForm, MeasureForm, RatingsForm
from psoas.web.card import sources_of
from psoas.web.fields import sent


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What there is to find out, and what is closed for this person."""
    closed = _closed()
    if closed is None:
        return redirect("intake:start")
    tests = journey.catalogue().tests.values()
    kept = queries.examinations()
    done = {found.test for found in kept[-1].tests} | {found.measure for found in kept[-1].measures} if kept else set()
    groups = (
        (_("Three self-tests"), [test for test in tests if test.measure is None]),
        (_("With a watch"), [test for test in tests if test.id.endswith("-test") and test.measure]),
        (_("With a phone’s level or a goniometer"), [test for test in tests if test.id.endswith("-measure")]),
    )
    return render(request, "assessment/show.html", {"groups": groups, "closed": closed, "done": done, "any": bool(kept)})


def test(request: HttpRequest, test: str) -> HttpResponse:
    """How to do one test, and where to put what was found."""
    card, closed = journey.catalogue().tests.get(test), _closed()
    if card is None:
        raise Http404
    if closed is None:
        return redirect("intake:start")
    form = _form(card, request)
    if request.method == "POST" and test not in closed and form.is_valid():
        _keep(form)
        messages.success(request, _("Saved."), extra_tags="go")
        return redirect("assessment:show")
    context = {"card": card, "form": form, "closed": closed.get(test), "sources": sources_of(card.sources)}
    return render(request, "assessment/test.html", context, status=422 if form.is_bound else 200)


def activities(request: HttpRequest) -> HttpResponse:
    """Three own activities."""
    form = ActivitiesForm(sent(request), initial=_named_before())
    if request.method == "POST" and form.is_valid():
        keep_findings(on=clock.today(), scores=form.scores())
        return redirect("assessment:show")
    return render(request, "assessment/activities.html", {"form": form}, status=422 if form.is_bound else 200)


def ratings(request: HttpRequest) -> HttpResponse:
    """Sleep, worry, and totals from elsewhere."""
    form = RatingsForm(sent(request))
    if request.method == "POST" and form.is_valid():
        keep_findings(on=clock.today(), scores=form.scores())
        return redirect("assessment:show")
    return render(request, "assessment/ratings.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
def picture(request: HttpRequest) -> HttpResponse:
    """The hip-spine picture: findings in words, and the table with its error."""
    screened, kept = queries.screened(), queries.examinations()
    if screened is None or not kept:
        return redirect("assessment:show")
    profile = journey.examine(screened.intake, kept[-1])
    norms = journey.catalogue().norms
    rows = [(motion, norms.get(motion.norm or "")) for motion in profile.motions]
    return render(request, "assessment/picture.html", {"profile": profile, "rows": rows})


def _closed() -> dict[str, tuple[Reason, ...]] | None:
    """Closed tests with their reasons; None while nobody has been screened or everything is closed."""
    screened = queries.screened()
    if screened is None or screened.clearance.scope == "none":
        return None
    return journey.closed_tests(screened.intake, today=clock.today())


def _form(card: Test, request: HttpRequest) -> FindingForm | MeasureForm:
    return MeasureForm(card, sent(request)) if card.measure else FindingForm(card, sent(request))


def _keep(form: FindingForm | MeasureForm) -> None:
    if isinstance(form, MeasureForm):
        keep_findings(on=clock.today(), measures=form.measurements())
    else:
        keep_findings(on=clock.today(), tests=form.findings())


def _named_before() -> dict[str, str]:
    """The activities of last time, so that the same ones are rated again."""
    kept = queries.examinations()
    scores = kept[-1].scores if kept else ()
    names = [score.instrument.partition(":")[2].strip() for score in scores if score.instrument.startswith("own-activities:")]
    return {f"name-{number}": name for number, name in enumerate(names[:3], start=1)}
