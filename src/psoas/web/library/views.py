"""The shelf, and one card of it."""

from collections.abc import Iterable
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from psoas import journey
from psoas.catalogue.entries import Caution, Exercise, Source
from psoas.planning.plan import Exclusion
from psoas.records import queries
from psoas.web import clock, words


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Every movement by family; those that are not open to this person say so."""
    exercises = journey.catalogue().exercises.values()
    order = list(words.FAMILIES)
    shelf = sorted(exercises, key=lambda exercise: order.index(exercise.family))
    families = [(words.FAMILIES[family], list(group)) for family, group in groupby(shelf, key=lambda one: one.family)]
    closed = {exclusion.exercise for exclusion in _exclusions()}
    context = {"families": families, "closed": closed, "habits": journey.catalogue().habits.values(), "place": "library"}
    return render(request, "library/show.html", context)


@require_safe
def exercise(request: HttpRequest, exercise: str) -> HttpResponse:
    """The whole card."""
    card = journey.catalogue().exercises.get(exercise)
    if card is None:
        raise Http404
    closed = next((found for found in _exclusions() if found.exercise == exercise), None)
    context = {
        "card": card,
        "closed": closed,
        "cautions": for_person(card.cautions),
        "notes": _notes(card, closed),
        "sources": sources_of(card.sources),
        "ladder": _ladder(card),
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


def sources_of(ids: Iterable[str]) -> list[Source]:
    """The references behind a card."""
    known = journey.catalogue().sources
    return [known[name] for name in ids if name in known]


def _exclusions() -> tuple[Exclusion, ...]:
    """What is closed for this person today; nothing where nobody has been screened or all is closed."""
    screened = queries.screened()
    if screened is None or screened.clearance.scope == "none":
        return ()
    return journey.choose(screened.intake, today=clock.today()).excluded


def for_person(cautions: Iterable[Caution]) -> list[Caution]:
    """What holds for all, and what holds because of a condition this person has."""
    screened = queries.screened()
    held = journey.concerning(screened.intake, today=clock.today()) if screened else frozenset()
    return [caution for caution in cautions if caution.when is None or caution.when in held]


def _notes(card: Exercise, closed: Exclusion | None) -> list[journey.Note]:
    """What is worth telling beside the rows that close or change this movement for this person."""
    screened = queries.screened()
    if screened is None:
        return []
    named = {caution.when for caution in card.cautions} | {why.id for why in (closed.because if closed else ())}
    return [note for note in journey.notes(screened.intake, today=clock.today()) if note.id in named]


def _ladder(card: Exercise) -> list[tuple[str, Exercise]]:
    """The rung below and the rung above."""
    exercises = journey.catalogue().exercises
    rungs = (("easier", card.easier), ("harder", card.harder))
    return [(name, exercises[rung]) for name, rung in rungs if rung is not None]
