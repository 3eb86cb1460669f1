"""Which answers that stop still stand: a stop ends by a recorded return, not by a later "no".

told                                                        then
yes, unsure or old, to a question that stops                stands
no or known, on the same day                                was a slip: stands no longer
no or known, on a later day, seen on the day or since       answered: stands no longer
no or known, on a later day, and nobody has looked          stands on

    standing(what was told, day by day; the returns) -> question: answer
"""

from collections.abc import Iterable, Mapping
from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Answer, Return
from psoas.vocabulary.value import value

STOPPING: frozenset[str] = frozenset({"yes", "unsure", "old"})


@value
class AnswersTold:
    """Safety answers of one moment, each question at most once."""

    on: date
    answers: Mapping[str, Answer]
    again: bool = False
    """A copy of earlier answers (a whole intake kept again), not a new telling."""


def standing(told: Iterable[AnswersTold], returns: Iterable[Return], *, catalogue: Catalogue) -> dict[str, Answer]:
    """The answers that still stop, in the order in which things were told."""
    stops = {flag.id for flag in catalogue.red_flags.values() if flag.scope == "none"}
    seen = tuple(returns)
    since: dict[str, tuple[date, Answer]] = {}
    for page in told:
        for question, answer in page.answers.items():
            if question not in stops:
                continue
            if answer in STOPPING:
                since[question] = since[question] if page.again and question in since else (page.on, answer)
            elif question in since and _is_ended(question, since[question][0], page.on, seen):
                del since[question]
    return {question: answer for question, (_on, answer) in since.items()}


def _is_ended(question: str, since: date, on: date, seen: tuple[Return, ...]) -> bool:
    return on == since or any(back.answer == question and back.seen_on >= since for back in seen)
