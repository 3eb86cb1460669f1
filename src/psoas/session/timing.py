"""How long each step lasts.

get ready       20 s   psoas-opinion, status D
getting down/up 60 s   the same
change of side  10 s   psoas-opinion, status D
between holds    3 s   psoas-opinion, status D
a spoken letter 70 ms, and 400 ms to breathe after a sentence: psoas-opinion, status D; an unhurried voice
"""

from psoas.planning.plan import Item

READY_S = 20
SWITCH_SIDE_S = 10
LET_GO_S = 3
LETTER_MS = 70
BREATH_MS = 400


def spoken_ms(sentence: str) -> int:
    """How long a voice takes to say this."""
    return BREATH_MS + LETTER_MS * len(sentence)


def beat_ms(tempo_s: float) -> int:
    """One slow repetition, in whole milliseconds."""
    return int(tempo_s * 1000 + 0.5)


def work_ms(item: Item, tempo_s: float) -> int:
    """A set of repetitions at the catalogue's tempo."""
    return item.reps * beat_ms(tempo_s)
