"""The safety questions: what is asked, what each answer means, what raises it."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from psoas.catalogue.catalogue import load
from psoas.catalogue.rules import Escalation, RedFlag
from psoas.catalogue.version import rule_version
from sheets.markdown import UNSIGNED, bullets, page, signature

ANSWERS = """Answers: no; yes (new in about two weeks, or getting worse); known (long-standing, unchanged, a clinician knows);
unsure. Unsure counts as yes in the three upper urgencies and as no in routine. Known never stops a plan: it becomes a limit or
a note. The highest urgency and the strictest scope win, separately. A question without an answer stops the plan."""


def pages() -> Mapping[str, str]:
    """One page."""
    catalogue = load()
    flags = sorted(catalogue.red_flags.values(), key=lambda flag: flag.page)
    parts = [part for number, group in groupby(flags, key=lambda flag: flag.page) for part in _asked_on(number, list(group))]
    sign = signature("the safety questions", rule_version(catalogue))
    return {"safety-questions.md": page("# The safety questions", UNSIGNED, ANSWERS, *parts, sign)}


def _asked_on(number: int, flags: list[RedFlag]) -> Iterator[str]:
    yield f"## Page {number}"
    for flag in flags:
        yield f"### {flag.asks}"
        yield bullets(
            [
                f"`{flag.id}`: **{flag.urgency}**, scope **{flag.scope}** *({flag.source}; {flag.status})*",
                f"When unsure: {flag.follow_up}",
                f"Yes: {flag.says}",
                f"Known: {flag.known_says}",
                *map(_raised, flag.escalations),
            ]
        )


def _raised(raised: Escalation) -> str:
    wanted = [
        f"from {raised.age_from} years" if raised.age_from else "",
        f"with {' or '.join(raised.conditions)}" if raised.conditions else "",
        f"with a yes to {' or '.join(raised.answers)}" if raised.answers else "",
        f"within {raised.surgery_within_days} days of an operation" if raised.surgery_within_days else "",
        f"({', '.join(raised.surgeries)})" if raised.surgeries else "",
    ]
    when = " ".join(part for part in wanted if part)
    return f"{when}: **{raised.urgency}**, scope **{raised.scope}**. {raised.says} *({raised.source}; {raised.status})*"
