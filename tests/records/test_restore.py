"""Bringing a file back: times decide, content decides what is here already, nothing is doubled, nothing newer is overruled."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from example_people import MAYA

from psoas import journey
from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.exchange import archive
from psoas.exchange.archive import write_archive
from psoas.exchange.document_check import check
from psoas.exchange.documents import read_document
from psoas.exchange.export import Export
from psoas.records import actions, backup, queries
from psoas.records.models import APPEND_ONLY, Beginning, DiaryEntry
from psoas.records.restoration import Restore, compare, restore
from psoas.screening.intake import Emphasis, Intake, OperationAhead
from psoas.vocabulary.errors import BadInput

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)
SHARP = Done(exercise="seated-figure-4", side="left", sets=1, felt="sharp", pain=8)


def tell(intake: Intake) -> None:
    actions.keep_intake(intake=intake, clearance=journey.screen(intake, today=DAY), on=DAY)


def a_life() -> None:
    """Something of everything."""
    tell(MAYA)
    actions.keep_plan(plan=journey.plan(MAYA, start=DAY, today=DAY), reason="made", on=DAY)
    actions.keep_part(part="you", content={"born": 1981, "sex": "female"})
    actions.keep_setting(name="theme", value="dark")
    actions.keep_entry(entry=Entry(on=DAY, exercises=(SHARP, SHARP), pain=EntryPain(after=0)), kind="session", key="session-1")
    actions.keep_entry(entry=Entry(on=DAY, note="a" * 3_999), kind="log")
    actions.keep_entry(entry=Entry(on=DAY, note="b" * 3_999, adverse_event="fall"), kind="log")
    actions.keep_entry(entry=Entry(on=DAY, adverse_event="fall"), kind="log")


def what_else_is_told() -> None:
    """Wishes, an operation ahead, weeks that keep well, steps from a phone, and settings of every kind."""
    actions.keep_part(part="wishes", content={"favourites": ["seated-pelvic-tilt"], "never": ["clamshell"]})
    actions.keep_part(part="ahead", content={"what": "discectomy", "on": "2027-02-01"})
    wishes = Emphasis(favourites=("seated-pelvic-tilt",), never=("clamshell",))
    tell(replace(MAYA, emphasis=wishes, operation_ahead=OperationAhead(what="discectomy", on=date(2027, 2, 1))))
    actions.keep_plan(plan=journey.plan(MAYA, start=DAY, today=DAY, stage="keep-well"), reason="remade", on=DAY)
    for name, value in {
        "theme": "dark",
        "plain": "on",
        "calendar_breaks": "on",
        "pause": "illness 2026-11-25 2026-11-30",
    }.items():
        actions.keep_setting(name=name, value=value)
    actions.keep_entry(entry=Entry(on=DAY, minutes_walked=0), kind="imported", key="steps-2026-11-25-0")


def bring(text: str) -> Restore:
    brought = read_document(text.encode(), Export)
    check(brought, today=DAY)
    return restore(brought, today=DAY)


def forget_everything() -> None:
    for table in APPEND_ONLY:
        if table is not Beginning:
            table.objects.all().delete()
    queries.forget()


def test_what_comes_back_goes_out_again_equal_to_the_byte() -> None:
    """Twice, with kinds, keys, times, plan numbers, answers and settings."""
    a_life()
    before, said, parts = write_archive(backup.everything()), queries.preferences(), queries.parts()

    for _ in range(2):
        forget_everything()
        (text,) = before
        bring(text)
        assert write_archive(backup.everything()) == before

    assert (queries.preferences(), queries.parts()) == (said, parts)


def test_wishes_stages_steps_and_settings_come_back_whole_after_deleting_everything() -> None:
    """Out, gone for good, back: the same to the byte, and in use as before."""
    a_life()
    what_else_is_told()
    (before,), wished = write_archive(backup.everything()), queries.screened()
    assert wished is not None

    forget_everything()
    assert queries.current_plan() is None
    bring(before)

    assert write_archive(backup.everything()) == (before,)
    now, record = queries.screened(), queries.current_plan()
    assert now is not None
    assert record is not None
    assert now.intake == wished.intake
    assert record.plan.stage == "keep-well"
    assert queries.preferences()["plain"] == "on"
    assert queries.parts()["wishes"]["never"] == ["clamshell"]


def test_two_rows_of_one_movement_stay_two_and_nothing_written_is_cut() -> None:
    """Two sharp moments ask for the safety questions; one does not. Eight thousand letters of a day are kept."""
    a_life()
    (text,) = write_archive(backup.everything())
    forget_everything()
    bring(text)

    (entry,) = queries.diary().entries
    assert entry.exercises == (SHARP, SHARP)
    assert entry.note == "a" * 3_999 + "\n" + "b" * 3_999
    assert entry.adverse_event == "fall\nfall"


def test_the_same_file_brought_again_changes_nothing() -> None:
    """By content: no row is added, and the word for it is "here already"."""
    a_life()
    (text,) = write_archive(backup.everything())
    found = bring(text)

    assert (found.rows, found.same) == ([], 8)


def test_an_older_file_never_lifts_a_stop() -> None:
    """Saved while all was well; then numbness was told; then the file comes back."""
    tell(MAYA)
    (text,) = write_archive(backup.everything())
    tell(replace(MAYA, answers={**MAYA.answers, "saddle-numbness": "yes"}))
    bring(text)

    screened = queries.screened()
    assert screened is not None
    assert screened.clearance.scope == "none"


def test_a_machine_restored_after_a_stop_stays_stopped() -> None:
    """The stop is in the file, with its time."""
    tell(MAYA)
    tell(replace(MAYA, answers={**MAYA.answers, "saddle-numbness": "yes"}))
    (text,) = write_archive(backup.everything())
    forget_everything()
    bring(text)

    screened = queries.screened()
    assert screened is not None
    assert screened.clearance.scope == "none"


def without_times(intake: Intake, *entries: Entry) -> Export:
    plan = journey.plan(MAYA, start=DAY, today=DAY)
    return Export(intakes=(intake,), plans=(plan,), diary=Diary(entries=entries))


def test_a_file_without_times_never_replaces_what_is_in_use() -> None:
    """Another intake and plan, of unknown age: on record, not in use."""
    a_life()
    was = queries.current_plan()
    found = restore(without_times(replace(MAYA, minutes_per_day=20)), today=DAY)

    assert queries.current_plan() == was
    assert found.keeps == ["answers"]
    screened = queries.screened()
    assert screened is not None
    assert screened.intake == MAYA


def test_a_file_without_times_that_stops_does_stop() -> None:
    """Nobody knows whether it is the newer one: doubt closes."""
    a_life()
    found = restore(without_times(replace(MAYA, answers={**MAYA.answers, "saddle-numbness": "yes"})), today=DAY)

    screened = queries.screened()
    assert screened is not None
    assert screened.clearance.scope == "none"
    assert found.replaces == ["answers"]


def test_a_day_without_times_adds_what_is_missing_and_doubles_nothing() -> None:
    """The same day as it was merged here once, with a pain that was corrected since, and a movement that is new."""
    a_life()
    new = Done(exercise="clamshell", side="left", sets=1)
    (day,) = queries.diary().entries
    told = replace(day, pain=EntryPain(after=7, before=3), exercises=(*day.exercises, new), sleep=4)
    restore(without_times(MAYA, told), today=DAY)

    (entry,) = queries.diary().entries
    assert entry.pain == EntryPain(before=3, after=0)
    assert sorted(done.exercise for done in entry.exercises) == ["clamshell", "seated-figure-4", "seated-figure-4"]
    assert (entry.sleep, entry.note) == (4, day.note)


def test_a_moment_far_ahead_counts_as_now() -> None:
    """A clock that was years ahead when the file was written must not outrank every later answer for years."""
    tell(MAYA)
    (text,) = write_archive(backup.everything())
    forget_everything()
    stamp = next(part for part in text.split('"') if part.startswith("20") and part.endswith("Z"))
    bring(text.replace(stamp, f"2050{stamp[4:]}"))
    tell(replace(MAYA, minutes_per_day=25))

    screened = queries.screened()
    assert screened is not None
    assert screened.intake.minutes_per_day == 25


def test_what_is_told_now_is_newest_also_after_the_clock_was_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Order is the order of telling."""
    tell(MAYA)
    monkeypatch.setattr(actions.timezone, "now", _an_hour_ago(actions.timezone.now))
    tell(replace(MAYA, answers={**MAYA.answers, "saddle-numbness": "yes"}))

    screened = queries.screened()
    assert screened is not None
    assert screened.clearance.scope == "none"


