"""Each code of the lint fires on a catalogue that is broken in that one way, and is silent on the one that ships."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from psoas.catalogue.catalogue import Catalogue, load
from psoas.catalogue.demands import Forbid
from psoas.catalogue.entries import Caution, Exercise, Range
from psoas.catalogue.lint_codes import CHECKS, find_problems
from psoas.catalogue.safety_rules import LimitRow

CATALOGUE = load()
SQUAT = CATALOGUE.exercises["bodyweight-squat"]
SIDE_PLANK = CATALOGUE.exercises["side-plank"]
HARD_TO_READ = "Have you experienced progressive deterioration of neuromuscular functionality in one lower extremity?"
LUNGE = CATALOGUE.exercises["hip-flexor-lunge-stretch"]


RETIRED = {6}
"""A range that runs backwards cannot be made any more."""


def test_the_shipped_catalogue_has_no_findings() -> None:
    """`psoas check` is clean."""
    assert find_problems(CATALOGUE) == ()


def test_codes_are_stable_and_in_order() -> None:
    """From C001 on, without those a value has taken over; each says what it means and how to mend it."""
    numbers = [number for number in range(1, len(CHECKS) + len(RETIRED) + 1) if number not in RETIRED]

    assert [check.code for check in CHECKS] == [f"C{number:03}" for number in numbers]
    assert all(check.means and check.hint for check in CHECKS)


def having(kind: str, entry: Any) -> Catalogue:
    """The catalogue with this entry added, or in the place of the one with its id."""
    entries: Mapping[str, Any] = getattr(CATALOGUE, kind)
    return replace(CATALOGUE, **{kind: {**entries, entry.id: entry}})


def exercise(name: str, **changes: Any) -> Catalogue:
    """The catalogue with one exercise changed."""
    return having("exercises", replace(CATALOGUE.exercises[name], **changes))


def demanding(name: str, **changes: Any) -> Catalogue:
    return exercise(name, demands=replace(CATALOGUE.exercises[name].demands, **changes))


def dosed(name: str, **changes: Any) -> Catalogue:
    return exercise(name, dose=replace(CATALOGUE.exercises[name].dose, **changes))


def closing(**limit: Any) -> Catalogue:
    """The catalogue with one closing rule more, under hypermobility."""
    told = {"says": "Waits until a clinician says yes.", "source": "psoas-opinion", "status": "D", **limit}
    row = CATALOGUE.conditions["hypermobility"]
    return having("conditions", replace(row, limits=(*row.limits, LimitRow(**told))))


def without_gentle_drills() -> Catalogue:
    """Balance answered on the floor alone."""
    return replace(CATALOGUE, exercises={name: _stiff(entry) for name, entry in CATALOGUE.exercises.items()})


def _stiff(entry: Exercise) -> Exercise:
    answers = tuple(finding for finding in entry.targets.answers if finding != "balance" or entry.demands.floor_transfer)
    return replace(entry, targets=replace(entry.targets, answers=answers))


def surer() -> Catalogue:
    caution = Caution(says="Keep the back long.", source="psoas-opinion", status="V")
    return exercise("bodyweight-squat", cautions=(*SQUAT.cautions, caution))


def less_sure() -> Catalogue:
    """A row from memory beside a source that was read."""
    caution = Caution(says="Keep the back long.", source="B-8", status="M")
    return exercise("bodyweight-squat", cautions=(*SQUAT.cautions, caution))


def source(name: str, **changes: Any) -> Catalogue:
    return having("sources", replace(CATALOGUE.sources[name], **changes))


def circle() -> Catalogue:
    return exercise("deep-squat-hold", harder="bodyweight-squat")


BROKEN: dict[str, Callable[[], Catalogue]] = {
    "C001": lambda: exercise("bodyweight-squat", easier="no-such-squat"),
    "C002": lambda: exercise("bodyweight-squat", easier=None, harder=None),
    "C003": circle,
    "C004": lambda: exercise("bodyweight-squat", sources=("source-plan", "NO-SUCH-TRIAL")),
    "C005": lambda: having("sources", replace(CATALOGUE.sources["FUS-1"], id="UNREAD")),
    "C007": lambda: having("habits", replace(CATALOGUE.habits["driving"], id="bodyweight-squat")),
    "C008": lambda: closing(closes=("no-such-squat",)),
    "C009": lambda: exercise(
        "bodyweight-squat", cautions=(Caution(when="no-such-thing", says="Slowly.", source="customary", status="M"),)
    ),
    "C010": lambda: exercise("bodyweight-squat", why=" ".join(["on"] * 29) + "."),
    "C011": lambda: exercise("box-squat", harder=None),
    "C012": lambda: demanding("weight-shift", balance="unsupported"),
    "C013": lambda: demanding("bodyweight-squat", healing_weeks=0),
    "C014": lambda: exercise("assisted-sit-to-stand", easier="deep-squat-hold"),
    "C015": lambda: demanding("side-plank", surface="chair"),
    "C016": lambda: demanding("side-plank", effort_hold_s=5),
    "C017": lambda: exercise("active-hip-flexor-stretch", variants=()),
    "C018": lambda: dosed("hip-flexor-lunge-stretch", hold_s=Range(low=20, high=90)),
    "C019": lambda: exercise("box-squat", dose=replace(SQUAT.dose, source="source-plan")),
    "C020": lambda: having("prescriptions", replace(CATALOGUE.prescriptions["plan-squat"], exercises=("no-such-squat",))),
    "C021": lambda: dosed("seated-hip-opener", hold_s=Range(low=40, high=40)),
    "C022": surer,
    "C023": lambda: exercise("bodyweight-squat", sources=("source-plan", "psoas-opinion")),
    "C024": lambda: closing(closes=("side-plank",), says="hypermobility"),
    "C025": lambda: closing(forbid=Forbid(demand="hip_flexion_deg", at_least=60), opens=("ankle-pumps",)),
    "C026": without_gentle_drills,
    "C027": lambda: closing(forbid=Forbid(demand="healing_weeks", at_least=0)),
    "C028": lambda: having("stages", replace(CATALOGUE.stages["fusion-early-walking"], exercises=("side-plank",))),
    "C029": lambda: having("exercises", replace(SQUAT, id="squat-again")),
    "C030": lambda: exercise("bodyweight-squat", slips=("That is a bad back!",)),
    "C031": lambda: exercise("bodyweight-squat", cues=("Feel the hip flexion.",)),
    "C032": less_sure,
    "C033": lambda: source("FUS-1", citation="Oestergaard LG 2012"),
    "C034": lambda: source("FUS-1", locators=("doi:somewhere",)),
    "C035": lambda: exercise(
        "seated-hamstring-stretch", why="A stiff hip moves less, so the back moves more.", sources=("DOSE-1",)
    ),
    "C036": lambda: having("claims", replace(CATALOGUE.claims["walking-cures"], evidence="It helped 71 of 100 people.")),
    "C037": lambda: replace(CATALOGUE, sources={name: one for name, one in CATALOGUE.sources.items() if name != "PAIN-3"}),
    "C038": lambda: having("red_flags", replace(CATALOGUE.red_flags["one-leg-weak"], asks=HARD_TO_READ)),
}


def test_every_code_has_a_catalogue_that_breaks_it() -> None:
    """No code is left unproved."""
    assert list(BROKEN) == [check.code for check in CHECKS]


@pytest.mark.parametrize("code", BROKEN)
def test_a_code_fires_on_what_it_is_for(code: str) -> None:
    """The finding says where and what."""
    (check,) = (check for check in CHECKS if check.code == code)
    found = list(check.finds(BROKEN[code]()))

    assert found
    assert all(where and says for where, says in found)


def test_all_checks_are_asked_and_each_finding_carries_its_code_and_hint() -> None:
    """One catalogue that two checks complain of, in the order of the codes."""
    found = find_problems(circle())
    codes = [problem.code for problem in found]

    assert {"C003", "C013"} <= set(codes)
    assert codes == sorted(codes)
    assert all(problem.hint == next(check.hint for check in CHECKS if check.code == problem.code) for problem in found)


def test_a_ladder_may_fork() -> None:
    """Two rows above one easier row are no contradiction: the row itself goes on to only one of them."""
    assert CATALOGUE.exercises["goblet-squat"].easier == SQUAT.id
    assert SQUAT.harder == "deep-squat-hold"
    assert [problem for problem in find_problems(CATALOGUE) if problem.code in {"C003", "C011"}] == []
