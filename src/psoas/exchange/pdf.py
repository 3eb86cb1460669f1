"""The sheet as a PDF: one page of A4 for the core, tagged and titled so that a screen reader reads it (PDF/UA-1).

typst sets it, with the fonts it carries: nothing of this machine is read. The text is as large as lets the core stay on its
page; where even the smallest does not, the core runs on to a second page rather than lose a line.
"""

from importlib.resources import files
from importlib.util import find_spec
from json import dumps, loads
from typing import Any

from psoas.exchange.documents import as_json
from psoas.exchange.sheet import Section, Sheet

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
"""Points of the text, the largest first."""
TEMPLATE = files("psoas.exchange") / "data" / "summary.typ"


def can_write_pdf() -> bool:
    """Is the typesetter here? Where pages run inside a browser it is not, and the page itself is printed."""
    return find_spec("typst") is not None


def write_pdf(sheet: Sheet) -> bytes:
    """The whole file."""
    return _compile(sheet, _size_of(sheet))


def _size_of(sheet: Sheet) -> float:
    """The largest size at which the plan begins on page 2."""
    return next((size for size in SIZES if _plan_page(sheet, size) <= 2), SIZES[-1])


def _plan_page(sheet: Sheet, size: float) -> int:
    import typst  # noqa: PLC0415  # not in every home of these pages

    asked = b"\n#context [#metadata(locate(<plan>).page()) <found>]"
    found = typst.query(TEMPLATE.read_bytes() + asked, "<found>", field="value", one=True, **_options(sheet, size))
    return int(loads(found))


def _compile(sheet: Sheet, size: float) -> bytes:
    import typst  # noqa: PLC0415  # see above

    made = typst.compile(TEMPLATE.read_bytes(), format="pdf", pdf_standards=["ua-1"], **_options(sheet, size))
    return bytes(made)


def _options(sheet: Sheet, size: float) -> dict[str, Any]:
    content = {**as_json(sheet), "core": [_section(one) for one in sheet.core], "plan": [_section(one) for one in sheet.plan]}
    return {"sys_inputs": {"sheet": dumps(content), "size": str(size)}, "ignore_system_fonts": True}


def _section(section: Section) -> dict[str, Any]:
    """The strip as bare numbers: its days are in order."""
    return {**as_json(section), "strip": [mark.value for mark in section.strip]}
