"""A language that was asked for: help, pages and complaints in it; unasked, every document stays English."""

import json
from pathlib import Path

import pytest
from command_line import Shell, intake
from untranslated import NAMES, compile_pseudo, words_of

PSEUDO = ("--language", "en-XA")
TYPED = {"psoas", "PSOAS", "language", "CODE", "json", "today", "DATE", "optimal", "intake", "FILE", "INTAKE"}
"""What is typed as it stands, whatever language is spoken."""
LIBRARY = words_of(
    "Usage OPTIONS Options COMMAND ARGS Commands Arguments help Show this message and exit bool TEXT INTEGER FLOAT "
    "RANGE required default no browser port phone"
)
"""What the library of commands says of its own."""
DAYS = ["--today", "2026-11-20"]
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def _pseudo() -> None:
    compile_pseudo()


def escaped(text: str) -> list[str]:
    return [line for line in text.splitlines() if words_of(line) - TYPED - LIBRARY - NAMES]


def test_a_clearance_in_another_language(shell: Shell) -> None:
    """What to do, why, limits."""
    file = shell.file(intake(answers={"unremitting-pain": "yes"}, conditions=["osteoporosis"]))
    _, out, _ = shell.run("screen", file, *DAYS, *PSEUDO)
    assert [line for line in escaped(out) if "[" not in line] == []


def test_a_plan_in_another_language(shell: Shell) -> None:
    """Weeks, days, movements, doses and reasons; what was left out."""
    _, out, _ = shell.run("plan", EXAMPLES / "office-worker.intake.json", "--start", "2026-11-23", *DAYS, *PSEUDO)
    assert escaped(out) == []


def test_a_stored_plan_is_told_again(shell: Shell) -> None:
    """Made in English, adapted in another language: no reason stays behind."""
    out = shell.folder / "plan.json"
    shell.run("plan", EXAMPLES / "office-worker.intake.json", "--start", "2026-11-23", *DAYS, "--json", "-o", out)
    _, told, _ = shell.run("adapt", out, EXAMPLES / "office-worker.diary.json", "--today", "2026-11-27", "--apply", *PSEUDO)
    assert escaped(told) == []


def test_a_shared_bend_in_another_language(shell: Shell) -> None:
    """Titles, rows, assumptions; names of parameters stay."""
    _, out, _ = shell.run("share", *PSEUDO)
    assert [line for line in escaped(out) if "chain-" not in line] == []


@pytest.mark.parametrize("command", [("screen",), ("plan",), ("adapt",), ("share",), ("export",), ("serve",)])
def test_help_in_another_language(shell: Shell, command: tuple[str, ...]) -> None:
    """Every sentence of it is ours to translate."""
    _, out, _ = shell.run(*PSEUDO, *command, "--help")
    assert "[" in out
    assert [line for line in out.splitlines() if ". " in line and escaped(line)] == []


def test_what_is_allowed_is_said_in_the_language(shell: Shell) -> None:
    """Where and which field stay."""
    code, _, err = shell.run("export", shell.file("{}"), shell.file("{}"), "--to", "ics", *PSEUDO)
    assert (code, err[:6]) == (2, "psoas:")


def test_documents_stay_english_unasked(shell: Shell) -> None:
    """The contract's documents do not change with the machine's mood."""
    file = shell.file(intake(answers={"unremitting-pain": "yes"}))
    _, plain, _ = shell.run("screen", file, *DAYS, "--json")
    _, asked, _ = shell.run("screen", file, *DAYS, "--json", *PSEUDO)
    english, other = json.loads(plain), json.loads(asked)
    assert [reason["id"] for reason in english["reasons"]] == [reason["id"] for reason in other["reasons"]]
    assert all(words_of(reason["says"]) for reason in english["reasons"])
    assert not any(words_of(reason["says"]) for reason in other["reasons"])


def test_a_language_nobody_has_is_refused_in_one_line(shell: Shell) -> None:
    """Naming the ones there are."""
    code, out, err = shell.run("--language", "xx", "check")
    assert (code, out) == (2, "")
    assert err.startswith("psoas: language: one of en, de")


def test_the_machine_may_speak_for_good(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """PSOAS_LANGUAGE, and --language wins over it."""
    monkeypatch.setenv("PSOAS_LANGUAGE", "en-XA")
    file = shell.file(intake())
    _, machine, _ = shell.run("screen", file, *DAYS)
    _, asked, _ = shell.run("screen", file, *DAYS, "--language", "en")
    assert (escaped(machine), bool(escaped(asked))) == ([], True)
