"""What one change does to a share: what `whatif` answers. Plain values, like `bend`."""

from typing import Annotated, Literal

from psoas.mechanics.share import Spread
from psoas.vocabulary.language import ForAPerson
from psoas.vocabulary.value import value

Change = Literal["freer-hips", "freer-hamstrings", "fused"]


@value
class Difference:
    """Changed minus unchanged: degrees, and the lumbar share in points of a hundred."""

    hip: Spread
    lumbar: Spread
    points: Spread


@value
class WhatIf:
    change: Change
    at_angle: Difference
    at_effort: Difference
    says: tuple[Annotated[str, ForAPerson()], ...]
