"""A forward bend in several versions of one person: what `picture` draws. Plain values, so that a page can hold them where
the model itself cannot run.
"""

from typing import Annotated, Literal

from psoas.mechanics.share import Spread
from psoas.mechanics.tasks import Validation
from psoas.vocabulary.body import Level
from psoas.vocabulary.language import ForAPerson
from psoas.vocabulary.value import value

Said = Annotated[str, ForAPerson()]
Version = Literal["now", "freer", "stiffer", "fused"]


@value
class Bend:
    """One inclination of the chest."""

    trunk: float
    hip: Spread
    lumbar: Spread
    lumbar_share: Spread
    levels: dict[Level, Spread]
    other_lumbar: float | None = None
    """Lumbar flexion of the middle body with the second hip curve."""
    validation: Validation = "not-validated"
    says: Said = ""
    """For a changed version: what the change does to the lower back's part of this bend."""


@value
class Side:
    """One version of the person, from the smallest bend to the largest that it reaches."""

    version: Version
    bends: tuple[Bend, ...]


@value
class Picture:
    measured: tuple[str, ...]
    """Which ranges are this person's own."""
    reference: bool
    """Nothing at all is known: this is not the person."""
    outside: tuple[Said, ...]
    """Which of this person's inputs were never compared with anybody, whatever the bend."""
    says: tuple[Said, ...]
    """What stands behind it: how well it held against people, what came out wrong, which tables have gaps."""
    sides: tuple[Side, ...]
