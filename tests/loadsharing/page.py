"""The page of the load-sharing model: the whole validation table, computed now, with its passes and failures."""

from collections.abc import Iterable

from loadsharing.choices import choices
from loadsharing.consistency import consistency_rows, sign_rows
from loadsharing.coverage import AIM
from loadsharing.pairs import plausible, worst_of_pairs
from loadsharing.peers import peer_rows
from loadsharing.reversals import PEOPLE
from loadsharing.row import Found, Row, Setting
from loadsharing.studies import study_rows
from psoas.catalogue.catalogue import load
from psoas.mechanics.coverage import Coverage, coverages
from psoas.mechanics.envelope import failures, limits, windows
from psoas.mechanics.parameters import evidence_ids, numbers
from psoas.mechanics.sentences import tell
from psoas.mechanics.tasks import POSES, TASKS, Task
from psoas.vocabulary.evidence import STATUS_SAYS

SETTINGS: tuple[Setting, ...] = ("untuned", "fitted", "second curve")
HEAD = ("row", "what", "published", "tolerance", "inputs")


def all_rows(people: int = PEOPLE) -> tuple[Row, ...]:
    """C, D and S rows in the order of their ids; so many random people."""
    checks = sorted((*consistency_rows(), *peer_rows()), key=lambda row: row.id)
    return (*checks, *study_rows(), *sign_rows(people))


def render(rows: tuple[Row, ...]) -> str:
    """What each answer is worth, checks, studies, signs, ranges, and every number with its source."""
    checks = [row for row in rows if row.id[0] == "C"]
    studies = [row for row in rows if row.id[0] == "D"]
    signs = [row for row in rows if row.id[0] == "S"]
    parts = [
        INTRODUCTION,
        "## Where an answer may be called validated",
        ENVELOPE,
        "![Tried inclinations of each movement and the spans between them that agree](figures/load-sharing-envelope.svg)",
        _table(("movement", "rows", "validated at a trunk of", "what came out wrong"), [_task_line(task) for task in TASKS]),
        _table(("input", "tried"), [_limit_line(name) for name in limits()] + [("fused levels", "none")]),
        "## Does it answer in the right direction?",
        _table((*HEAD[:5], "found"), [_line(row, ("fitted",)) for row in signs]),
        "![Lumbar flexion of the reference body with hips as they are, stiffer and freer](figures/load-sharing-hips.svg)",
        ZERO,
        "## Does it say what you measured?",
        PAIRS.format(worst=worst_of_pairs(), count=len(list(plausible()))),
        "## Does the model agree with people?",
        COLUMNS,
        _table((*HEAD, *SETTINGS), [_line(row, SETTINGS) for row in studies]),
        "\n".join(f"- **{row.id}** {row.says}" for row in studies if row.says),
        "## How many people do the ranges hold?",
        RANGES.format(least=AIM[0], most=AIM[1]),
        "![Published means and spreads beside the model's ranges](figures/load-sharing-coverage.svg)",
        _table(("row", "movement", "trunk", "angle", "published", "held", "why not"), list(map(_coverage_line, coverages()))),
        "## What was decided with results in view",
        _table(("decision", "why", "the other way"), list(choices())),
        "## Is the code right?",
        _table((*HEAD[:5], "found"), [_line(row, ("fitted",)) for row in checks]),
        "## Every number",
        NUMBERS,
        _table(("number", "value", "what it is", "source", "status"), [_number_line(name) for name in numbers()]),
        "\n".join(f"- `{name}`: {cites}" for name, cites in _sources()),
    ]
    return "\n\n".join(parts) + "\n"


