"""The entries of the catalogue: what each kind of row must say.

Names, steps and reasons are plain language for the person; `clinical` names and targets use the field's standard terms.
"""

from typing import Annotated, Literal

from annotated_types import Interval, Len

from psoas.catalogue.demands import Demands
from psoas.catalogue.locator import Locator
from psoas.catalogue.texts import Text, Texts
from psoas.vocabulary.body import Device, Equipment, Measure, MeasuringPosition, Unit
from psoas.vocabulary.errors import BadInput
from psoas.vocabulary.evidence import Status
from psoas.vocabulary.text_format import Written
from psoas.vocabulary.value import value

Family = Literal[
    "breathing",
    "pelvic-awareness",
    "hip-flexors",
    "hip-rotators",
    "hamstrings",
    "adductors",
    "hip-flexion",
    "ankle",
    "glutes",
    "abductors",
    "trunk-brace",
    "back-extensors",
    "hinge",
    "squat",
    "steps",
    "balance",
    "trunk-rotation",
    "side-stretch",
    "release",
    "walking",
    "cycling",
    "transfers",
]
Role = Literal["mobility", "strength", "cardio", "walking", "release", "breathing", "balance", "practice"]
"""What kind of session an exercise belongs to. `practice`: transfers and awareness, offered on mobility and light days."""

Pattern = Literal["squat-or-rise", "hinge", "bridge", "hip-abduction", "anti-rotation", "anti-extension", "side-brace"]
"""The seven main patterns of strength; the last three brace the trunk against turning, arching and bending sideways."""

Muscle = Literal[
    "iliopsoas",
    "rectus-femoris",
    "hamstrings",
    "adductors",
    "gluteus-maximus",
    "gluteus-medius",
    "deep-external-rotators",
    "tensor-fasciae-latae",
    "quadriceps",
    "calf",
    "tibialis-anterior",
    "transversus-abdominis",
    "rectus-abdominis",
    "obliques",
    "erector-spinae",
    "multifidus",
    "quadratus-lumborum",
    "latissimus-dorsi",
    "thoracic-rotators",
    "shoulder-girdle",
    "diaphragm",
    "pelvic-floor",
    "heart-and-lungs",
]
Finding = Literal[
    "hip-extension-restriction",
    "hip-flexion-restriction",
    "hip-rotation-restriction",
    "hamstring-restriction",
    "adductor-restriction",
    "thoracic-rotation-stiffness",
    "glute-strength",
    "core-control",
    "balance",
    "endurance",
    "body-awareness",
]
"""What a test can point to and what a drill answers: the bridge between assessment and planning."""

EvidenceGrade = Literal["moderate", "low", "very-low", "customary", "opinion"]


@value
class Names:
    plain: Text
    clinical: Text


@value
class Range:
    """From the least to the most prescribed, whole numbers."""

    low: Annotated[int, Interval(ge=1, le=3600)]
    high: Annotated[int, Interval(ge=1, le=3600)]

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise BadInput("high", f"at least {self.low}, the low end")


@value
class DoseRange:
    """Ranges, each with the source of the row. Repetitions and hold are per set; `hold_s` null = repetitions at tempo.

    Walking, cycling and breathing: sets 1, reps 1, hold_s = the seconds of the bout.
    """

    sets: Range
    reps: Range
    hold_s: Range | None = None
    rest_s: Annotated[int, Interval(ge=0, le=180)]
    per_week: Range
    source: str
    status: Status


@value
class Targets:
    """What it is for: joint actions and muscles in standard terms, and the findings it answers."""

    actions: Texts
    muscles: tuple[Muscle, ...]
    answers: tuple[Finding, ...] = ()


@value
class Caution:
    """A change or warning. `when` names a condition id (shown to those it concerns) or is null (shown to all)."""

    when: str | None = None
    says: Text
    source: str
    status: Status


@value
class Variant:
    """The same movement somewhere else: on a chair, in bed, without the floor."""

    where: Literal["chair", "bed", "floor", "standing", "no-equipment"]
    says: Text


@value
class Evidence:
    grade: EvidenceGrade
    says: Text


