"""Which page of the way in comes next: the pages that this person needs, in order, and no others.

safety-1 ... safety-5        the safety questions for everybody
you, pain, health            who you are; which of the pages below are needed
conditions, operations, operation-<what>, pregnancy, moving, falls
safety-6                     further safety questions, for those whom they concern
(what screening says)
floor, time, days, sitting, have
"""

from collections.abc import Mapping
from typing import Any

Parts = Mapping[str, Mapping[str, Any]]
SAFETY = tuple(f"safety-{page}" for page in range(1, 6))
FURTHER = "safety-6"
ABOUT = ("you", "pain", "health")
QUESTIONS = ("floor", "time", "days", "sitting", "have")
EXTRA = ("more", "ahead")
"""Pages that are offered on a later day."""


def screening_pages(parts: Parts) -> tuple[str, ...]:
    """All pages that screening needs from this person."""
    return (*SAFETY, *ABOUT, *follow_up_pages(parts))


def follow_up_pages(parts: Parts) -> tuple[str, ...]:
    """The short pages that follow from what was ticked under health."""
    ticked = parts.get("health", {}).get("ticked", [])
    pages = ["conditions"] if "conditions" in ticked else []
    if "operations" in ticked:
        pages += ["operations", *(f"operation-{what}" for what in parts.get("operations", {}).get("what", []))]
    return (*pages, *(page for page in ("pregnancy", "moving", "falls") if page in ticked))


def first_open(parts: Parts, pages: tuple[str, ...]) -> str | None:
    """The first of these pages that has no answer yet."""
    return next((page for page in pages if page not in parts), None)


def stage(page: str, parts: Parts) -> tuple[tuple[str, ...], int]:
    """The stretch of pages this one belongs to, and its place in it: what the bar at the top shows."""
    about = (*ABOUT, *follow_up_pages(parts))
    for stretch in (SAFETY, about, QUESTIONS):
        if page in stretch:
            return stretch, stretch.index(page)
    return (page,), 0
