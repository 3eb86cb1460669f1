"""What may be done instead is easier, open, and at its least dose."""

from dataclasses import replace
from types import MappingProxyType

from player_sessions import HOLD, LEFT, STAGE

from psoas.planning.plan import Item, Session
from psoas.session.alternatives import alternatives_of

LADDER = {"floor-hold": "bed-bridge", "bed-bridge": "chair-turn", "chair-turn": None}
CATALOGUE = replace(
    STAGE,
    exercises=MappingProxyType(
        {name: replace(entry, easier=LADDER.get(name)) for name, entry in STAGE.exercises.items()},
    ),
)
ALL = frozenset(CATALOGUE.exercises)


def test_the_nearest_easier_rung_comes_first() -> None:
    """Down the ladder, one rung after the other."""
    assert _names(HOLD, open_ids=ALL) == ["bed-bridge", "bed-bridge", "chair-turn", "chair-turn"]


def test_a_closed_rung_is_never_offered() -> None:
    """The next open one below it is."""
    assert _names(HOLD, open_ids=ALL - {"bed-bridge"}) == ["chair-turn", "chair-turn"]


def test_nothing_harder_is_ever_offered() -> None:
    """The foot of the ladder has nothing below it."""
    assert _names(LEFT, open_ids=ALL) == []


def test_a_ladder_in_a_circle_ends() -> None:
    """The catalogue's lint forbids it; the player would still not hang."""
    circle = replace(CATALOGUE.exercises["chair-turn"], easier="floor-hold")
    catalogue = replace(CATALOGUE, exercises=MappingProxyType({**CATALOGUE.exercises, "chair-turn": circle}))

    assert len(alternatives_of(_session(HOLD), open_ids=ALL, catalogue=catalogue)["floor-hold"]) == 4


def test_the_least_dose_is_taken() -> None:
    """The low end of every range of the catalogue."""
    first = alternatives_of(_session(HOLD), open_ids=ALL, catalogue=CATALOGUE)["floor-hold"][0]

    assert (first.side, first.sets, first.reps, first.hold_s, first.rest_s) == ("left", 1, 1, None, 20)


def _names(item: Item, *, open_ids: frozenset[str]) -> list[str]:
    found = alternatives_of(_session(item), open_ids=open_ids, catalogue=CATALOGUE)
    return [other.exercise for other in found[item.exercise]]


def _session(*items: Item) -> Session:
    return Session(kind="mobility", part_of_day="any", minutes=6, items=items)
