"""The shelf: every movement with its picture, and the ways to find one among them.

A search reads names, where it helps, muscles and position; every word of it must be found. What is ticked or chosen narrows
further. Without an answer in a field, it narrows nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from psoas.catalogue.entries import Exercise
from psoas.planning.dose import least_of
from psoas.web import words

ANY = ("", _("Any"))
MINUTES = (1, 2, 3, 5)


def _in_minutes(minutes: int) -> str:
    return gettext("%(n)d min") % {"n": minutes}


in_minutes = lazy(_in_minutes, str)
"""Said when it is shown, in the language of the page."""


@dataclass(frozen=True)
class Place:
    """What the shelf knows of the person: by the ids of movements."""

    closed: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    favourites: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Card:
    """One movement on the shelf."""

    exercise: Exercise
    minutes: int
    closed: bool
    planned: bool
    favourite: bool


class Finder(forms.Form):
    """Every field may stay empty."""

    use_required_attribute = False
    q = forms.CharField(required=False, max_length=80, label=_("Search"))
    where = forms.ChoiceField(required=False, label=_("Where it helps"), choices=[ANY, *words.FAMILIES.items()])
    position = forms.ChoiceField(required=False, label=_("Position"), choices=[ANY, *words.POSTURES.items()])
    equipment = forms.ChoiceField(
        required=False,
        label=_("What it needs"),
        choices=[ANY, ("none", _("Nothing")), ("mine", _("What I have at hand"))],
    )
    minutes = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        label=_("Takes at most"),
        choices=[ANY, *((minutes, in_minutes(minutes)) for minutes in MINUTES)],
    )
    mine = forms.MultipleChoiceField(
        required=False,
        label=_("Mine"),
        widget=forms.CheckboxSelectMultiple,
        choices=[("open", _("Open to me")), ("planned", _("In my plan")), ("favourite", _("My favourites"))],
    )

    def narrows(self) -> bool:
        """Is anything chosen beside the search?"""
        return self.is_valid() and any(said for name, said in self.cleaned_data.items() if name != "q")


def cards_of(exercises: Iterable[Exercise], place: Place) -> list[Card]:
    """All cards, by family in the order of the shelf."""
    order = list(words.FAMILIES)
    return [
        Card(
            exercise=exercise,
            minutes=minutes_of(exercise),
            closed=exercise.id in place.closed,
            planned=exercise.id in place.planned,
            favourite=exercise.id in place.favourites,
        )
        for exercise in sorted(exercises, key=lambda one: order.index(one.family))
    ]


def minutes_of(exercise: Exercise) -> int:
    """What the least of it takes, both sides, in whole minutes."""
    sides = 2 if exercise.sides == "each" else 1
    return ceil(least_of(exercise).seconds(exercise) * sides / 60)


def families_of(cards: Iterable[Card]) -> list[tuple[object, list[Card]]]:
    """A heading for each family with what is left of it."""
    grouped = groupby(cards, key=lambda card: card.exercise.family)
    return [(words.FAMILIES[family], list(group)) for family, group in grouped]


def found(cards: Iterable[Card], finder: Finder, place: Place) -> list[Card]:
    """The cards that fit all that was said; a form with an unknown choice narrows nothing."""
    if not finder.is_valid():
        return list(cards)
    said = finder.cleaned_data
    wanted = str(said["q"]).casefold().split()
    return [
        card
        for card in cards
        if all(word in _says(card.exercise) for word in wanted)
        and (not said["where"] or card.exercise.family == said["where"])
        and (not said["position"] or card.exercise.demands.posture == said["position"])
        and _has(card.exercise, said["equipment"], place)
        and (said["minutes"] is None or card.minutes <= said["minutes"])
        and _is_mine(card, said["mine"])
    ]


def _says(exercise: Exercise) -> str:
    parts = (
        exercise.names.plain,
        exercise.names.clinical,
        str(words.FAMILIES[exercise.family]),
        exercise.position,
        *exercise.targets.muscles,
        *exercise.targets.actions,
    )
    return " ".join(parts).replace("-", " ").casefold()


def _has(exercise: Exercise, asked: str, place: Place) -> bool:
    if asked == "none":
        return not exercise.equipment
    return asked != "mine" or set(exercise.equipment) <= place.equipment


def _is_mine(card: Card, asked: list[str]) -> bool:
    holds = {"open": not card.closed, "planned": card.planned, "favourite": card.favourite}
    return all(holds[name] for name in asked)
