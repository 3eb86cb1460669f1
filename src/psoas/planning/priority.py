"""What comes first in a plan, in which week it joins, and what a day with it is worth."""

from psoas.catalogue.entries import Family, Finding, Role
from psoas.planning.person import Person

NEED_WORTH, STRENGTH_WORTH = 1500, 1000
EVENING_WORTH, STRETCH_WORTH, CALM_WORTH, VARIETY_WORTH = 250, 150, 100, 50
"""What one day with it is worth; a second of stretching is worth 1 until its muscle has had its ten minutes."""

STRENGTH_FINDINGS: frozenset[Finding] = frozenset({"glute-strength", "core-control"})
STRENGTH_ROTA: tuple[tuple[Family, int, str], ...] = (
    ("trunk-brace", 2, "core-basics"),
    ("glutes", 2, "core-basics"),
    ("squat", 3, "hip-strength"),
    ("abductors", 3, "hip-strength"),
    ("hinge", 3, "hip-strength"),
)
"""Which family joins in which week (source-plan)."""
CAREFUL_ROTA: tuple[tuple[Family, int, str], ...] = (
    ("back-extensors", 2, "posture"),
    ("steps", 3, "stairs"),
    ("ankle", 3, "stairs"),
)
"""Joins where balance matters: from 60, with fall risk, after a fusion, with osteoporosis (source-plan, B-8)."""
FOCUS_SAYS = {
    "core-basics": "Week 2 adds the basics for trunk and bridge.",
    "hip-strength": "Week 3 adds strength around the hips.",
    "dynamic": "Week 5 lets strength move: one step further, if your log agrees.",
    "posture": "It keeps you upright with ease.",
    "stairs": "It makes stairs and getting about steadier.",
}
STRETCH_FAMILIES: tuple[Family, ...] = ("hip-flexors", "hip-rotators", "hamstrings", "adductors", "trunk-rotation")
HIP_FINDINGS: frozenset[Finding] = frozenset(
    {
        "hip-extension-restriction",
        "hip-flexion-restriction",
        "hip-rotation-restriction",
        "hamstring-restriction",
        "adductor-restriction",
    }
)
HIP_FAMILIES: frozenset[Family] = frozenset({"hip-flexors", "hip-rotators", "hamstrings", "adductors", "hip-flexion"})
"""Where no one-sided drill answers a short hip, the other drills of that hip carry what it gets more."""
VARIETY_FAMILIES: frozenset[Family] = frozenset(
    {*STRETCH_FAMILIES, "hip-flexion", "side-stretch", "pelvic-awareness", "ankle", "hinge", "transfers", "balance"}
)
GUESTS_A_BLOCK = 2
LEAST_EVENING_MINUTES = 15
"""With fall risk and fewer minutes a day, balance and strength come before a quiet evening (opinion)."""
ONE_LEG = ("step-up", "step-up-low", "single-leg-stance")
ONE_LEG_FINDINGS: frozenset[Finding] = frozenset({"glute-strength", "balance", "endurance"})
ONE_LEG_GOALS = ("run", "jog", "sport", "stair", "climb", "hik", "mountain", "danc", "ski", "football", "tennis")
"""Words in a goal that speak of standing on one leg under load."""
PREFERRED = (
    "pallof-press",
    "seated-pallof-press",
    "glute-bridge",
    "sit-to-stand",
    "clamshell",
    "weight-shift",
    "semi-tandem-stand",
)
"""Where several stand on the same rung: the drills of the source plan first."""


def kind_for(finding: Finding) -> frozenset[Role]:
    """The kind of drill that trains what was found."""
    if finding == "balance":
        return frozenset({"balance"})
    if finding in STRENGTH_FINDINGS:
        return frozenset({"strength"})
    return frozenset({"mobility", "practice"}) if finding == "body-awareness" else frozenset({"mobility"})


def asks_for_one_leg(person: Person) -> bool:
    """Steady, without limits, and a finding or a goal that needs one leg under load."""
    found = any(need.finding in ONE_LEG_FINDINGS for need in person.needs)
    wished = any(word in goal.lower() for goal in person.goals for word in ONE_LEG_GOALS)
    return person.steady and (found or wished)
