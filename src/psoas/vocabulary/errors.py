"""What goes wrong, said in one line, in the language now spoken."""

from psoas.vocabulary.language import say


class PsoasError(Exception):
    """Any failure that a person can be told about in one line."""


LONGEST = 800
"""Letters of a name or a reason: a line stays a line, whatever a file calls its fields."""


class BadInput(PsoasError, ValueError):
    """Input that cannot be accepted: where (file or form), which field, what is allowed.

    A value may refuse itself with it when it is made; the document border then names the whole path to the field.
    """

    def __init__(self, field: str, allowed: str, *, where: str = "") -> None:
        self.field = _short(field)
        self.allowed = _short(say(allowed))
        self.where = where
        super().__init__(": ".join(part for part in (where, self.field, self.allowed) if part))

    def found_in(self, where: str) -> "BadInput":
        """The same complaint, with the file it was found in."""
        return BadInput(self.field, self.allowed, where=where)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
