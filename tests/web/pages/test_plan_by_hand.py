"""The plan in the person's own hands: fewer minutes, another day, favourites, never this one, put in, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from example_people import FRANK

from psoas import journey
from psoas.diary.entry import Done, Entry, EntryPain
from psoas.planning.exclusion import names_on
from psoas.planning.plan import Plan
from psoas.planning.short_session import LENGTHS
from psoas.records import actions, queries
from psoas.screening.intake import Intake, Surgery
from psoas.web.intake.assembly import intake_of
from psoas.web.next_step import sessions_of
from psoas.web.situation import situation

DAY = "2026-11-25"


def plan() -> Plan:
    record = queries.current_plan()
    assert record is not None
    return record.plan


def planned(today: date) -> set[str]:
    days = [day for week in plan().weeks for day in week.days if day.date >= today]
    return {name for day in days for name in names_on(day)}


def not_planned(today: date) -> list[str]:
    """Movements that the plan takes when they are put in."""
    found = []
    for name in journey.catalogue().exercises:
        try:
            if name not in planned(today) and journey.add(plan(), name, queries.diary(), on=today):
                found.append(name)
        except Exception:  # noqa: BLE001, S110  # refused is refused
            pass
    return found


def test_a_session_is_done_in_fewer_minutes_and_counts_as_done(client: Client, roomy: Intake, today: date) -> None:
    """Today offers it with its true minutes; the player holds only what is kept; afterwards the next session stands there."""
    page = client.get("/").content.decode()
    whole = plan().weeks[0].days[2].sessions[0]
    less = journey.shorter(whole, LENGTHS[0]).session
    assert f"/session/{DAY}/0/5/" in page
    assert f"{less.minutes} minutes" in page

    player = client.get(f"/session/{DAY}/0/5/").content.decode()
    names = journey.catalogue().exercises
    assert all(names[item.exercise].names.plain in player for item in less.items)
    left_out = {item.exercise for item in whole.items} - {item.exercise for item in less.items}
    assert left_out
    assert not any(f'"exercise": "{name}"' in player for name in left_out)

    did = tuple(Done(exercise=i.exercise, side=i.side, sets=i.sets, reps=i.reps, hold_s=i.hold_s) for i in less.items)
    actions.keep_entry(entry=Entry(on=today, exercises=did, pain=EntryPain(after=1)), kind="session")
    assert sessions_of(situation(today))[0].done


@pytest.mark.parametrize("minutes", [0, 7, 600])
def test_only_the_offered_lengths_have_a_page(client: Client, roomy: Intake, minutes: int) -> None:
    """A made-up length is no page."""
    assert client.get(f"/session/{DAY}/0/{minutes}/").status_code == 404


def test_a_session_moves_only_to_days_that_can_hold_it_and_comes_back(client: Client, roomy: Intake, today: date) -> None:
    """The page offers what is accepted; the last change by hand is taken back as a version of its own."""
    page = client.get("/plan/day/2026-12-04/").content.decode()
    assert "Move it to" in page
    before = plan().weeks
    number = next(n for n, s in enumerate(before[1].days[4].sessions) if s.kind == "strength")
    (to, *_) = journey.days_for(plan(), on=date(2026, 12, 4), session=number)

    client.post("/plan/day/2026-12-04/edit/move/", {"session": number, "to": to.isoformat()})
    assert plan().weeks != before
    assert "Take it back" in client.get("/plan/").content.decode()
    client.post("/plan/take-back/")

    assert plan().weeks == before
    assert queries.plan_versions()[0][1] == "undone"
    assert "nothing left to take back" in client.post("/plan/take-back/", follow=True).content.decode()


def test_never_this_one_leaves_the_plan_and_the_next_one_too(client: Client, maya: Intake, today: date) -> None:
    """Something open takes its place; the next plan leaves it out and says why; allowing it again ends that."""
    name = plan().weeks[0].days[2].sessions[0].items[0].exercise
    client.post(f"/plan/movement/{name}/never/")

    assert name not in planned(today)
    said = next(out for out in plan().excluded if out.exercise == name) if name not in _ever() else None
    assert said is None or "asked to leave this one out" in said.because[0].says
    screened = queries.screened()
    assert screened is not None
    assert screened.intake.emphasis is not None
    assert screened.intake.emphasis.never == (name,)

    client.post("/plan/remake/")
    assert name not in planned(today)
    client.post(f"/plan/movement/{name}/neither/")
    screened = queries.screened()
    assert screened is not None
    assert screened.intake.emphasis is None


def _ever() -> set[str]:
    return {name for week in plan().weeks for day in week.days for name in names_on(day)}


def test_what_is_undone_is_no_longer_never(client: Client, maya: Intake, today: date) -> None:
    """Taking the swap back brings the movement back, and the wish goes with it."""
    name = plan().weeks[0].days[2].sessions[0].items[0].exercise
    client.post(f"/plan/movement/{name}/never/")
    for applied in reversed(plan().applied):
        client.post("/plan/changes/undo/", {"id": applied.id})

    assert name in planned(today)
    assert plan().intake.emphasis is None
    screened = queries.screened()
    assert screened is not None
    assert screened.intake.emphasis is None


def test_a_favourite_comes_into_the_next_plan(client: Client, roomy: Intake, today: date) -> None:
    """Where it is open, within reach, and there is room; it says why."""
    name = "standing-hip-extension"
    assert name not in planned(today)
    client.post(f"/plan/movement/{name}/favourite/")
    client.post("/plan/remake/")

    assert name in planned(today)
    items = [i for w in plan().weeks for d in w.days for s in d.sessions for i in s.items if i.exercise == name]
    assert any("favourites" in reason.says for item in items for reason in item.because)


def test_a_movement_is_put_in_and_taken_out(client: Client, roomy: Intake, today: date) -> None:
    """It joins sessions that have room, at its least dose; the day never gets longer than the person's minutes."""
    name = not_planned(today)[0]
    client.post(f"/plan/movement/{name}/put-in/")

    days = [day for week in plan().weeks for day in week.days]
    items = [i for day in days for s in day.sessions for i in s.items if i.exercise == name]
    assert items
    assert {item.sets for item in items} == {journey.catalogue().exercises[name].dose.sets.low}
    assert all(day.exercise_minutes <= roomy.minutes_per_day for day in days)
    client.post(f"/plan/movement/{name}/take-out/")
    assert name not in planned(today)


