"""One thing that screening found: what to do about it, how much stays open, which condition rows hold."""

from psoas.catalogue.safety_rules import Scope, Urgency
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.value import value

QUESTION_AHEAD = "ask-"
"""A clearance reason with this prefix is a question that waits for its answer."""


@value
class Concern:
    """Urgency and scope are decided apart; `limits` are ids of condition rows."""

    urgency: Urgency
    scope: Scope
    reason: Reason
    limits: tuple[str, ...] = ()


def is_question(reason: Reason) -> bool:
    """Is this clearance reason a question that waits for its answer? While one does, nothing gets harder."""
    return reason.id.startswith(QUESTION_AHEAD)
