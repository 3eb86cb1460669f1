"""Where a fact comes from and how far it was checked; why a decision was made.

V   read in the primary source (nearly always its abstract or a table)
S   read in a secondary source
M   quoted from memory with its citation, to be verified
X   calculated here from cited numbers
D   a design proposal of this project, not evidence: needs a clinician's signature
"""

from typing import Annotated, Literal

from psoas.vocabulary.language import ForAPerson, say, say_later
from psoas.vocabulary.value import value

Status = Literal["V", "S", "M", "X", "D"]

STATUS_SAYS: dict[Status, str] = {
    "V": say_later("read in the source"),
    "S": say_later("read in a secondary source"),
    "M": say_later("from memory, not yet verified"),
    "X": say_later("calculated here from cited numbers"),
    "D": say_later("a design choice of this project, not evidence; no clinician has signed it"),
}


def how_checked(status: Status) -> str:
    """The status of a fact in words, in the language now spoken."""
    return say(STATUS_SAYS[status])


@value
class Reason:
    """Why something was decided, in words fit for the person. `source` names evidence ids, or the rule itself."""

    id: str
    says: Annotated[str, ForAPerson()]
    source: str