def _an_hour_ago(now: Callable[[], object]) -> Callable[[], object]:
    return lambda: now() - timedelta(hours=1)  # type: ignore[operator]  # it is a moment


def test_comparing_writes_nothing_and_names_what_would_be_replaced() -> None:
    """First the word, then the deed."""
    a_life()
    (text,) = write_archive(backup.everything())
    forget_everything()
    tell(replace(MAYA, minutes_per_day=20))
    brought = read_document(text.encode(), Export)
    now = write_archive(backup.everything())
    found = compare(replace(brought, told=_later(brought)), today=DAY)

    assert found.replaces == ["answers"]
    assert write_archive(backup.everything()) == now


def _later(brought: Export) -> object:
    assert brought.told is not None
    (stamp,) = brought.told.intakes
    return replace(brought.told, intakes=(replace(stamp, at=f"2049{stamp.at[4:]}"),))


def test_a_damaged_row_is_named_and_everything_else_goes_out() -> None:
    """Export is what somebody needs most when something is broken."""
    a_life()
    DiaryEntry.objects.create(key="damaged-1", kind="log", on=DAY, document='{"on": "2026-')
    saved = backup.everything()

    assert [name.partition(" ")[0] for name in saved.unreadable] == ["entry"]
    assert len(saved.rows or ()) == 4


def test_what_one_file_cannot_hold_stands_in_several_and_all_of_it_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """In any order, each at most as large as reading takes."""
    a_life()
    plan = queries.current_plan()
    assert plan is not None
    for _ in range(6):
        actions.keep_plan(plan=plan.plan, reason="edited", on=DAY)
    whole = write_archive(backup.everything())
    monkeypatch.setattr(archive, "MAX_BYTES", 600_000)
    parts = write_archive(backup.everything())
    forget_everything()
    for part in reversed(parts):
        assert len(part.encode()) <= 600_000
        bring(part)
    monkeypatch.undo()

    assert len(parts) > 1
    assert write_archive(backup.everything()) == whole


def test_a_day_that_holds_too_much_is_refused_whole() -> None:
    """What came in could never go out again: nothing of the file is kept, and the word names the limit."""
    tell(MAYA)
    before = write_archive(backup.everything())
    files = [Export(diary=Diary(entries=(Entry(on=DAY, exercises=(replace(SHARP, reps=at),) * 400),))) for at in (1, 2)]
    restore(files[0], today=DAY)
    with pytest.raises(BadInput, match="at most 500 a day"):
        restore(files[1], today=DAY)

    assert len(queries.diary().entries[0].exercises) == 400
    assert write_archive(backup.everything()) != before
