"""What a card tells of one movement, test or claim, wherever it is shown: its sources, and its cautions for this person."""

from collections.abc import Iterable

from psoas import journey
from psoas.catalogue.entries import Caution, Source
from psoas.records import queries
from psoas.web import clock


def sources_of(ids: Iterable[str]) -> list[Source]:
    """The references behind a card."""
    known = journey.catalogue().sources
    return [known[name] for name in ids if name in known]


def for_person(cautions: Iterable[Caution]) -> list[Caution]:
    """What holds for all, and what holds because of a condition this person has."""
    screened = queries.screened()
    held = journey.concerning(screened.intake, today=clock.today()) if screened else frozenset()
    return [caution for caution in cautions if caution.when is None or caution.when in held]
