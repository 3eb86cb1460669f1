"""Where a fact comes from and how far it was checked; why a decision was made.

V   read in the primary source (nearly always its abstract or a table)
S   read in a secondary source
M   quoted from memory with its citation, to be verified
X   calculated here from cited numbers
D   a design proposal of this project, not evidence: needs a clinician's signature
"""

from typing import Literal

from psoas.vocabulary.value import value

Status = Literal["V", "S", "M", "X", "D"]

STATUS_SAYS: dict[Status, str] = {
    "V": "read in the source",
    "S": "read in a secondary source",
    "M": "from memory, not yet verified",
    "X": "calculated here from cited numbers",
    "D": "a design choice of this project, not evidence; no clinician has signed it",
}


@value
class Reason:
    """Why something was decided, in words fit for the person. `source` names evidence ids, or the rule itself."""

    id: str
    says: str
    source: str
