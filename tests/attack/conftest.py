"""Maya at the door, as in the tests of pages."""

from web.conftest import maya, today, turn_to

__all__ = ["maya", "today", "turn_to"]
