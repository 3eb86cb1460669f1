"""The page on which the cohort is printed: what must show, how each behaviour fares, loads, themes, and what is wrong."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from textwrap import fill

from cohort.behaviour import BEHAVIOURS
from cohort.load import PATTERNS
from cohort.result import Result
from cohort.targets import WORTH, Line, lines, mean_loads, never_reached
from psoas.catalogue.catalogue import load
from psoas.journey import rule_version

THEMES = ("morning", "core basics", "hip strength", "cardio", "dynamic", "evening", "challenge", "ergonomics, calm")
WIDTH = 125
EXAMPLES = 3
"""How many lives are named for each thing that is wrong."""
INTRODUCTION = """
Invented people live the eight weeks by the weekly loop: the plan is made, each day is done and logged as such a person would,
at the end of each week the changes are proposed and all of them applied. Twenty of the people are described one by one, the
others are drawn from a seed (age first, then pain, conditions, operations, equipment, minutes and days that go with it; the
weights are a design choice of ours). Each person lives {each} of {behaviours} behaviours in turns. No figure here says what
the exercises do to a body: it shows what the rules do with a diary.
"""


def page(results: Sequence[Result], *, people: int, each: int, before: Mapping[str, str]) -> str:
    """The whole page. `before`: what the lines measured under the rules before these, by id."""
    parts = [
        "# The virtual cohort",
        PRINTED.format(version=rule_version(), people=people, lives=len(results)),
        fill(INTRODUCTION.strip().format(each=each, behaviours=len(BEHAVIOURS)), WIDTH),
        "## What must show",
        _targets(lines(results), before),
        "## How each behaviour fares",
        _behaviours(results),
        fill(LEGEND, WIDTH),
        "## Weekly load by pattern",
        "Seconds under way a week, the middle of the steady lives that have the pattern.",
        _loads(results),
        "## Weekly themes",
        "Share of steady lives in which the week's theme is found in what is asked.",
        _themes(results),
        "## What is wrong",
        _wrong(results),
        "## Who meets each movement",
        "How many of these people are asked for it in some week (sessions and breaks), and one of them.",
        _movements(results),
    ]
    return "\n\n".join(parts) + "\n"


PRINTED = "*Printed by `make bench` at rule version `{version}`: {people} people, {lives} lives. No clinician has signed it.*"
LEGEND = (
    "Steps: steps up a life, of strength / of everything. Two rungs: patterns with two rungs' worth gained: a rung or a band "
    "counts one; a dose or a weight counts by its growth, chair rises from 2 x 5 to 3 x 12 "
    "(3.6 times) being two. By dose alone that cannot be reached: a fifth more a week makes 2.5 times from week 3 and three "
    "times from week 2 at most. So a second line counts one rung with no less work than the first week's, or its worth (1.9 "
    "times the dose). Walking: minutes of week 1, of the least week "
    "and of week 8. Lost, regained, returned: movements replaced or stopped, seen again later, and replaced again within "
    "three weeks or a third time; one new try after three weeks of rest is none. Former dose: what the week after fourteen "
    "settled days asks of strength, of other exercise and of walking, the least of the three, against the week before the "
    "flare or the gap, or against the plan as first made where that asks for less by then; who stands on a higher rung than "
    "before has that ladder's former dose. Week 4's cardio: twenty minutes under "
    "way. Numbers are means; walking and the former dose are middles."
)


def table(header: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (header, ["---"] * len(header), *body))


def _targets(found: Sequence[Line], before: Mapping[str, str]) -> str:
    rows = (
        (line.says, line.target, before.get(line.id, ""), line.measured, "yes" if line.met else "**no**") for line in found
    )
    return table(("must show", "target", "before", "measured", "met"), rows)


def _behaviours(results: Sequence[Result]) -> str:
    header = (
        "life",
        "lives",
        "steps",
        "two rungs",
        "walking",
        "lost / regained / returned",
        "former dose",
        "unsafe",
        "largest MB",
    )
    rows = []
    for name, behaviour in BEHAVIOURS.items():
        lives = [one for one in results if one.behaviour == name]
        if lives:
            rows.append((behaviour.says, str(len(lives)), *_fares(lives)))
    return table(header, rows)


def _fares(lives: Sequence[Result]) -> tuple[str, ...]:
    strength = _mean(sum(one.steps[pattern] for pattern in PATTERNS) for one in lives)
    worth = _mean(sum(gained >= WORTH for gained in one.worth.values()) for one in lives)
    walking = [round(median(minutes(one.walked) for one in lives)) for minutes in (lambda w: w[0], min, lambda w: w[-1])]
    rows = [_mean(getattr(one, field) for one in lives) for field in ("lost", "regained", "returned")]
    former = [one.former for one in lives if one.former is not None]
    return (
        f"{strength} / {_mean(one.steps.total() for one in lives)}",
        worth,
        " → ".join(map(str, walking)),
        " / ".join(rows),
        f"{median(former):.0%}" if former else "–",
        str(sum(len(one.unsafe) for one in lives)),
        f"{max(one.size for one in lives) / 1e6:.1f}",
    )


def _mean(numbers: Iterable[float]) -> str:
    known = list(numbers)
    return f"{sum(known) / len(known):.1f}"


def _loads(results: Sequence[Result]) -> str:
    rows = ((pattern, *map(str, weeks)) for pattern, weeks in mean_loads(results).items())
    return table(("pattern", *(f"week {number}" for number in range(1, 9))), rows)


def _themes(results: Sequence[Result]) -> str:
    steady = [one for one in results if one.behaviour == "steady"]
    shares = (sum(one.themes[week] for one in steady) / len(steady) for week in range(8)) if steady else ()
    return table(("week", "theme", "found"), ((str(n), THEMES[n - 1], f"{share:.0%}") for n, share in enumerate(shares, 1)))


def _wrong(results: Sequence[Result]) -> str:
    """Examples of each kind, with the person and the behaviour that show it again."""
    kinds = {
        "unsafe": lambda one: one.unsafe,
        "grew by more than a fifth": lambda one: one.grew if one.behaviour == "steady" else (),
        "grew and was not ready": lambda one: one.marched,
        "more minutes than given": lambda one: one.over,
    }
    parts = [_examples(says, [(one, found[0]) for one in results if (found := of(one))]) for says, of in kinds.items()]
    never = never_reached(results)
    parts.append(f"- reached by nobody: {', '.join(never)}" if never else "")
    return "\n".join(part for part in parts if part) or "Nothing of the kinds that are looked for."


def _examples(says: str, found: Sequence[tuple[Result, str]]) -> str:
    if not found:
        return ""
    shown = "; ".join(f"`{one.person}` {one.behaviour}: {line}" for one, line in found[:EXAMPLES])
    return f"- {says}: {len(found)} lives, such as {shown}"


def _movements(results: Sequence[Result]) -> str:
    meet: dict[str, dict[str, None]] = {name: {} for name in load().exercises}
    for one in results:
        for name in one.reached & meet.keys():
            meet[name][one.person] = None
    rows = ((name, str(len(people)), f"`{next(iter(people))}`" if people else "**nobody**") for name, people in meet.items())
    return table(("movement", "people", "such as"), rows)
