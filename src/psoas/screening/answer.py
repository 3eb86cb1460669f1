"""Which of several answers to one safety question is the strictest: that one holds.

    strictness    most questions                          routine questions
    least         no                                      no
                  known    its limits                     unsure   reads as no
                  old      one step less urgent           known
                  unsure   reads as yes                   old
    most          yes                                     yes

What each answer means is decided in `flags`; the order follows from it, so no answer may hide one that means more.
"""

from collections.abc import Iterable

from psoas.catalogue.catalogue import Catalogue
from psoas.screening.intake import Answer

STRICTNESS: tuple[Answer, ...] = ("no", "known", "old", "unsure", "yes")
ROUTINE_STRICTNESS: tuple[Answer, ...] = ("no", "unsure", "known", "old", "yes")


def strictest(question: str, answers: Iterable[Answer], *, catalogue: Catalogue) -> Answer:
    """The answer that holds of all that were given to this question."""
    flag = catalogue.red_flags.get(question)
    order = ROUTINE_STRICTNESS if flag is not None and flag.urgency == "routine" else STRICTNESS
    return max(answers, key=order.index)