INTRODUCTION = """# How hips and lumbar spine share a movement: what the model was held against

*Computed by `python docs/load_sharing.py`. No clinician has signed this page. The model explains; it changes no plan and
diagnoses nothing.*

Hips, five lumbar levels and the thoracolumbar joint are springs in a row; a movement divides itself among them by their
stiffness. A tolerance is the published standard deviation, or (marked *) a choice made before looking at the result. A row
that fails is shown failing, and what it speaks of is called not validated wherever a person meets it."""
ENVELOPE = """An answer is called validated only where every input lies inside what was compared with people: at an
inclination between two that were compared and both came out right (with one alone: within 5° of it), with nothing
fused, and with ranges within two standard deviations of the published means. Outside it is not wrong, but nobody has
looked; the answer then names the input. What was not told counts as inside, because the reference body stands in for
it."""
ZERO = """Every angle counts from the body's own standing, which is at rest whatever its hips are like. The tonic
muscle that keeps it so belongs to standing: what a stiffer limb adds at hip 0 is taken off again; on a chair or in a
squat the front of the hip is slack and needs no balancing. So a hip with less range resists more at every flexion,
and the lumbar spine takes more, in every body and at every bend: the last row counts it. Straight-leg raise moves the
hamstrings half as far as it says (people with back pain show no relation at all, LPR-11). Height and mass change no
angle: springs, seat and reach are taken to grow together."""
PAIRS = """A full bend is read as an inclination of the chest (T12) and of the sacrum (S1). Given both, hips and
lumbar spine (all six joints, in proportion) are solved until the body does that very bend at the effort of a full
bend; each of the bodies drawn does so too, with an error of 3.25° on each reading (4.6° on their difference). On a
grid of {count} plausible pairs (chest 60° to 130°, sacrum 15° up, also with fused levels, stiff hips and at 75 years)
the largest miss is {worst:.0e}°. Asked for a further bend, the lumbar spine stays where it was read.
Other bends, and what would change, follow from there."""
COLUMNS = """Three columns. *Untuned*: the stiffness that a follower load gives to specimens (0.66 Nm per degree).
*Fitted*: that one number calibrated on row D1 and on nothing else (1.13); it is what people are shown. *Second
curve*: fitted, with the other published family of hip curves; its answer is said beside the range. Lumbar is T12 to
S1, as people are shown it; where a study measured L1 to S1 that angle stands in brackets and does not decide. No
number was tuned to D2 to D10."""
RANGES = """The range that is shown holds the middle nine tenths of the bodies drawn, which is not the same as nine of
ten people. Here each published mean and standard deviation is read as a bell curve, and the part of it inside the
range of a person of whom nothing is known is counted. One number of the spread, the couple that muscle adds at the
hips, was calibrated on these rows so that most hold {least} to {most} %; a good count is therefore no evidence.
Measuring narrows the range."""
NUMBERS = "Status: " + "; ".join(f"**{status}** {says}" for status, says in STATUS_SAYS.items()) + "."


def _task_line(task: Task) -> tuple[str, ...]:
    spans = " and ".join(f"{low:g}° to {high:g}°" for low, high in windows(task)) or "nowhere"
    wrong = "; ".join(trial.says for trial in failures(task))
    return task, ", ".join(POSES[task].rows), spans, _unchecked(task) or wrong


def _unchecked(task: Task) -> str:
    said = tell(POSES[task].unchecked) if POSES[task].unchecked else ""
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _limit_line(name: str) -> tuple[str, ...]:
    low, high, unit = limits()[name]
    return name.replace("_", " "), f"{low:g} to {high:g}{'°' if unit == 'deg' else f' {unit}'}"


def _coverage_line(one: Coverage) -> tuple[str, ...]:
    return (
        one.row, one.task, f"{one.trunk:g}°", one.part, f"{one.mean:g} ± {one.spread:g}°", f"{one.held} %", one.why
    )  # fmt: skip


def _line(row: Row, columns: Iterable[Setting]) -> tuple[str, ...]:
    return (row.id, row.title, row.target, row.tolerance, row.inputs, *(_cell(row.found[column]) for column in columns))


def _cell(found: Found) -> str:
    verdict = {True: "pass", False: "**fail**", None: "not run"}[found.passes]
    return f"{found.says}: {verdict}"


def _number_line(name: str) -> tuple[str, ...]:
    number = numbers()[name]
    return name, " ".join(f"{one:g}" for one in number.values), number.says, number.source, number.status


def _sources() -> Iterable[tuple[str, str]]:
    known = load().sources
    return [(name, known[evidence].citation) for name, evidence in evidence_ids().items()]


def _table(head: tuple[str, ...], lines: list[tuple[str, ...]]) -> str:
    rows = [head, ("---",) * len(head), *lines]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
