"""Intake: who the person is, as they told us. What is absent is unknown: nothing is assumed from it."""

from datetime import date
from typing import Annotated, Literal

from annotated_types import Interval, Len

from psoas.catalogue.entries import Family
from psoas.screening.clinician_limits import ClinicianLimits, Profession
from psoas.vocabulary.body import Avoid, Equipment, Level, Sex, Side
from psoas.vocabulary.dates import ClockTime, DayOrYear, Weekday
from psoas.vocabulary.scales import Count, PainScore
from psoas.vocabulary.value import value

ADULT = 18
"""Years: the figures come from people of 18 and older; children need a clinician's own plan."""
Answer = Literal["no", "yes", "old", "known", "unsure"]
"""yes: new (about the last two weeks) or getting worse. old: there for longer, and nobody has examined it. known:
long-standing, unchanged, a clinician knows."""

Condition = Literal[
    "osteoporosis",
    "vertebral-fracture",
    "hip-osteoarthritis",
    "groin-pinch",
    "inflammatory-arthritis",
    "ankylosing-spondylitis",
    "spinal-stenosis",
    "radiculopathy",
    "spondylolisthesis",
    "hypermobility",
    "cancer-history",
    "long-term-steroids",
    "immunosuppressed",
    "bisphosphonates",
    "anticoagulants",
    "uncontrolled-blood-pressure",
    "unstable-heart-disease",
    "aortic-aneurysm",
    "recent-clot",
    "neuropathy",
    "vertigo-or-faints",
    "parkinson-or-stroke",
    "hernia-or-prolapse",
    "knee-osteoarthritis",
    "shoulder-problem",
    "wrist-problem",
    "lung-disease",
]
Operation = Literal[
    "lumbar-fusion",
    "decompression",
    "discectomy",
    "disc-replacement",
    "hip-replacement",
    "knee-replacement",
    "abdominal-or-pelvic",
    "caesarean",
    "other",
]
Floor = Literal["alone", "with-help", "no"]
Aid = Literal["none", "stick", "frame", "wheelchair"]
Stands = Literal["alone", "with-support", "no"]
Wish = Literal["favourite", "never", "neither"]
"""What a person says of one movement."""
BreakRhythm = Literal[30, 45, 60, 90]
"""Minutes from one micro-break to the next."""


@value
class PainReport:
    now: PainScore
    average_week: PainScore
    worst_week: PainScore | None = None
    weeks: Annotated[int, Interval(ge=0, le=5200)]
    seen_by_clinician: bool | None = None


@value
class Surgery:
    what: Operation
    side: Side | None = None
    levels: tuple[Level, ...] = ()
    on: DayOrYear | None = None
    cleared_on: DayOrYear | None = None
    discharged: bool | None = None
    limits_lifted_on: DayOrYear | None = None


@value
class OperationAhead:
    """An operation that is planned. From its day on it counts as done and not cleared, until the person tells of it."""

    what: Operation
    side: Side | None = None
    levels: tuple[Level, ...] = ()
    on: date | None = None


@value
class Pregnancy:
    weeks: Annotated[int, Interval(ge=1, le=42)]
    pelvic_girdle_pain: bool | None = None


@value
class Falls:
    last_12_months: Count | None = None
    unsteady: bool | None = None
    worried: bool | None = None


@value
class Sitting:
    """A window of the day mostly spent sitting: micro-breaks fall inside it."""

    from_: ClockTime
    to: ClockTime
    days: tuple[Weekday, ...]


@value
class Walking:
    """What the person walks at a stretch today, and with what."""

    minutes_now: Annotated[int, Interval(ge=0, le=180)] | None = None
    aid: Aid | None = None


@value
class SurgeonLimits:
    """What the surgeon's own sheet says, until a day where one was named."""

    lift_kg: Annotated[float, Interval(ge=0, le=100)] | None = None
    no_bend: bool | None = None
    no_twist: bool | None = None
    brace: bool | None = None
    until: date | None = None


@value
class Emphasis:
    """What the person wants more of, and what never."""

    prefer: tuple[Family, ...] = ()
    favourites: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@value
class Return:
    """A stop ends only so: seen on a day, by a clinician, fine to exercise or with limits."""

    answer: str
    seen_on: date
    by: Profession
    limits: tuple[str, ...] = ()


@value
class Intake:
    psoas: Literal["intake/1"] = "intake/1"
    born: Annotated[int, Interval(ge=1900, le=2100)]
    sex: Sex
    height_cm: Annotated[float, Interval(ge=90, le=250)] | None = None
    mass_kg: Annotated[float, Interval(ge=25, le=350)] | None = None
    pain: PainReport
    answers: dict[str, Answer]
    conditions: tuple[Condition, ...] = ()
    surgeries: tuple[Surgery, ...] = ()
    operation_ahead: OperationAhead | None = None
    pregnancy: Pregnancy | None = None
    birth_on: date | None = None
    falls: Falls | None = None
    avoid: tuple[Avoid, ...] = ()
    floor: Floor | None = None
    equipment: tuple[Equipment, ...] = ()
    minutes_per_day: Annotated[int, Interval(ge=5, le=120)]
    training_days: Annotated[tuple[Weekday, ...], Len(1, 7)]
    sitting: tuple[Sitting, ...] = ()
    breaks_every: BreakRhythm | None = None
    walking: Walking | None = None
    stands: Stands | None = None
    cardio_minutes: Annotated[int, Interval(ge=0, le=60)] | None = None
    """What the person gives walking or cycling on a day, apart from `minutes_per_day`; absent counts as 20 when planning."""
    surgeon_limits: SurgeonLimits | None = None
    emphasis: Emphasis | None = None
    goals: tuple[str, ...] = ()
    returns: tuple[Return, ...] = ()
    clinician_limits: Annotated[tuple[ClinicianLimits, ...], Len(0, 200)] = ()
    """What clinicians asked to leave out or keep small; they bind every plan until they are over or lifted."""

    def age(self, today: date) -> int:
        """Age in years = year - year of birth, as the documents define it."""
        return today.year - self.born
