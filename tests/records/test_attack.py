"""Under attack: kills in the middle of an import or a deletion, and documents made to break the reader."""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from attack.figures import keep
from example_people import MAYA, TODAY

from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.exchange.archive import write_archive
from psoas.exchange.document_check import check
from psoas.exchange.documents import read_document
from psoas.exchange.export import EntryTold, Export, IntakeTold, PageTold, SettingTold, Told
from psoas.records import backup
from psoas.records.restoration import compare
from psoas.vocabulary.errors import BadInput

ATTACKER = Path(__file__).with_name("attacker.py")
KILLED = {"import": "an import", "delete": "a deletion", "migrate": "a migration"}
AT = "2026-11-23T08:00:00.000000Z"
ENTRY = Entry(on=TODAY, pain=EntryPain(after=3), exercises=(Done(exercise="clamshell", side="left", sets=1),), note="n")
EXPORT = Export(
    intakes=(MAYA,),
    diary=Diary(entries=(ENTRY,)),
    told=Told(intakes=(IntakeTold(at=AT, on=TODAY),)),
    rows=(EntryTold(key="0123456789abcdef", kind="session", at=AT, entry=ENTRY),),
    answers=(PageTold(page="you", at=AT, content={"born": 1981, "sex": "female"}),),
    settings=(SettingTold(name="theme", at=AT, value="dark"),),
)
ODD: tuple[Any, ...] = (
    None, 0, -1, 1.5, 10**30, "", "x" * 5_000, "\x00", "\ud800", "9999-12-31", "0001-01-01", [], {}, [[]],
    {"a": {"b": [None]}}, True, "=1+1", "../../etc/passwd", "2026-02-30T99:99:99.000000Z", "2026-02-30T09:09:09.000000Z",
    ["x"] * 600,
)  # fmt: skip


def killed(folder: Path, what: str, times: int) -> Counter[str]:
    environment = {**os.environ, "PSOAS_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "psoas.web.settings"}
    command = [sys.executable, str(ATTACKER), what, str(times)]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return Counter(told.stdout.splitlines())


@pytest.mark.parametrize("what", KILLED)
def test_what_is_killed_is_whole_or_not_there(tmp_path: Path, what: str) -> None:
    """Twelve times at random moments: all rows or none, after a deletion no byte of them; a database of an earlier release is
    brought up to this one at the next start, with every row."""
    outcomes = killed(tmp_path, what, 12)

    assert set(outcomes) <= {"whole", "nothing"}
    assert sum(outcomes.values()) == 12


@pytest.mark.slow
@pytest.mark.parametrize("what", KILLED)
def test_three_hundred_kills_leave_nothing_half(tmp_path: Path, what: str) -> None:
    """The same, often; both outcomes occur, or the kills missed the work."""
    outcomes = killed(tmp_path, what, 300)

    assert set(outcomes) == {"whole", "nothing"}, outcomes
    keep(f"kills in {KILLED[what]}", "300", f"{outcomes['whole']} finished, {outcomes['nothing']} not begun, none half")


@pytest.mark.django_db
def test_a_few_hundred_spoilt_files_are_refused_in_one_line_or_read() -> None:
    """Never another exception, and never a row."""
    assert sum(fuzz(400).values()) == 400


@pytest.mark.slow
@pytest.mark.django_db
def test_fourteen_thousand_spoilt_files_are_refused_in_one_line_or_read() -> None:
    """The same, fourteen thousand times."""
    outcomes = fuzz(14_000)

    assert outcomes["refused"] > 7_000
    assert sum(outcomes.values()) == 14_000
    keep("spoilt files", "14,000", f"{outcomes['refused']:,} refused in one line, {outcomes['read']:,} still whole and read")


def fuzz(times: int) -> Counter[str]:
    """Spoil a good file in one to three places, or in its bytes, and look what would be done with it."""
    chance = random.Random(20261123)
    (text,) = write_archive(EXPORT)
    before = write_archive(backup.everything())
    outcomes: Counter[str] = Counter()
    for _ in range(times):
        line = refusal(bytes_of(text, chance))
        assert line is None or (len(line) < 2_000 and "\n" not in line)
        outcomes["read" if line is None else "refused"] += 1
    assert write_archive(backup.everything()) == before
    return outcomes


def refusal(content: bytes) -> str | None:
    """Why it cannot be brought back; None where it can."""
    try:
        brought = read_document(content, Export)
        check(brought, today=TODAY)
        compare(brought, today=TODAY)
    except BadInput as bad:
        return str(bad)
    return None


def bytes_of(text: str, chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        content = bytearray(text.encode())
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        return bytes(content[: chance.randint(1, len(content))] if chance.random() < 0.3 else content)
    document = json.loads(text)
    for _ in range(chance.randint(1, 3)):
        spoil(document, chance)
    return json.dumps(document).encode("utf-8", "surrogatepass")


def spoil(document: Any, chance: random.Random) -> None:
    """One value somewhere in it becomes an odd one, goes, or gets an unknown neighbour."""
    place = document
    while isinstance(place, dict | list) and place:
        key = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.15:
            deed = chance.random()
            if deed < 0.7:
                place[key] = deepcopy(chance.choice(ODD))
            elif deed < 0.85:
                del place[key]
            elif isinstance(place, dict):
                place[str(deepcopy(chance.choice(ODD)))] = deepcopy(chance.choice(ODD))
            return
        place = inner
