"""What a profile says, in plain warm words: what helps first, never what is wrong with somebody.

The sentences stand in `catalogue/data/reasons/assessment.toml`; here is which of them a value asks for.
"""

from psoas.assessment.profile import Asymmetry, MeasuredMotion
from psoas.catalogue.catalogue import Catalogue
from psoas.vocabulary.body import Measure
from psoas.vocabulary.language import decimal


def name_of(measure: Measure, catalogue: Catalogue) -> str:
    """A measure as words inside a sentence."""
    return catalogue.says(f"measure-{measure}")


def say_asymmetry(asymmetry: Asymmetry, catalogue: Catalogue) -> str:
    other = "right" if asymmetry.short_side == "left" else "left"
    sides = {"side": catalogue.says(f"side-{asymmetry.short_side}"), "other": catalogue.says(f"side-{other}")}
    size, name = decimal(asymmetry.difference), name_of(asymmetry.measure, catalogue)
    return catalogue.says("side-shows-less", size=size, name=name, **sides)


def say_short(motion: MeasuredMotion, catalogue: Catalogue) -> str:
    how_much = "well-under" if motion.band == "over-2-sd-below" else "a-little-under"
    name = name_of(motion.measure, catalogue)
    if motion.side == "both":
        return catalogue.says(how_much, name=name)
    return catalogue.says(f"{how_much}-on-a-side", name=name, side=catalogue.says(f"side-{motion.side}"))


def say_likely(measure: Measure, catalogue: Catalogue) -> str:
    """No norm fits, and the nearest one lies well above on both sides."""
    return catalogue.says("likely-stiff", name=name_of(measure, catalogue))


def say_no_norm(measure: Measure, catalogue: Catalogue) -> str:
    """Nothing published stands beside this value."""
    return catalogue.says("no-norm", name=name_of(measure, catalogue))


def say_no_spread(motion: MeasuredMotion, usual: float, unit: str, catalogue: Catalogue) -> str:
    """A usual value is known, but not how far people differ around it."""
    return catalogue.says(f"no-spread-{unit}", name=name_of(motion.measure, catalogue), usual=f"{usual:.0f}")


def say_few(motion: MeasuredMotion, people: int, catalogue: Catalogue) -> str:
    """A norm from a small study."""
    return catalogue.says("few-people", name=name_of(motion.measure, catalogue), people=people)
