"""diary/1 and changes/1 as the contract writes them, through the command line: mostly one drill of one plan."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from command_line import EQUIPMENT, Document, Shell
from text_tables import rows

FIRST = date(2026, 11, 2)
DRILL = ("standing-hip-flexor-stretch", "left")
"""2 x 25 s a side in this plan, of 2 x 20-30 s; `bed-edge-hip-flexor-stretch` is easier."""
PAIN = {"before": 2, "during": 1, "after": 1, "next_morning": 2}


def day(number: int) -> str:
    """Days from the first of the plan."""
    return (FIRST + timedelta(number)).isoformat()


@cache
def plan(operated_on: str | None = None) -> Document:
    """Thirty minutes a day and an average pain of four."""
    surgeries = [{"what": "lumbar-fusion", "levels": ["L4-L5"], "on": operated_on, "cleared_on": "2026-11-01"}]
    with TemporaryDirectory() as folder:
        return Shell(Path(folder)).plan(
            start=day(0), today="2026-11-01", pain={"now": 3, "average_week": 4, "weeks": 3}, equipment=EQUIPMENT,
            floor="alone", minutes_per_day=30, surgeries=surgeries if operated_on else [],
        )  # fmt: skip


def prescribed(made: Document, key: tuple[str, str]) -> Document:
    return next(
        item
        for week in made["weeks"]
        for one in week["days"]
        for session in one["sessions"]
        for item in session["items"]
        if (item["exercise"], item["side"]) == key
    )


def entry(number: int, *, made: Document, key: tuple[str, str] = DRILL, **changes: Any) -> Document:
    """A day on which the drill was done as asked and went well, but for these changes; `-` takes a field away."""
    item = prescribed(made, key)
    done = {field: item[field] for field in ("exercise", "side", "sets", "reps", "hold_s")} | {"pain": 1, "effort": 5}
    pain, told = dict(PAIN), {}
    for field, content in changes.items():
        target = pain if field in PAIN else told if field in {"symptoms", "answers"} else done
        target[field] = content
    return {"on": day(number), "pain": pain, "exercises": [done], **told}


def adapted(shell: Shell, entries: list[Document], today: int, *, made: Document | None = None) -> Document:
    diary = shell.file({"psoas": "diary/1", "entries": entries})
    return shell.read("adapt", shell.file(made or plan()), diary, "--today", day(today))


def row(changes: Document, key: tuple[str, str] = DRILL) -> Document:
    return next(found for found in changes["changes"] if (found["exercise"], found["side"]) == key)


def twice(shell: Shell, made: Document | None = None, key: tuple[str, str] = DRILL, **changes: Any) -> Document:
    """The row after two consecutive entries alike."""
    entries = [entry(number, made=made or plan(), key=key, **changes) for number in (1, 3)]
    return row(adapted(shell, entries, 4, made=made), key)


def once(shell: Shell, **changes: Any) -> Document:
    return row(adapted(shell, [entry(3, made=plan(), **changes)], 4))


def test_one_row_for_each_exercise_and_side_of_the_next_seven_days(shell: Shell) -> None:
    changes = adapted(shell, [], 4)
    week = [one for weeks in plan()["weeks"] for one in weeks["days"] if day(4) <= one["date"] <= day(10)]
    items = {(item["exercise"], item["side"]) for one in week for session in one["sessions"] for item in session["items"]}

    assert sorted((found["exercise"], found["side"]) for found in changes["changes"]) == sorted(items)
    assert all(found["because"] and found["because"][0]["source"] for found in changes["changes"])


def test_progress_asks_for_every_one_of_its_conditions(shell: Shell) -> None:
    """Twice in full, known, at most 5 and the base (2 where it is under 3), settled, effort at most 7 or missing."""
    assert twice(shell)["change"] == "progress"
    assert once(shell)["change"] == "hold"
    table = """
        changed                             | becomes
        effort 7                            | progress
        effort 8                            | hold
        effort None                         | progress
        sets 0                              | hold
        sets None                           | hold
        reps 1                              | hold
        hold_s 24                           | hold
        hold_s None                         | hold
        pain 4, before 4, next_morning 4    | progress
        pain 5, before 4, next_morning 4    | hold
        pain None, during None, after None  | hold
        pain None, during 5, before 4       | hold
        pain None, during None              | progress
        next_morning None                   | hold
        before None, next_morning 2         | progress
        next_morning 3                      | ease
        felt worse                          | reduce
        answers pain-rising-two-weeks       | hold
    """
    for line in rows(table):
        assert twice(shell, **read(line["changed"]))["change"] == line["becomes"], line


def test_pain_and_symptoms_of_one_day_in_order_of_safety(shell: Shell) -> None:
    table = """
        changed                                 | becomes
        felt sharp                              | replace
        felt shooting                           | replace
        symptoms giving-way                     | replace
        symptoms groin-pinch                    | replace
        symptoms dizzy                          | replace
        symptoms leg-symptoms-spreading         | replace
        pain 8, before 4, next_morning 4        | replace
        pain 6, before 4, next_morning 4        | replace
        pain 4, before 1, next_morning 3        | reduce
        pain 4, before 1, next_morning 2        | hold
        felt worse                              | hold
    """
    for line in rows(table):
        found = once(shell, **read(line["changed"]))

        assert found["change"] == line["becomes"], line
        assert found["change"] != "replace" or found["to"]["exercise"] == "bed-edge-hip-flexor-stretch"


def read(text: str) -> dict[str, Any]:
    """`pain 4, before None`"""
    found: dict[str, Any] = {}
    for part in text.split(", "):
        field, word = part.split()
        found[field] = {"symptoms": [word], "answers": {word: "yes"}}.get(field) or number(word)
    return found


def number(word: str) -> Any:
    return None if word == "None" else int(word) if word.isdigit() else word


def test_high_pain_that_is_usual_and_settles_takes_nothing_away(shell: Shell) -> None:
    """6 at a base of 6, three times known; 7 is acceptable too."""
    for pain in (6, 7):
        entries = [entry(number, made=plan(), pain=pain, before=6, next_morning=6) for number in (1, 2, 3)]

        assert row(adapted(shell, entries, 4))["change"] == "hold"


def test_a_flare_eases_every_row_for_a_week_and_the_plan_keeps_the_dose(shell: Shell) -> None:
    """Two days well above the base: about 30 % less until a day; nothing is replaced or stopped."""
    calm = [entry(number, made=plan()) for number in range(5)]
    flare = [entry(number, made=plan(), before=5, next_morning=5) for number in (5, 6)]
    changes = adapted(shell, calm + flare, 7)["changes"]

    assert {found["change"] for found in changes} <= {"ease", "hold"}
    for found in (found for found in changes if found["change"] == "ease"):
        assert day(10) <= found["until"] <= day(14)
        old, new = (dose["sets"] * dose["reps"] * (dose["hold_s"] or 1) for dose in (found["from"], found["to"]))
        assert new <= 0.7 * old or new == 120
        assert new >= 0.6 * old or old < 10
    diary = shell.file({"psoas": "diary/1", "entries": calm + flare})
    eased = shell.read("adapt", shell.file(plan()), diary, "--today", day(7), "--apply")
    later = [one for week in eased["weeks"] for one in week["days"] if one["date"] >= day(14)]
    asked = [one for week in plan()["weeks"] for one in week["days"] if one["date"] >= day(14)]
    assert [one["sessions"] for one in later] == [one["sessions"] for one in asked]


def test_what_was_eased_is_restored_when_two_sessions_have_settled(shell: Shell) -> None:
    """The former dose, in one step."""
    flare = [entry(number, made=plan(), before=5, next_morning=5) for number in (5, 6)]
    before = [entry(number, made=plan()) for number in range(5)] + flare
    diary = shell.file({"psoas": "diary/1", "entries": before})
    eased = shell.read("adapt", shell.file(plan()), diary, "--today", day(7), "--apply")
    settled = [entry(number, made=plan()) for number in (8, 9)]
    found = row(adapted(shell, before + settled, 10, made=eased))

    assert found["change"] == "restore"
    assert found["to"]["hold_s"] == prescribed(plan(), DRILL)["hold_s"]


def test_gaps_lead_to_less_then_much_less_then_a_new_beginning(shell: Shell) -> None:
    """Days since the only entry, and what happens to the rows of that week. Walking and breathing are never stopped."""
    table = """
        days | rows
        7    | hold
        8    | ease hold
        14   | ease hold
        15   | ease hold
        28   | ease hold
        29   | stop ease hold
    """
    for line in rows(table):
        changes = adapted(shell, [entry(3, made=plan())], 3 + int(line["days"]))["changes"]

        assert {found["change"] for found in changes} <= set(line["rows"].split()), line
        stopped = {found["exercise"] for found in changes if found["change"] == "stop"}
        assert not stopped & {"walking", "indoor-walk", "breathing"}


@pytest.mark.parametrize(("answer", "urgency"), [("saddle-numbness", "emergency"), ("weight-loss", "within-two-weeks")])
def test_a_safety_answer_of_the_last_fortnight_stops_everything(answer: str, urgency: str, shell: Shell) -> None:
    """A later no does not lift it; applied, nothing is left to do to the end of the plan, and the plan can be read back."""
    told = [entry(1, made=plan(), answers={answer: "yes"}), entry(3, made=plan(), answers={answer: "no"})]
    changes = adapted(shell, told, 15)

    assert {found["change"] for found in changes["changes"]} == {"stop"}
    assert changes["clearance"]["urgency"] == urgency
    assert {found["change"] for found in adapted(shell, told, 16)["changes"]} != {"stop"}
    diary = shell.file({"psoas": "diary/1", "entries": told})
    stopped = shell.read("adapt", shell.file(plan()), diary, "--today", day(4), "--apply")
    later = [one for week in stopped["weeks"] for one in week["days"] if one["date"] >= day(4)]
    assert not any(one["sessions"] or one["micro_breaks"] for one in later)
    assert adapted(shell, told, 5, made=stopped)["changes"] == []


def test_two_stretches_a_week_and_no_second_step_within_five_days(shell: Shell) -> None:
    """Both sides of a drill are one step."""
    drills = [("standing-hip-flexor-stretch", "left"), ("standing-hip-flexor-stretch", "right"),
              ("hamstring-stretch", "left"), ("hip-90-90-supported", "left")]  # fmt: skip
    entries = []
    for number in (1, 3):
        done = [entry(number, made=plan(), key=key) for key in drills]
        entries.append(done[0] | {"exercises": [one["exercises"][0] for one in done]})
    rising = [found for found in adapted(shell, entries, 4)["changes"] if found["change"] == "progress"]
    assert {found["exercise"] for found in rising} == {"standing-hip-flexor-stretch", "hamstring-stretch"}
    diary = shell.file({"psoas": "diary/1", "entries": entries})
    changed = shell.read("adapt", shell.file(plan()), diary, "--today", day(4), "--apply")
    steps = [kept for kept in changed["applied"] if kept["change"]["change"] == "progress"]
    assert len(steps) == len(rising)

    more = [entry(number, made=changed) for number in (5, 6)]
    for done in more:
        done["exercises"][0] |= {"hold_s": 30}
    assert row(adapted(shell, entries + more, 7, made=changed))["change"] == "hold"


def test_after_a_fusion_three_holds_and_four_stops_for_six_months(shell: Shell) -> None:
    """183 days are six months."""
    key = ("standing-hip-flexor-stretch", "left")
    for operated, expected in (("2026-05-08", {2: "progress", 3: "hold", 4: "stop"}), ("2026-05-07", {4: "progress"})):
        made = plan(operated)
        for pain, change in expected.items():
            felt = {"pain": pain, "before": 4, "next_morning": 4}
            assert twice(shell, made, key, **felt)["change"] == change, (operated, pain)
