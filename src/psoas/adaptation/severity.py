"""How a number of pain is read against this person's base. The absolute bands bind only while the base is 4 or less.

    acceptable    up to the base plus 1, when it settles       PAIN-1 and PAIN-2 read against the base: opinion [D]
    high          6 or more, and 2 above the base              PAIN-1, PRO-1
    severe        8 or more, and 2 above the base; or 10       PAIN-4

They were tested on knees and Achilles tendons, not on backs (PAIN-3): a design choice, not evidence.
"""

from psoas.vocabulary.scales import HIGH, IMPORTANT_CHANGE, SEVERE, WORST

ACCEPTABLE = 1
ABOVE_BASE = IMPORTANT_CHANGE
HEALING_STOP = 4
"""PAIN-3 [D]: while a fusion or a new hip heals, 3 is the most."""


def is_severe(pain: int, base: float) -> bool:
    """Severe for this person."""
    return pain >= WORST or (pain >= SEVERE and pain >= base + ABOVE_BASE)


def is_high(pain: int, base: float) -> bool:
    """High for this person."""
    return pain >= HIGH and pain >= base + ABOVE_BASE