@value
class Exercise:
    id: str
    names: Names
    family: Family
    role: Role
    pattern: Pattern | None = None
    """Which main pattern it trains; None: none of the seven."""
    targets: Targets
    position: Text
    equipment: tuple[Equipment, ...]
    substitutes: tuple[Text, ...] = ()
    sides: Literal["each", "both"]
    dose: DoseRange
    tempo_s: Annotated[float, Interval(ge=1, le=60)]
    demands: Demands
    easier: str | None = None
    harder: str | None = None
    setup: Texts
    steps: Texts
    breathing: Text
    cues: Texts
    slips: tuple[Text, ...] = ()
    variants: tuple[Variant, ...] = ()
    why: Text
    cautions: tuple[Caution, ...] = ()
    evidence: Evidence
    sources: Annotated[tuple[str, ...], Len(1)]
    micro_break: bool = False
    break_only: bool = False
    """Short enough for a break, and another row of its family is the drill."""
    first_hour: bool = True
    week: Annotated[int, Interval(ge=1, le=8)] = 1
    """The calendar week at which it may join: strength from 2, hip strength 3, cardio 4, dynamic 5, evening release 6."""
    figure: bool = False


@value
class TestResult:
    """One possible finding of a self-test and what it points to."""

    finding: str
    says: Text
    points_to: tuple[Finding, ...] = ()


@value
class Test:
    """A self-test or timed test. `floor_free` says how to do it without table, prone or floor."""

    id: str
    names: Names
    equipment: tuple[Equipment, ...]
    sides: Literal["each", "both"]
    measure: Measure | None = None
    demands: Demands
    setup: Texts
    steps: Texts
    results: tuple[TestResult, ...]
    why: Text
    floor_free: Text
    cautions: tuple[Caution, ...] = ()
    evidence: Evidence
    sources: Annotated[tuple[str, ...], Len(1)]
    figure: bool = False


@value
class Habit:
    id: str
    names: Names
    action: Text
    """The small daily action with a tick."""
    steps: Texts
    why: Text
    week: Annotated[int, Interval(ge=1, le=8)] = 1
    when: tuple[str, ...] = ()
    """Empty: for all. Else condition ids it is for."""
    cautions: tuple[Caution, ...] = ()
    evidence: Evidence
    sources: Annotated[tuple[str, ...], Len(1)]


@value
class Question:
    """A question people ask, answered with evidence."""

    id: str
    asks: Text
    answers: Texts
    evidence: Evidence
    sources: Annotated[tuple[str, ...], Len(1)]


@value
class Norm:
    """A published range for one measure, position, device kind, sex and age band."""

    id: str
    measure: Measure
    position: MeasuringPosition | None = None
    devices: tuple[Device, ...]
    sex: Literal["female", "male", "any"]
    age_from: Annotated[int, Interval(ge=0, le=120)]
    age_to: Annotated[int, Interval(ge=0, le=120)]
    mean: float
    sd: float | None = None
    unit: Unit
    people: Annotated[int, Interval(ge=1)] | None = None
    """How many people the whole study measured."""
    source: str
    status: Status


@value
class Threshold:
    """The smallest change or difference that is more than measurement error (MDC95) or a published cut-off."""

    id: str
    measure: str
    devices: tuple[Device, ...] = ()
    sex: Literal["female", "male", "any"] = "any"
    age_from: Annotated[int, Interval(ge=0, le=120)] = 0
    age_to: Annotated[int, Interval(ge=0, le=120)] = 120
    detectable_change: float | None = None
    important_change: float | None = None
    cut_off: float | None = None
    unit: str
    says: Text
    source: str
    status: Status


@value
class Source:
    """One reference of the evidence list. `design`: how its way of measuring was checked, where its figures are less sure."""

    id: str
    citation: Annotated[str, Len(1, 600)]
    locators: tuple[Locator, ...] = ()
    says: Text
    status: Status
    design: Status | None = None
    conflict: Text | None = None
    """Where it disagrees with another source or with itself, and what follows."""
    topic: str


@value
class Emergency:
    """Whom to call for an ambulance, and where. `regions`: whose browsers are offered it first (ISO 3166)."""

    id: str
    name: Text
    number: Annotated[str, Written("[0-9]{3,6}", "three to six digits")]
    regions: Annotated[tuple[Annotated[str, Written("[A-Z]{2}", "two capitals, such as GB")], ...], Len(1)]
    source: str
    status: Status


@value
class Claim:
    """A popular claim and what the evidence says of it."""

    id: str
    claim: Text
    evidence: Text
    sources: Annotated[tuple[str, ...], Len(1)]
