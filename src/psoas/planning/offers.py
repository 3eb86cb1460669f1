"""What is offered to whom, from which week, in which session, worth what and why: one table, in order of priority.

    a drill a day           answers the first finding, else a stretch; without one there is no plan
    balance                 from 60, with fall risk, after a fusion
    findings                a drill each
    evenings                week 6: release, then a stretch, on five days a week
    special needs, wishes   what the catalogue's needs and the person prefer
    one leg                 week 5, for those whose goals or findings ask for it
    main patterns           week 2 bridge and braces, week 3 rises, hinge and side of the hip
    favourites              what the person likes, where it has a place
    careful                 where steadiness matters: heels, steps, upright back
    stretches               one drill for each part of the hip
    calm, variety           breathing; guests for two weeks each

Rows of one `group` are alternatives: the first that fits is taken. What does not fit is what matters least.
"""

from collections.abc import Callable, Iterator

from psoas.catalogue.entries import Family, Finding, Pattern, Role
from psoas.planning.need import Need
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS
from psoas.planning.rhythm import FIRST_EVENING_WEEK, FIRST_STRENGTH_WEEK
from psoas.planning.week_task import Slot
from psoas.vocabulary.value import value

NEED_WORTH, STRENGTH_WORTH = 1500, 1000
EVENING_WORTH, STRETCH_WORTH, CALM_WORTH, VARIETY_WORTH = 250, 150, 100, 50
"""What one day with it is worth; a second of stretching is worth 1 until its muscle has had its ten minutes."""

DRILL_ROLES: frozenset[Role] = frozenset({"mobility", "practice"})
STRENGTH_FINDINGS: frozenset[Finding] = frozenset({"glute-strength", "core-control"})
STRETCH_FAMILIES: tuple[Family, ...] = ("hip-flexors", "hip-rotators", "hamstrings", "adductors", "trunk-rotation")
VARIETY_FAMILIES: tuple[Family, ...] = (
    *STRETCH_FAMILIES,
    "hip-flexion",
    "side-stretch",
    "pelvic-awareness",
    "ankle",
    "balance",
)
GUESTS_A_BLOCK = 2
PATTERNS: tuple[tuple[Pattern, int], ...] = (
    ("bridge", 2),
    ("squat-or-rise", 3),
    ("anti-rotation", 2),
    ("hinge", 3),
    ("hip-abduction", 3),
    ("anti-extension", 2),
    ("side-brace", 2),
)
"""The seven main patterns with the week each joins in (source-plan), in order when minutes are few."""
PATTERNS_ANSWERING: dict[Finding, tuple[Pattern, ...]] = {
    "glute-strength": ("bridge", "hip-abduction"),
    "core-control": ("anti-rotation", "anti-extension"),
}
CORE_WEEK = 2
FEW_MINUTES = 8
"""With fewer minutes a day patterns take turns from the start: a few in full, the shortest first (opinion)."""
SHORTEST: tuple[Pattern, ...] = ("squat-or-rise", "hinge", "bridge")
STEPS = ("step-up", "step-up-low")
"""One height at a time: with both, half the strength day is spent on stairs (opinion)."""
ONE_LEG = (*STEPS, "single-leg-stance")
ONE_LEG_FINDINGS: frozenset[Finding] = frozenset({"glute-strength", "balance", "endurance"})
ONE_LEG_GOALS = ("run", "jog", "sport", "stair", "climb", "hik", "mountain", "danc", "ski", "football", "tennis", "bowl")
"""Words in a goal that speak of standing on one leg under load."""


def everybody(_: Person) -> bool:
    return True


def careful(person: Person) -> bool:
    """Where balance matters: from 60, with fall risk, after a fusion, with osteoporosis (source-plan, B-8)."""
    return person.balance or "osteoporosis" in person.circumstances


def asks_for_one_leg(person: Person) -> bool:
    """Young enough or steady, and a finding or a goal that needs one leg under load."""
    found = any(need.finding in ONE_LEG_FINDINGS for need in person.needs)
    wished = any(word in goal.lower() for goal in person.goals for word in ONE_LEG_GOALS)
    return (person.steady or person.fit) and (found or wished)


def squats_deep(person: Person) -> bool:
    """Young and fit: from the body-weight squat of week 5 it is one step to holding a deep one."""
    return person.fit


def practises_transfers(person: Person) -> bool:
    """From 60, afraid of falling, expecting or operated: getting out of bed, down to the floor and up again."""
    return person.balance or bool(person.circumstances & {"expecting", "operated"})


