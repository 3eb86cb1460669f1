"""What was found today joins the latest examination: a newer value takes the place of the older one of the same kind.

Every version is kept, so that the first can be set beside the latest.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from psoas.assessment.examination import Examination, Measurement, Score, TestFinding
from psoas.exchange.document_check import check
from psoas.records import actions, queries

T = TypeVar("T")


def keep_findings(
    *, on: date, tests: Iterable[TestFinding] = (), measures: Iterable[Measurement] = (), scores: Iterable[Score] = ()
) -> None:
    """The latest examination with these findings in it, as a new version."""
    kept = queries.examinations()
    before = kept[-1] if kept else Examination(on=on)
    examination = Examination(
        on=on,
        tests=_newest(before.tests, tests, lambda test: (test.test, test.side)),
        measures=_newest(before.measures, measures, lambda one: (one.measure, one.side, one.position, one.device)),
        scores=_newest(before.scores, scores, lambda score: score.instrument),
    )
    check(examination, today=on)
    actions.keep_examination(examination=examination)


def _newest(before: Iterable[T], now: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    return tuple({key(one): one for one in (*before, *now)}.values())
