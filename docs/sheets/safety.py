"""The safety questions: what is asked of whom, what each answer means, what raises and what eases it, how plain it reads."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from psoas.catalogue.catalogue import load
from psoas.catalogue.lint.readability import OLDEST_READING_AGE, age_of, reading_age
from psoas.catalogue.rules_version import rule_version
from psoas.catalogue.safety_rules import RedFlag, Verdict, When
from sheets.markdown import UNSIGNED, bullets, page, signature

ANSWERS = """Answers: no; yes (new in about two weeks, or getting worse); old (there for longer, and nobody has examined it);
known (long-standing, unchanged, a clinician knows); unsure. Unsure counts as yes in the three upper urgencies and as no in
routine. Old counts as yes, one step less urgent. Known never stops a plan: it becomes a limit or a note, and for six signs
only the gentlest rows are open until the visit is recorded; where the pain was never seen and no visit is on record, known
reads as old. The highest urgency and the strictest scope win, separately. A question of pages 1 to 5 without an answer stops
the plan. A further question (page 6) without one closes nothing; where another answer called for it, nothing gets harder."""

READ_BY = f"""Reading age is computed (Flesch and Kincaid, in years; English). No line may need more than
{OLDEST_READING_AGE}, be longer than 25 words or offer more than three things to choose from. No person of 70 has read them for
us yet."""


def pages() -> Mapping[str, str]:
    """One page."""
    catalogue = load()
    flags = sorted(catalogue.red_flags.values(), key=lambda flag: flag.page)
    parts = [part for number, group in groupby(flags, key=lambda flag: flag.page) for part in _asked_on(number, list(group))]
    sign = signature("the safety questions", rule_version(catalogue))
    return {"safety-questions.md": page("# The safety questions", UNSIGNED, ANSWERS, READ_BY, *parts, sign)}


def _asked_on(number: int, flags: list[RedFlag]) -> Iterator[str]:
    yield f"## Page {number}"
    for flag in flags:
        yield f"### {flag.asks}"
        yield bullets([*_question(flag), *map(_eased, flag.easings), *map(_raised, flag.escalations)])


def _question(flag: RedFlag) -> Iterator[str]:
    yield f"`{flag.id}`: **{flag.urgency}**, scope **{flag.scope}** *({flag.source}; {flag.status})*"
    yield f"Reading age {reading_age(flag):.0f}, the follow-up {age_of(flag.follow_up):.0f}"
    if flag.asked:
        yield f"Asked {', or '.join(map(_when, flag.asked))}"
    if flag.signs:
        needed = "" if flag.signs_needed == 1 else f" ({flag.signs_needed} of them make a yes)"
        yield f"Signs{needed}: {'; '.join(flag.signs)}"
    yield f"When unsure: {flag.follow_up}"
    yield f"Yes: {flag.says}"
    until = f" Until a return is recorded: `{flag.known_until_seen}`." if flag.known_until_seen else ""
    yield f"Known: {flag.known_says}{until}"


def _raised(row: Verdict) -> str:
    return f"Raised {_verdict(row)}"


def _eased(row: Verdict) -> str:
    return f"Eased {_verdict(row)}"


def _verdict(row: Verdict) -> str:
    return f"{_when(row.when)}: **{row.urgency}**, scope **{row.scope}**. {row.says} *({row.source}; {row.status})*"


def _when(when: When) -> str:
    wanted = [
        f"from {when.age_from} years" if when.age_from else "",
        f"under {when.age_below} years" if when.age_below else "",
        f"sex {' or '.join(when.sex)}" if when.sex else "",
        f"pregnant from week {when.pregnant_from_week}" if when.pregnant_from_week else "",
        f"with {' or '.join(when.conditions)}" if when.conditions else "",
        f"without {', '.join(when.without)}" if when.without else "",
        f"within {when.surgery_within_days} days of an operation" if when.surgery_within_days else "",
        f"({', '.join(when.surgeries)})" if when.surgeries else "",
        f"with a yes to {' or '.join(when.said_yes)}" if when.said_yes else "",
        f"with a no to {' and '.join(when.said_no)}" if when.said_no else "",
        f"without a yes to {' or '.join(when.free_of)}" if when.free_of else "",
        f"with anything but no to {' or '.join(when.anything_but_no)}" if when.anything_but_no else "",
    ]
    return ", ".join(part for part in wanted if part)
