"""The pseudo-language: English in disguise, longer and in brackets, made from every text that was found.

A word on a page that is still plain never came through the door; a bracket that is cut off shows where longer words find no
room.
"""

import re
from collections.abc import Iterable

import django
from babel.messages.catalog import Catalog

from catalogues import GAP, LOCALE, keep, read_any
from places import Text

PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
MASKED = "ÅßÇĐÉƑĞĤÎĴĶĿṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
MASK = str.maketrans(PLAIN, MASKED)
LONGER = 0.3
"""How much room a translation may need beyond the English."""
VERBATIM = "date format"
"""Letters that stand for a day or a month, not for themselves."""
LETTERS = re.compile(r"&[a-z]+;")


def masked(text: str) -> str:
    """`Save {n}` → `[Šåṽé {n} ··]`: gaps and marks of the page stay."""
    parts = re.split(f"({GAP.pattern}|{LETTERS.pattern})", text)
    said = "".join(part if number % 2 else part.translate(MASK) for number, part in enumerate(parts))
    return f"[{said} {'·' * max(1, round(LONGER * len(text)))}]"


def compile_pseudo(texts: Iterable[Text], language: str) -> int:
    """What was found, and what Django itself says to people (names of days, complaints of forms)."""
    whole = Catalog(locale=None, charset="utf-8", fuzzy=False)
    for text in texts:
        says = (text.says, text.plural) if text.plural else text.says
        whole.add(says, says if text.context == VERBATIM else _masked(says), context=text.context)
    for message in read_any(django.__path__[0] + "/conf/locale/en/LC_MESSAGES/django.po"):
        if message.id:
            whole.add(message.id, _masked(message.id), context=message.context)
    keep(whole, LOCALE, language)
    return len(whole)


def _masked(says: str | tuple[str, ...] | list[str]) -> str | tuple[str, ...]:
    return masked(says) if isinstance(says, str) else tuple(masked(one) for one in says)
