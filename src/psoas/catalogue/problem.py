"""What the lint finds: a stable code, where, what, and a hint at the remedy."""

from collections.abc import Callable, Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.vocabulary.value import value

Finds = Callable[[Catalogue], Iterator[tuple[str, str]]]
"""A check reads the whole catalogue and yields where something is wrong and what."""


@value
class Problem:
    """One finding of the lint."""

    code: str
    where: str
    says: str
    hint: str


@value
class Check:
    """One code: what it means, how to mend it, and the function that looks. A code never changes its meaning."""

    code: str
    means: str
    hint: str
    finds: Finds
