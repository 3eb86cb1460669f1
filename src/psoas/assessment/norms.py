"""Which published range does a value stand beside?

Only a row of the same measure, position and device, for this sex and age. Values of another position or device are never
borrowed: seated and lying rotation differ (ROM-H9), and so do inclinometer and goniometer (MEAS-4). The bend of the lower back
stands beside men who bent standing free (LPR-4), never beside a study that held the pelvis still (ROM-L2).

Where several rows fit, one with a spread comes before one without, then the narrower age band. Sex unstated: the mean of
both sexes with the wider spread; if only one sex was studied, no norm.
"""

from psoas.assessment.examination import Measurement
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Norm
from psoas.vocabulary.body import Sex
from psoas.vocabulary.value import value


@value
class Standard:
    """The range a value stands beside; `sd` None means that it shows a usual value but cannot band."""

    id: str
    mean: float
    sd: float | None


def find_standard(measurement: Measurement, *, age: int, sex: Sex, catalogue: Catalogue) -> Standard | None:
    """The best fitting row, or None: no norm is a fair answer."""
    fitting = [norm for norm in catalogue.norms.values() if _fits(norm, measurement, age=age)]
    if sex != "unstated":
        return _standard(_best([norm for norm in fitting if norm.sex in {"any", sex}]))
    anybody = _best([norm for norm in fitting if norm.sex == "any"])
    return _standard(anybody) or _between(_best(_of(fitting, "female")), _best(_of(fitting, "male")))


def _fits(norm: Norm, measurement: Measurement, *, age: int) -> bool:
    return (
        norm.measure == measurement.measure
        and norm.unit == measurement.unit
        and (norm.position is None or norm.position == measurement.position)
        and measurement.device in norm.devices
        and norm.age_from <= age <= norm.age_to
    )


def _of(norms: list[Norm], sex: Sex) -> list[Norm]:
    return [norm for norm in norms if norm.sex == sex]


def _best(norms: list[Norm]) -> Norm | None:
    return min(norms, key=lambda norm: (norm.sd is None, norm.age_to - norm.age_from, norm.id), default=None)


def _standard(norm: Norm | None) -> Standard | None:
    return Standard(id=norm.id, mean=norm.mean, sd=norm.sd) if norm else None


def _between(female: Norm | None, male: Norm | None) -> Standard | None:
    if female is None or male is None:
        return None
    spreads = (female.sd, male.sd)
    wider = None if None in spreads else max(sd for sd in spreads if sd is not None)
    return Standard(id=f"{female.id}+{male.id}", mean=(female.mean + male.mean) / 2, sd=wider)
