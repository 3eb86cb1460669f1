"""A value never holds what it may not, whoever makes it: the document border, a form, a rule, a test."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import pytest
from annotated_types import Gt, Interval, Len

from psoas.catalogue.catalogue import load
from psoas.catalogue.demands import Forbid, Limit
from psoas.catalogue.entries import Range
from psoas.diary.entry import EntryPain
from psoas.planning.dose import Dose, Load
from psoas.planning.plan import MicroBreak
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.text_format import Written
from psoas.vocabulary.value import value


@value
class Walk:
    minutes: Annotated[int, Interval(ge=1, le=90)]
    share: Annotated[float, Gt(0)] | None = None
    words: Annotated[tuple[Annotated[str, Len(1, 5)], ...], Len(0, 2)] = ()
    year: date | Annotated[int, Interval(ge=1900, le=2100)] | None = None
    at: Annotated[str, Written("[0-9]{2}", "two digits")] = "09"

    def __post_init__(self) -> None:
        if self.minutes == 13:
            raise BadInput("minutes", "a number that nobody minds")


FINE: tuple[dict[str, object], ...] = (
    {"minutes": 1},
    {"minutes": 90, "share": 0.1, "words": ("flat", "hilly")},
    {"minutes": 5, "share": None, "year": date(1800, 1, 1)},
    {"minutes": 5, "year": 1900, "at": "17"},
)
REFUSED: tuple[tuple[dict[str, object], str], ...] = (
    ({"minutes": 0}, "minutes: at least 1"),
    ({"minutes": 91}, "minutes: at most 90"),
    ({"minutes": 5, "share": 0.0}, "share: above 0"),
    ({"minutes": 5, "words": ("flat", "", "x")}, "words: at most 2"),
    ({"minutes": 5, "words": ("flat", "")}, "words: 1 or more"),
    ({"minutes": 5, "words": ("mountainous",)}, "words: at most 5"),
    ({"minutes": 5, "year": 1899}, "year: at least 1900"),
    ({"minutes": 5, "at": "9"}, "at: two digits"),
    ({"minutes": 13}, "minutes: a number that nobody minds"),
)


@pytest.mark.parametrize("fields", FINE)
def test_what_a_value_may_hold_it_holds(fields: dict[str, object]) -> None:
    assert Walk(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(("fields", "line"), REFUSED)
def test_what_it_may_not_hold_is_refused_in_one_line(fields: dict[str, object], line: str) -> None:
    with pytest.raises(BadInput) as refused:
        Walk(**fields)  # type: ignore[arg-type]

    assert str(refused.value) == line


def test_a_changed_copy_is_checked_as_well() -> None:
    with pytest.raises(BadInput, match="minutes: at most 90"):
        replace(Walk(minutes=5), minutes=900)


@pytest.mark.parametrize(
    "made",
    [
        lambda: Dose(sets=0, reps=8),
        lambda: Dose(sets=1, reps=8, hold_s=0),
        Load,
        lambda: Load(kg=2.0, band="light"),
        lambda: Load(kg=0.0),
        lambda: EntryPain(before=11),
        lambda: Range(low=9, high=8),
        lambda: MicroBreak(at="9:00", exercise="breathing"),
        lambda: Forbid(demand="balance"),
        lambda: Forbid(demand="posture", at_least=1, one_of=("prone",)),
        lambda: Limit(id="x", says="x", source="x", status="D"),
    ],
)
def test_no_room_can_make_an_impossible_value(made: object) -> None:
    with pytest.raises(BadInput):
        made()  # type: ignore[operator]


def test_every_limit_of_the_catalogue_forbids_exactly_one_demand_or_names_exercises() -> None:
    limits = [limit for condition in load().conditions.values() for limit in condition.limits]

    assert limits
    assert all((limit.forbid is not None) or limit.closes for limit in limits)