@value
class Offer:
    """One row. What is meant by it: exercises of these ids, roles, families, or that answer a finding; all that is given
    must hold. `reason`: the sentence it gives, `found`: what fills it."""

    reason: str
    slot: Slot
    worth: int
    week: int = 1
    last: int = WEEKS
    to: Callable[[Person], bool] = everybody
    exercises: tuple[str, ...] = ()
    roles: frozenset[Role] = frozenset()
    families: tuple[Family, ...] = ()
    need: Need | None = None
    group: str | None = None
    most: int = 1
    """How many of the fitting ones are taken."""
    once_a_family: bool = False
    """Not where the family has its drill already."""
    shortest_first: bool = False
    late_first: bool = False
    """What the first hour of the day forbids comes first: the evening is its place."""
    beyond: bool = False
    """Also rungs above those where the person begins."""
    needed: bool = False
    grows_light_days: bool = False
    """Light days may grow before it is left out."""


BREATHING: frozenset[Role] = frozenset({"breathing"})
RELEASE: frozenset[Role] = frozenset({"release"})
MOBILITY: frozenset[Role] = frozenset({"mobility"})
STRENGTH: frozenset[Role] = frozenset({"strength"})
FIRST_DRILL = "first-drill"

DAILY = (
    Offer(
        reason="daily-drill",
        slot="morning",
        worth=STRETCH_WORTH,
        roles=DRILL_ROLES,
        families=STRETCH_FAMILIES,
        group=FIRST_DRILL,
        shortest_first=True,
    ),
    Offer(
        reason="daily-drill",
        slot="morning",
        worth=STRETCH_WORTH,
        group=FIRST_DRILL,
        shortest_first=True,
        needed=True,
        grows_light_days=True,
    ),
)
EVENING_FAMILIES: tuple[Family, ...] = (*STRETCH_FAMILIES, "hip-flexion", "side-stretch")
EVENINGS = (
    *(
        Offer(
            reason="evening-release",
            slot="evening",
            worth=EVENING_WORTH,
            week=FIRST_EVENING_WEEK,
            roles=MOBILITY,
            families=families,
            shortest_first=True,
            late_first=True,
            grows_light_days=True,
        )
        for families in (EVENING_FAMILIES, ())
    ),
    Offer(reason="evening-release", slot="evening", worth=EVENING_WORTH, week=FIRST_EVENING_WEEK, roles=RELEASE, most=2),
)
ON_ONE_LEG = (
    Offer(
        reason="one-leg",
        slot="strength",
        worth=STRENGTH_WORTH,
        week=5,
        to=asks_for_one_leg,
        exercises=ONE_LEG,
        group="one-leg",
    ),
)
CAREFUL = (
    Offer(reason="stairs", slot="strength", worth=STRENGTH_WORTH, week=3, to=careful, roles=STRENGTH, families=("ankle",)),
    Offer(reason="stairs", slot="strength", worth=STRENGTH_WORTH, week=3, to=careful, roles=STRENGTH, families=("steps",)),
    Offer(
        reason="posture",
        slot="strength",
        worth=STRENGTH_WORTH,
        week=2,
        to=careful,
        roles=STRENGTH,
        families=("back-extensors",),
    ),
)
STRETCHES = tuple(
    Offer(
        reason="stretch-volume",
        slot="morning",
        worth=STRETCH_WORTH,
        roles=MOBILITY,
        families=(family,),
        once_a_family=True,
    )
    for family in STRETCH_FAMILIES
)
CALM = (
    Offer(reason="calm", slot="breathing", worth=CALM_WORTH, exercises=("breathing", "rest-legs-up"), group="calm"),
    Offer(reason="calm", slot="breathing", worth=CALM_WORTH, exercises=("breathing", "rest-legs-up"), week=7, group="calm"),
)
LATE = (
    Offer(
        reason="evening-release",
        slot="evening",
        worth=VARIETY_WORTH,
        week=FIRST_EVENING_WEEK,
        to=squats_deep,
        exercises=("deep-squat-hold",),
        beyond=True,
    ),
    Offer(
        reason="evening-release",
        slot="evening",
        worth=VARIETY_WORTH,
        week=FIRST_EVENING_WEEK,
        roles=MOBILITY,
        families=EVENING_FAMILIES,
        late_first=True,
        most=2,
    ),
)
GETTING_DOWN = (
    Offer(
        reason="getting-down",
        slot="morning",
        worth=VARIETY_WORTH,
        week=3,
        to=practises_transfers,
        exercises=("log-roll",),
    ),
    Offer(
        reason="getting-down",
        slot="morning",
        worth=VARIETY_WORTH,
        week=5,
        to=practises_transfers,
        exercises=("chair-to-kneel", "floor-transfer"),
        beyond=True,
        group="transfers",
    ),
)
GUESTS = tuple(
    Offer(
        reason="variety",
        slot="morning",
        worth=VARIETY_WORTH,
        week=first,
        last=first + 1,
        roles=DRILL_ROLES,
        families=VARIETY_FAMILIES,
        most=GUESTS_A_BLOCK,
    )
    for first in range(1, WEEKS, 2)
)
RESTRICTED = (
    Offer(
        reason="open-now",
        slot="morning",
        worth=STRETCH_WORTH,
        roles=frozenset({"mobility", "practice", "strength", "balance", "release"}),
        shortest_first=True,
        grows_light_days=True,
        most=99,
    ),
    Offer(reason="calm", slot="breathing", worth=CALM_WORTH, roles=BREATHING, most=2),
)


