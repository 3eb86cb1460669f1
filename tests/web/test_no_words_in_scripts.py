"""A script says nothing of its own: pages hand it their words, the phone edition's shell has them as data."""

import re
from pathlib import Path

import pytest

import psoas

SOURCE = Path(psoas.__file__).parent
SCRIPTS = sorted([*(SOURCE / "web/elements").rglob("*.ts"), *(SOURCE / "browser/page").rglob("*.ts")])
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
SENTENCE = re.compile(r"""["'`>][A-Z][a-z’']+(?: [a-z’'${}.\[\]]+){1,}[^"'`]*["'`<]""")
"""A capital, then small words: a sentence, not a name, a key or a rule of style."""
FOR_DEVELOPERS = re.compile(r"(?:new \w*(?:Error|Exception)|console\.\w+)\([^;]*;")


def sentences(script: str) -> list[str]:
    return SENTENCE.findall(FOR_DEVELOPERS.sub("", COMMENT.sub("", script)))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_holds_no_sentence(script: Path) -> None:
    """What a person reads or hears can be translated."""
    assert sentences(script.read_text("utf-8")) == []


def test_a_sentence_would_be_seen() -> None:
    """In a string, in a template, in markup."""
    assert sentences('say("Your plan is here.");')
    assert sentences("say(`As it was on ${day}`);")
    assert not sentences('throw new Error("No such thing here");')
    assert not sentences('part("start").hidden = true; header("Content-Type");')
