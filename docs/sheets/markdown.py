"""Forms that every page shares."""

from collections.abc import Iterable, Sequence

UNSIGNED = "*Rendered by `make docs` from what the computer runs. No clinician has signed it.*"


def table(header: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a bar inside a cell is kept from ending it."""
    lines = [header, ["---"] * len(header), *body]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |" for cells in lines)


def bullets(texts: Iterable[str]) -> str:
    """A list, or nothing."""
    return "\n".join(f"- {text}" for text in texts)


def page(*parts: str) -> str:
    """Parts with an empty line between them; empty parts leave no gap."""
    return "\n\n".join(part for part in parts if part) + "\n"


def signature(what: str, version: str) -> str:
    """The line on which a clinician takes responsibility for exactly these rules."""
    return (
        f"**Signature for {what}, rule version `{version}`**\n\n"
        "☐ agreed   ☐ agreed with the changes noted   ☐ not agreed\n\n"
        "Name ______________________   Profession, registration ______________________   Date ______________"
    )
