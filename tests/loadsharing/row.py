"""A row of the validation table: what was published, what the model says, and whether that is near enough."""

from typing import Literal

from psoas.vocabulary.value import value

Setting = Literal["untuned", "fitted", "second curve"]
"""untuned: neutral stiffness from specimens, first hip curve. fitted: that stiffness calibrated on D1, which is what a person
is shown. second curve: fitted, with the other family of hip curves."""


@value
class Found:
    """What the model gave, and whether it lies within the tolerance; None where there was nothing to judge."""

    says: str
    passes: bool | None


@value
class Row:
    id: str
    title: str
    target: str
    tolerance: str
    inputs: str
    found: dict[str, Found]
    says: str = ""
    """Why it fails, or what its pass is worth."""


def judge(*pairs: tuple[float, float, float], unit: str = "", digits: int = 1) -> Found:
    """Value, target and tolerance of each number of a row: it passes when all do."""
    says = ", ".join(f"{number:.{digits}f}" for number, _, _ in pairs) + unit
    return Found(says=says, passes=all(abs(number - target) <= width for number, target, width in pairs))
