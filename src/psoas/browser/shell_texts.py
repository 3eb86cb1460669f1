"""What the shell of the phone edition says itself, before or without Python: English by name, and every complete language."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psoas.vocabulary.language import languages, translated

ENGLISH: Mapping[str, str] = json.loads((Path(__file__).parent / "page" / "words.json").read_text("utf-8"))


def in_every_language() -> dict[str, Any]:
    """By code: how the language runs, and its words by name."""
    return {
        language.code: {
            "direction": language.direction,
            "says": {name: translated(said, language.code) for name, said in ENGLISH.items()},
        }
        for language in languages().values()
        if language.complete
    }


def without_scripts() -> str:
    """For a browser that runs none: in every language, for nothing can choose."""
    return "".join(
        f'<p lang="{code}" dir="{told["direction"]}">{told["says"]["needsScript"]} '
        f'<a href="pages/{"" if code == "en" else code + "/"}emergency.html">{told["says"]["emergency"]}</a></p>'
        for code, told in in_every_language().items()
    )