def first_offers(person: Person) -> Iterator[Offer]:
    """The day's drill, and what answers findings by stretching or by practice."""
    for need in (known for known in person.needs if known.finding != "balance"):
        yield Offer(
            reason="answers-finding", slot="morning", worth=NEED_WORTH, roles=DRILL_ROLES, need=need, group=FIRST_DRILL
        )
    yield from DAILY


def finding_offers(person: Person) -> Iterator[Offer]:
    """A drill of the fitting kind for each finding that no strength pattern answers; another kind where there is none."""
    for need in person.needs:
        if need.finding not in STRENGTH_FINDINGS | {"balance", "endurance"}:
            yield from _answers(need, (roles_for(need.finding), DRILL_ROLES))


def leftover_offers(person: Person) -> Iterator[Offer]:
    """What no strength pattern had room for, as a drill."""
    for need in person.needs:
        if need.finding in STRENGTH_FINDINGS:
            yield from _answers(need, (DRILL_ROLES,))


def _answers(need: Need, kinds: tuple[frozenset[Role], ...]) -> Iterator[Offer]:
    for roles in kinds:
        for week, slot in ((1, "morning"), (FIRST_EVENING_WEEK, "evening")):
            yield Offer(
                reason="answers-finding",
                slot="evening" if slot == "evening" else "morning",
                worth=NEED_WORTH,
                week=week,
                roles=roles,
                need=need,
                group=f"finding-{need.finding}",
                grows_light_days=True,
            )


def special_offers(person: Person) -> Iterator[Offer]:
    """What the special needs prefer, each in its session; then the families that the person asked for."""
    for need in person.special:
        for exercise in need.prefer:
            yield from _as_soon_as_it_may(exercise, need.id)
    for family in person.prefer:
        yield Offer(reason="your-wish", slot="morning", worth=EVENING_WORTH, families=(family,), most=2)


def favourite_offers(person: Person) -> Iterator[Offer]:
    """Favourites come after findings and main patterns: among equals they win there, and they never replace what trains."""
    for exercise in person.favourites:
        yield from _as_soon_as_it_may(exercise, "favourite")


def _as_soon_as_it_may(exercise: str, reason: str) -> Iterator[Offer]:
    for week in (1, FIRST_STRENGTH_WEEK, 3, 5):
        yield Offer(reason=reason, slot="morning", worth=EVENING_WORTH, week=week, exercises=(exercise,), group=exercise)


def patterns_for(person: Person) -> tuple[tuple[Pattern, int], ...]:
    """The main patterns in this person's order: findings first, from 60 rising from a chair (opinion), then what special needs
    ask for, then the others."""
    found = [pattern for need in person.needs for pattern in PATTERNS_ANSWERING.get(need.finding, ())]
    weeks = dict(PATTERNS)
    few = SHORTEST if person.minutes < FEW_MINUTES else ()
    rise: tuple[Pattern, ...] = ("squat-or-rise",) if person.senior else ()
    order = dict.fromkeys((*few, *found[:1], *rise, *person.patterns_first, *found[2:3], *weeks))
    return tuple((pattern, weeks[pattern]) for pattern in order)


def roles_for(finding: Finding) -> frozenset[Role]:
    """The kind of drill that trains what was found."""
    if finding == "balance":
        return frozenset({"balance"})
    if finding in STRENGTH_FINDINGS:
        return STRENGTH
    return DRILL_ROLES if finding == "body-awareness" else MOBILITY
