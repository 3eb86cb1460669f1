"""The version of the rules: a short mark that changes whenever a cell of the matrix, or what a safety answer means, could.

A clinician signs the printed matrix and the safety questions; the mark on the sheet says which rules were signed. It is taken
over what they are derived from and nothing else: each movement's demands, cautions and dose, each row's limits, each question.
"""

import hashlib

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Test

LENGTH = 8
"""Hexadecimal digits: enough that two versions never share a mark by chance, short enough to be written by hand."""


def rule_version(catalogue: Catalogue) -> str:
    """The same rules give the same mark on every machine."""
    entries: tuple[Exercise | Test, ...] = (*catalogue.exercises.values(), *catalogue.tests.values())
    movements = [(one.id, one.demands, one.cautions, one.dose if isinstance(one, Exercise) else None) for one in entries]
    rows = [(row.id, row.like, row.limits) for row in catalogue.conditions.values()]
    questions = tuple(catalogue.red_flags.values())
    return hashlib.sha256(repr((movements, rows, questions)).encode()).hexdigest()[:LENGTH]