def test_what_is_closed_is_not_put_in(client: Client, db: None, maya: Intake, today: date) -> None:
    """The page says why, and the plan stays as it is."""
    closed = next(out.exercise for out in journey.choose(maya, today=today).excluded)
    answer = client.post(f"/plan/movement/{closed}/put-in/", follow=True).content.decode()

    assert "open for you" in answer
    assert len(queries.plan_versions()) == 1


def test_a_stopped_plan_is_not_changed_by_hand(client: Client, maya: Intake, today: date) -> None:
    """After an answer that stops everything, each way to change the plan leads to what to do next."""
    name = plan().weeks[0].days[2].sessions[0].items[0].exercise
    actions.keep_entry(entry=Entry(on=today, answers={"saddle-numbness": "yes"}), kind="check")
    for what in ("put-in", "favourite", "never", "take-out"):
        answer = client.post(f"/plan/movement/{name}/{what}/")
        assert answer.headers["Location"] == "/start/result/"
    assert len(queries.plan_versions()) == 1


def test_wishes_survive_new_answers(client: Client, maya: Intake, today: date) -> None:
    """An intake that is put together anew from its pages still holds them."""
    actions.keep_part(part="wishes", content={"favourites": ["seated-pelvic-tilt"], "never": ["clamshell"]})
    parts = {
        **{f"safety-{n}": {"answers": {}} for n in range(1, 6)},
        "you": {"born": 1981, "sex": "female"},
        "pain": {"now": 4, "average_week": 4, "amount": 14, "unit": "weeks", "seen": "yes"},
        "health": {"ticked": []},
        "wishes": queries.parts()["wishes"],
    }
    emphasis = intake_of(parts).emphasis
    assert emphasis is not None
    assert (emphasis.favourites, emphasis.never) == (("seated-pelvic-tilt",), ("clamshell",))


def test_the_plain_mode_opens_on_one_button(client: Client, maya: Intake) -> None:
    """Start alone is to be seen; the rest is one fold away, emergency always."""
    actions.keep_setting(name="plain", value="on")
    page = client.get("/").content.decode()
    before_fold, _, behind = page.partition("<details")
    assert before_fold.count('class="button') == 1
    assert 'class="places"' not in page
    assert "/emergency/" in before_fold
    assert "/library/" in behind


def test_after_the_weeks_somebody_builds_on_or_keeps_well(
    client: Client, maya: Intake, turn_to: Callable[[date], None]
) -> None:
    """Both are offered side by side; what is chosen becomes the plan, and its page says what it is."""
    turn_to(date(2027, 1, 20))
    page = client.get("/plan/").content.decode()
    assert "Plan the next eight weeks" in page
    assert "It is not a treatment" in page

    client.post("/plan/remake/", {"stage": "keep-well"})
    assert plan().stage == "keep-well"
    assert "Keeping well" in client.get("/plan/").content.decode()
    client.post("/plan/remake/")
    assert plan().stage == "build"


def test_twelve_weeks_after_a_fusion_a_new_plan_is_offered(client: Client, db: None, turn_to: Callable[[date], None]) -> None:
    """On Today, with the reason; made anew, the offer is gone."""
    start = date(2026, 11, 20)
    fusion = Surgery(what="lumbar-fusion", levels=("L4-L5",), on=date(2026, 9, 10), cleared_on=date(2026, 11, 10))
    made = journey.plan(replace(FRANK, surgeries=(fusion,)), start=start, today=start)
    actions.keep_intake(intake=made.intake, clearance=made.clearance, on=start)
    actions.keep_plan(plan=made, reason="made", on=start)

    turn_to(date(2026, 12, 2))
    assert "Twelve weeks have passed" not in client.get("/").content.decode()
    turn_to(date(2026, 12, 4))
    assert "Twelve weeks have passed" in client.get("/").content.decode()
    client.post("/plan/remake/")
    assert "Twelve weeks have passed" not in client.get("/").content.decode()
