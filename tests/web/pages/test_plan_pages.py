"""Changing the plan by hand and by acceptance: each change is a version, and what cannot be says why."""

from datetime import date, timedelta

import pytest
from django.test import Client

from psoas.diary.entry import Done, Entry, EntryPain
from psoas.planning.plan import Plan
from psoas.records import actions, queries
from psoas.screening.intake import Intake
from psoas.vocabulary.dates import weekday_of
from psoas.web.situation import situation

DAY = "2026-11-25"


def plan() -> Plan:
    record = queries.current_plan()
    assert record is not None
    return record.plan


def log_two_good_days(today: date) -> None:
    """Monday and Tuesday done in full, easy, settled."""
    for day in (found for week in plan().weeks for found in week.days if found.date < today):
        done = tuple(
            Done(exercise=item.exercise, side=item.side, sets=item.sets, reps=item.reps, hold_s=item.hold_s, effort=4, pain=1)
            for session in day.sessions
            for item in session.items
        )
        pain = EntryPain(before=2, during=1, after=1, next_morning=1)
        actions.keep_entry(entry=Entry(on=day.date, pain=pain, exercises=done), kind="session")


def test_a_change_is_proposed_accepted_and_taken_back(client: Client, maya: Intake, today: date) -> None:
    """Each step is a version of its own; in the end the days are as they were."""
    log_two_good_days(today)
    before = plan().weeks
    (row, *_) = situation(today).proposed
    assert "Done in full twice" in client.get("/plan/changes/").content.decode()

    client.post("/plan/changes/", {"change": [f"{row.exercise}:{row.side}"]})
    accepted = plan()
    client.post("/plan/changes/undo/", {"id": accepted.applied[-1].id})

    assert accepted.weeks != before
    assert plan().weeks == before
    assert [reason for _version, reason, _on in queries.plan_versions()] == ["undone", "adapted", "made"]


def test_nothing_ticked_changes_nothing(client: Client, maya: Intake, today: date) -> None:
    """Accepting an empty choice makes no version."""
    log_two_good_days(today)
    client.post("/plan/changes/", {})

    assert len(queries.plan_versions()) == 1


def test_a_movement_is_swapped_for_an_open_one(client: Client, maya: Intake, today: date) -> None:
    """From the chosen day on; a closed or unknown one is refused with the reason."""
    session = next(session for session in plan().weeks[0].days[2].sessions if session.kind == "mobility")
    name = session.items[0].exercise
    page = client.get(f"/plan/day/{DAY}/instead/{name}/").content.decode()
    other = page.split('name="to" value="')[1].split('"')[0]
    refused = client.post(f"/plan/day/{DAY}/edit/swap/", {"exercise": name, "to": "no-such"}, follow=True)
    assert "That does not fit" in refused.content.decode()

    client.post(f"/plan/day/{DAY}/edit/swap/", {"exercise": name, "to": other})

    ahead = [found for week in plan().weeks for found in week.days if found.date >= today]
    assert name not in {item.exercise for found in ahead for session in found.sessions for item in session.items}


def test_a_movement_is_made_easier(client: Client, maya: Intake) -> None:
    """A version of the plan that differs."""
    before = plan().weeks
    name = before[0].days[2].sessions[0].items[0].exercise
    client.post(f"/plan/day/{DAY}/edit/easier/", {"exercise": name})

    assert plan().weeks != before
    assert queries.plan_versions()[0][1] == "edited"


def test_a_move_that_breaks_a_rule_says_what_is_needed(client: Client, maya: Intake) -> None:
    """The daily drill stays on its day; the plan is as it was."""
    number = next(n for n, session in enumerate(plan().weeks[0].days[2].sessions) if session.kind == "mobility")
    answer = client.post(f"/plan/day/{DAY}/edit/move/", {"session": number, "to": "2026-11-26"}, follow=True)

    assert "That does not fit" in answer.content.decode()
    assert len(queries.plan_versions()) == 1


def test_a_strength_session_moves_to_another_training_day(client: Client, roomy: Intake) -> None:
    """Where the rules leave room, the session is found on its new day."""
    week = plan().weeks[1]
    strength = [found for found in week.days if any(session.kind == "strength" for session in found.sessions)]
    free = [found for found in week.days if weekday_of(found.date) in roomy.training_days and found not in strength]
    for found in strength:
        number = next(n for n, session in enumerate(found.sessions) if session.kind == "strength")
        for to in free:
            client.post(f"/plan/day/{found.date}/edit/move/", {"session": number, "to": to.date.isoformat()})
    days = [found.date for found in plan().weeks[1].days if any(session.kind == "strength" for session in found.sessions)]

    assert len(days) == len(strength)
    assert days != [found.date for found in strength]


@pytest.mark.parametrize(
    "sent", [{}, {"session": "0", "to": "x"}, {"session": "x", "to": "2026-11-27"}, {"session": "0", "to": "2026-11-23"}]
)
def test_a_move_to_nowhere_is_not_found(client: Client, maya: Intake, sent: dict[str, str]) -> None:
    """Nonsense, and days that have been."""
    assert client.post(f"/plan/day/{DAY}/edit/move/", sent).status_code == 404


def test_a_new_plan_begins_today_and_the_old_one_can_be_shown(client: Client, maya: Intake, today: date) -> None:
    """Making it anew is a version too."""
    client.post("/plan/remake/")
    old = queries.plan_version(1)

    assert plan().start == today
    assert old is not None
    assert old.plan.start == today - timedelta(days=2)
