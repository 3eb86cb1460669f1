"""Typed-in totals: how far each scale runs, and what size of change means something. Their wording is never shown.

rmdq 0-24 (PRO-2)   odi 0-100 (PRO-6)   promis-pain-interference T 20-90 (PRO-8)   start-back 0-9 (PRO-7)
hoos-* 0-100 (PRO-9, PRO-10)   tsk-11 11-44 (PRO-12)   anything else: an own-worded rating 0-10
"""

from psoas.assessment.examination import Score
from psoas.catalogue.catalogue import Catalogue

OWN_WORDED = (0.0, 10.0)
BOUNDS: dict[str, tuple[float, float]] = {
    "rmdq": (0, 24),
    "odi": (0, 100),
    "promis-pain-interference": (20, 90),
    "start-back": (0, 9),
    "hoos-pain": (0, 100),
    "hoos-ps": (0, 100),
    "hoos-jr": (0, 100),
    "tsk-11": (11, 44),
}


def bounds_of(instrument: str) -> tuple[float, float]:
    """Least and most that this scale can give."""
    return BOUNDS.get(_id(instrument), OWN_WORDED)


def read_score(score: Score, *, catalogue: Catalogue) -> str:
    """One sentence: the total, and what size of change would mean something."""
    low, high = bounds_of(score.instrument)
    said = f"{score.instrument.strip()}: {score.value:g} on a scale of {low:g} to {high:g}."
    threshold = catalogue.thresholds.get(_id(score.instrument))
    return f"{said} {threshold.says}" if threshold else said


def _id(instrument: str) -> str:
    return "-".join(instrument.strip().casefold().replace("_", " ").split())
