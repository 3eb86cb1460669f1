"""The shelf, and one card of it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.catalogue.entries import Exercise
from psoas.planning.plan import Exclusion
from psoas.records import queries
from psoas.vocabulary.errors import BadInput
from psoas.web import clock
from psoas.web.card import for_person, sources_of
from psoas.web.library.shelf import Finder, Place, cards_of, families_of, found
from psoas.web.situation import situation


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Every movement with its picture; those that are not open to this person say so. Only the shelf again for htmx."""
    finder, place = Finder(request.GET), _place()
    cards = found(cards_of(journey.catalogue().exercises.values(), place), finder, place)
    context = {
        "finder": finder,
        "families": families_of(cards),
        "amount": len(cards),
        "habits": journey.catalogue().habits.values(),
        "place": "library",
    }
    only_shelf = request.htmx and not request.htmx.boosted  # type: ignore[attr-defined]  # django-htmx adds it
    return render(request, "library/shelf.html" if only_shelf else "library/show.html", context)


def _place() -> Place:
    """What the shelf knows of the person; nothing where nobody has answered."""
    screened, record = queries.screened(), queries.current_plan()
    if screened is None:
        return Place()
    told = screened.intake.emphasis
    return Place(
        closed=frozenset(exclusion.exercise for exclusion in _exclusions()),
        planned=journey.planned(record.plan, on=clock.today()) if record else frozenset(),
        favourites=frozenset(told.favourites if told else ()),
        never=frozenset(told.never if told else ()),
        equipment=frozenset(screened.intake.equipment),
    )


@require_safe
def exercise(request: HttpRequest, exercise: str) -> HttpResponse:
    """The whole card."""
    card = journey.catalogue().exercises.get(exercise)
    if card is None:
        raise Http404
    excluded = {out.exercise: out for out in _exclusions()}
    closed = excluded.get(exercise)
    context = {
        "card": card,
        "closed": closed,
        "cautions": for_person(card.cautions),
        "notes": _notes(card, closed),
        "sources": sources_of(card.sources),
        "ladder": [(rung, rung.id in excluded) for rung in _ladder(card)],
        **_in_plan(exercise, is_open=closed is None),
        "stays_within": journey.stays_within(exercise),
        "place": "library",
    }
    return render(request, "library/exercise.html", context)


@require_safe
def habit(request: HttpRequest, habit: str) -> HttpResponse:
    """A small habit: what, how, why."""
    card = journey.catalogue().habits.get(habit)
    if card is None:
        raise Http404
    context = {"card": card, "cautions": for_person(card.cautions), "sources": sources_of(card.sources), "place": "library"}
    return render(request, "library/habit.html", context)


def _exclusions() -> tuple[Exclusion, ...]:
    """What is closed for this person today; nothing where nobody has been screened or all is closed."""
    screened = queries.screened()
    if screened is None or screened.clearance.scope == "none":
        return ()
    return journey.choose(screened.intake, today=clock.today()).excluded


def _notes(card: Exercise, closed: Exclusion | None) -> list[journey.Note]:
    """What is worth telling beside the rows that close or change this movement for this person."""
    screened = queries.screened()
    if screened is None:
        return []
    named = {caution.when for caution in card.cautions} | {why.id for why in (closed.because if closed else ())}
    return [note for note in journey.notes(screened.intake, today=clock.today()) if note.id in named]


def _ladder(card: Exercise) -> list[Exercise]:
    """From the easiest rung to the hardest; nothing for a movement that stands alone."""
    exercises = journey.catalogue().exercises
    rungs = [card]
    while rungs[0].easier and exercises[rungs[0].easier] not in rungs:
        rungs.insert(0, exercises[rungs[0].easier])
    while rungs[-1].harder and exercises[rungs[-1].harder] not in rungs:
        rungs.append(exercises[rungs[-1].harder])
    return rungs if len(rungs) > 1 else []


def _in_plan(exercise: str, *, is_open: bool) -> dict[str, Any]:
    """What can be done with this movement in the plan, and what stands against it."""
    now = situation(clock.today())
    if now.plan is None or now.stopped:
        return {"plan": None}
    wish = journey.wish(now.plan.intake, exercise)
    planned = exercise in journey.planned(now.plan, on=now.today)
    may, refused = False, ""
    if is_open and not planned:
        try:
            may = bool(journey.add(now.plan, exercise, now.diary, on=now.today))
        except BadInput as needs:
            refused = needs.allowed
    others = journey.may_stand_in(now.plan, exercise, on=now.today) if is_open and not planned else ()
    return {"plan": now.plan, "wish": wish, "planned": planned, "may_put_in": may, "refused": refused, "others": others}
