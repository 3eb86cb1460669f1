"""Can this examination be true? What cannot is refused, naming the field and what is allowed."""

import math
from collections.abc import Iterable
from datetime import date

from psoas.assessment.examination import Examination, Measurement, Score, TestFinding
from psoas.assessment.instrument import bounds_of
from psoas.assessment.protocol import PROTOCOLS, Protocol, devices_for
from psoas.catalogue.catalogue import Catalogue
from psoas.vocabulary.errors import BadInput

BOTH_ALIKE = "equal"
"""A finding that compares the sides, and so may be said of both at once."""


def check_examination(examination: Examination, *, catalogue: Catalogue, today: date | None = None) -> None:
    """BadInput for the first thing that cannot be: unknown, impossible, or said twice."""
    if today is not None and examination.on > today:
        raise BadInput("on", f"a day up to today, {today.isoformat()}")
    for number, test in enumerate(examination.tests):
        _check_test(test, catalogue=catalogue, field=f"tests.{number}")
    for number, measurement in enumerate(examination.measures):
        _check_measurement(measurement, field=f"measures.{number}")
    for number, score in enumerate(examination.scores):
        _check_score(score, field=f"scores.{number}")
    _check_twice("tests", ((test.test, test.side) for test in examination.tests))
    _check_twice("measures", ((m.measure, m.side, m.position, m.device) for m in examination.measures))
    _check_twice("scores", ((score.instrument.strip().casefold(),) for score in examination.scores))


def _check_test(test: TestFinding, *, catalogue: Catalogue, field: str) -> None:
    entry = catalogue.tests.get(test.test)
    if entry is None:
        raise BadInput(f"{field}.test", f"unknown test {test.test!r}; one of {_list(catalogue.tests)}")
    findings = [result.finding for result in entry.results]
    if test.finding not in findings:
        raise BadInput(f"{field}.finding", f"{test.finding!r} is no finding of {entry.id}; one of {_list(findings)}")
    if test.side == "both" and test.finding == BOTH_ALIKE:
        return
    if (test.side == "both") is (entry.sides == "each"):
        raise BadInput(f"{field}.side", "left or right" if entry.sides == "each" else "both")


def _check_measurement(measurement: Measurement, *, field: str) -> None:
    protocol = PROTOCOLS[measurement.measure]
    if measurement.unit != protocol.unit:
        raise BadInput(f"{field}.unit", f"{measurement.measure} is read in {protocol.unit}")
    devices = devices_for(protocol.unit)
    if measurement.device not in devices:
        raise BadInput(f"{field}.device", f"{measurement.measure} is read with one of {_list(sorted(devices))}")
    if protocol.sided is not None and (measurement.side == "both") is protocol.sided:
        raise BadInput(f"{field}.side", "left or right" if protocol.sided else "both")
    for place, reading in enumerate(measurement.values):
        _check_reading(reading, protocol, field=f"{field}.values.{place}")


def _check_reading(reading: float, protocol: Protocol, *, field: str) -> None:
    if not math.isfinite(reading) or not protocol.low <= reading <= protocol.high:
        raise BadInput(field, f"between {protocol.low:g} and {protocol.high:g} {protocol.unit}")
    if protocol.unit == "count" and reading != int(reading):
        raise BadInput(field, "a whole number")


def _check_score(score: Score, *, field: str) -> None:
    low, high = bounds_of(score.instrument)
    if not math.isfinite(score.value) or not low <= score.value <= high:
        raise BadInput(f"{field}.value", f"{score.instrument} runs from {low:g} to {high:g}")


def _check_twice(field: str, keys: Iterable[tuple[str | None, ...]]) -> None:
    seen: set[tuple[str | None, ...]] = set()
    for number, key in enumerate(keys):
        if key in seen:
            said = " ".join(part for part in key if part)
            raise BadInput(f"{field}.{number}", f"{said} is there twice; once is allowed")
        seen.add(key)


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
