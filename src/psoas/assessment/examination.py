"""Examination: what was tried, measured and scored on one day. Position and device travel with every value."""

from datetime import date
from typing import Annotated, Literal

from annotated_types import Interval, Len

from psoas.vocabulary.body import Device, Measure, MeasuringPosition, Side, Unit
from psoas.vocabulary.scales import PainScore
from psoas.vocabulary.value import value


@value
class TestFinding:
    __test__ = False  # its name begins like a test; it is none

    test: str
    side: Side
    finding: str
    pain: PainScore | None = None


@value
class Measurement:
    measure: Measure
    side: Side
    values: Annotated[tuple[Annotated[float, Interval(ge=-360, le=3600)], ...], Len(1, 12)]
    unit: Unit
    position: MeasuringPosition | None = None
    device: Device


@value
class Score:
    """A total of a questionnaire filled in elsewhere, or an own-worded 0-10 rating."""

    instrument: Annotated[str, Len(1, 100)]
    value: float


@value
class Examination:
    psoas: Literal["examination/1"] = "examination/1"
    on: date
    tests: tuple[TestFinding, ...] = ()
    measures: tuple[Measurement, ...] = ()
    scores: tuple[Score, ...] = ()
