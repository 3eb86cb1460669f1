"""Which of several answers to one safety question is the strictest: that one holds. And which answers cannot wait.

    strictness    most questions                          routine questions
    least         no                                      no
                  known    its limits                     unsure   reads as no
                  old      one step less urgent           known
                  unsure   reads as yes                   old
    most          yes                                     yes

What each answer means is decided in `flags`; the order follows from it, so no answer may hide one that means more.
"""

from collections.abc import Iterable, Mapping

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.safety_rules import RedFlag
from psoas.screening.intake import Answer

STRICTNESS: tuple[Answer, ...] = ("no", "known", "old", "unsure", "yes")
ROUTINE_STRICTNESS: tuple[Answer, ...] = ("no", "unsure", "known", "old", "yes")
ALARMING: frozenset[Answer] = frozenset({"yes", "unsure"})


def strictest(question: str, answers: Iterable[Answer], *, catalogue: Catalogue) -> Answer:
    """The answer that holds of all that were given to this question."""
    flag = catalogue.red_flags.get(question)
    order = ROUTINE_STRICTNESS if flag is not None and flag.urgency == "routine" else STRICTNESS
    return max(answers, key=order.index)


def alarming(answers: Mapping[str, Answer], *, catalogue: Catalogue) -> tuple[RedFlag, ...]:
    """The emergency signs among these answers, in the order of the questions: told at once, before anything else is asked."""
    flags = catalogue.red_flags.values()
    return tuple(flag for flag in flags if flag.urgency == "emergency" and answers.get(flag.id) in ALARMING)
