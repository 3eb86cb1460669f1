"""Measured again: first against latest, with the measurement error between them.

Only the same measure, side, position and device are compared. Where nobody has published how far a measure strays by chance,
nothing is claimed (the 30-second chair rise and the balance tests among them); the numbers stand side by side.
"""

from collections.abc import Sequence
from datetime import date

from psoas.assessment.asymmetry import mean_of
from psoas.assessment.examination import Examination, Measurement
from psoas.assessment.measurement_error import error_of
from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Intake
from psoas.statistics.detectable_change import Reading
from psoas.statistics.series import Point, Series
from psoas.vocabulary.body import Device, Measure, MeasuringPosition, Side, Unit
from psoas.vocabulary.value import value


@value
class Retest:
    measure: Measure
    side: Side
    position: MeasuringPosition | None
    device: Device
    unit: Unit
    values: Series
    error: float | None

    @property
    def change(self) -> float | None:
        """Latest less first; None where it was measured once."""
        points = self.values.points
        return round(points[-1].value - points[0].value, 1) if len(points) > 1 else None

    @property
    def reading(self) -> Reading | None:
        """None: measured once, or no error is known."""
        if self.change is None or self.error is None:
            return None
        return Reading.REAL if abs(self.change) >= self.error else Reading.UNCLEAR


def retests(examinations: Sequence[Examination], *, intake: Intake, catalogue: Catalogue, today: date) -> tuple[Retest, ...]:
    """One for each way of measuring, in the order in which they first came; of two on one day the later one holds."""
    found: dict[tuple[object, ...], dict[date, Measurement]] = {}
    for examination in sorted(examinations, key=lambda examination: examination.on):
        for told in examination.measures if examination.on <= today else ():
            found.setdefault((told.measure, told.side, told.position, told.device), {})[examination.on] = told
    return tuple(_retest(by_day, intake, catalogue) for by_day in found.values())


def _retest(by_day: dict[date, Measurement], intake: Intake, catalogue: Catalogue) -> Retest:
    latest = by_day[max(by_day)]
    return Retest(
        measure=latest.measure,
        side=latest.side,
        position=latest.position,
        device=latest.device,
        unit=latest.unit,
        values=Series(points=tuple(Point(on=on, value=round(mean_of(told), 1)) for on, told in sorted(by_day.items()))),
        error=error_of(latest, intake=intake, catalogue=catalogue),
    )
