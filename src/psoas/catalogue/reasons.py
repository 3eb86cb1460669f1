"""Sentences that say why: one row for each reason, in words fit for the person, with its source and status.

Rules name an id; the words stand here once, whichever door shows them. A gap is written `{so}`: `reason("rung", so="a step")`.
"""

from psoas.catalogue.texts import Text
from psoas.vocabulary.evidence import Status
from psoas.vocabulary.value import value


@value
class Sentence:
    """One reason in words. `source`: ids of sources, or of the rule itself (`psoas-opinion`)."""

    id: str
    says: Text
    source: str
    status: Status
