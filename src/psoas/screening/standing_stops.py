"""Which answers that stop still stand: a stop ends by a recorded return, not by a later "no".

told                                                        then
yes, unsure or old, to a question that stops                stands
no or known, on the same day                                was a slip: stands no longer
no or known, on a later day, seen on the day or since       answered: stands no longer
no or known, on a later day, and nobody has looked          stands on

    standing(what was told, day by day; the returns) -> question: every answer that stopped, in the order told
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


def standing(told: Iterable[AnswersTold], returns: Iterable[Return], *, catalogue: Catalogue) -> dict[str, tuple[Answer, ...]]:
    """The answers that still stop, in the order in which things were told. Several to one question: which of them holds
    depends on the person (`red_flags.closing`)."""
    stops = {flag.id for flag in catalogue.red_flags.values() if flag.scope == "none"}
    seen = tuple(returns)
    since: dict[str, tuple[date, tuple[Answer, ...]]] = {}
    for page in told:
        for question, answer in page.answers.items():
            if question not in stops:
                continue
            if answer in STOPPING:
                since[question] = _told_on(since.get(question), page, answer)
            elif question in since and _is_ended(question, since[question][0], page.on, seen):
                del since[question]
    return {question: answers for question, (_on, answers) in since.items()}


def _told_on(
    known: tuple[date, tuple[Answer, ...]] | None, page: AnswersTold, answer: Answer
) -> tuple[date, tuple[Answer, ...]]:
    if known is None:
        return page.on, (answer,)
    on, answers = known
    return (on, answers) if page.again else (page.on, (*answers, answer))


def _is_ended(question: str, since: date, on: date, seen: tuple[Return, ...]) -> bool:
    return on == since or any(back.answer == question and back.seen_on >= since for back in seen)
