"""Whatever a diary says: more pain is never answered with more, and nothing missing is taken for good news."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from example_people import MAYA
from example_plans import FIGURE_4, FIGURE_4_RIGHT, SQUAT, TILT, TODAY, every_day
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.adaptation.decision import decide
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Done, Entry, EntryPain
from psoas.planning.plan import Item, Plan, PlanChange
from psoas.screening.intake import Surgery

ITEMS = (FIGURE_4, FIGURE_4_RIGHT, SQUAT, TILT)
EASE = ("progress", "restore", "hold", "ease", "reduce", "replace", "stop")
"""From the hardest outcome to the easiest."""
FEELINGS = ("better", "same", "worse", "sharp")
FUSED = replace(
    MAYA,
    surgeries=(
        Surgery(
            what="lumbar-fusion", levels=("L4-L5",), on=TODAY - timedelta(days=175), cleared_on=TODAY - timedelta(days=80)
        ),
    ),
)
PLANS = (every_day(*ITEMS), every_day(*ITEMS, intake=FUSED))

scores = st.none() | st.integers(0, 10)
low_scores = st.none() | st.integers(0, 4)
"""Good days too, or progress would be a rarity."""


@st.composite
def done_rows(draw: st.DrawFn, item: Item) -> Done:
    in_full = draw(st.booleans())
    return Done(
        exercise=item.exercise,
        side=item.side,
        sets=item.sets if in_full else draw(st.sampled_from([None, 0, item.sets])),
        reps=item.reps if in_full else draw(st.sampled_from([None, 1, item.reps])),
        hold_s=item.hold_s if in_full else draw(st.sampled_from([None, item.hold_s])),
        effort=draw(st.sampled_from([None, None, 3, 8])),
        pain=draw(scores | low_scores),
        felt=draw(st.sampled_from([None, None, *FEELINGS])),
    )


@st.composite
def entries(draw: st.DrawFn, days_ago: int) -> Entry:
    items = draw(st.lists(st.sampled_from(ITEMS), unique_by=lambda item: (item.exercise, item.side), max_size=4))
    numbers = [draw(scores | low_scores) for _ in range(4)]
    return Entry(
        on=TODAY - timedelta(days=days_ago),
        pain=EntryPain(before=numbers[0], during=numbers[1], after=numbers[2], next_morning=numbers[3]),
        exercises=tuple(draw(done_rows(item)) for item in items),
        symptoms=draw(st.sampled_from([(), (), (), ("dizzy",)])),
    )


@st.composite
def calm_entries(draw: st.DrawFn, days_ago: int) -> Entry:
    """Everything done in full and little pain: the days on which progress is near."""
    pain = EntryPain(before=draw(st.integers(2, 5)), next_morning=draw(st.integers(0, 3)))
    rows = tuple(
        Done(exercise=i.exercise, side=i.side, sets=i.sets, reps=i.reps, hold_s=i.hold_s, pain=draw(st.integers(0, 3)))
        for i in ITEMS
    )
    return Entry(on=TODAY - timedelta(days=days_ago), pain=pain, exercises=rows)


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    days = draw(st.lists(st.integers(0, 16), unique=True, min_size=1, max_size=7))
    return Diary(entries=tuple(draw(calm_entries(day) | entries(day)) for day in days))


def more(draw: st.DrawFn, score: int | None) -> int | None:
    """The same number or a larger one; what is unknown stays unknown."""
    return None if score is None else draw(st.integers(score, 10))


@st.composite
def sorer(draw: st.DrawFn, diary: Diary) -> Diary:
    """The same diary with more pain here and there. `before` is what pain is read against, so it stays."""
    return Diary(entries=tuple(_sorer_entry(draw, entry) if draw(st.booleans()) else entry for entry in diary.entries))


def _sorer_entry(draw: st.DrawFn, entry: Entry) -> Entry:
    pain = entry.pain or EntryPain()
    changed = {name: more(draw, getattr(pain, name)) for name in ("during", "after", "next_morning")}
    return replace(
        entry,
        pain=replace(pain, **changed),
        exercises=tuple(_sorer_row(draw, row) for row in entry.exercises),
        symptoms=entry.symptoms or draw(st.sampled_from([(), (), ("giving-way",)])),
    )


def _sorer_row(draw: st.DrawFn, row: Done) -> Done:
    felt = FEELINGS[draw(st.integers(FEELINGS.index(row.felt or "same"), 3))] if draw(st.booleans()) else row.felt
    return replace(row, pain=more(draw, row.pain), felt=felt)  # type: ignore[arg-type]  # one of FEELINGS


def by_row(plan: Plan, diary: Diary) -> dict[Any, PlanChange]:
    changes = decide(plan, diary, catalogue=load(), today=TODAY).changes
    return {(change.exercise, change.side): change for change in changes}


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(PLANS), diaries(), st.data())
def test_more_pain_never_gives_a_harder_plan(plan: Plan, diary: Diary, data: st.DataObject) -> None:
    """Row by row, in every number of pain, every feeling and every symptom."""
    calm, sore = by_row(plan, diary), by_row(plan, data.draw(sorer(diary)))

    for key, change in calm.items():
        assert EASE.index(sore[key].change) >= EASE.index(change.change), key
        if sore[key].change == change.change == "reduce":
            assert sore[key].to.dose.amount <= change.to.dose.amount


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(PLANS), diaries())
def test_whatever_moves_up_was_known_in_full(plan: Plan, diary: Diary) -> None:
    """Nothing missing progresses: behind each step stand two entries with dose, pain and next morning."""
    for (exercise, side), change in by_row(plan, diary).items():
        if change.change != "progress":
            continue
        logged = sorted((entry for entry in diary.entries if _row(entry, exercise, side)), key=lambda entry: entry.on)[-2:]

        assert len(logged) == 2
        for entry in logged:
            row, pain = _row(entry, exercise, side), entry.pain
            assert row is not None
            assert pain is not None
            assert None not in (row.sets, row.reps, pain.next_morning)
            assert row.pain is not None or pain.during is not None or pain.after is not None


def _row(entry: Entry, exercise: str, side: str) -> Done | None:
    return next((row for row in entry.exercises if (row.exercise, row.side) == (exercise, side)), None)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PLANS), diaries())
def test_every_row_is_decided_once_with_a_reason_and_a_fitting_dose(plan: Plan, diary: Diary) -> None:
    changes = decide(plan, diary, catalogue=load(), today=TODAY).changes

    assert [(row.exercise, row.side) for row in changes] == [(item.exercise, item.side) for item in ITEMS]
    others = {row.exercise for row in changes if row.change == "progress"} - {"box-squat"}
    assert len(others) <= 2
    for row in changes:
        assert row.because
        assert (row.to.exercise is None) == (row.change == "stop")
        assert row.to == row.from_ or row.change != "hold"
        if row.change == "reduce":
            assert 1 <= row.to.dose.amount <= 0.8 * row.from_.dose.amount


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PLANS), diaries())
def test_the_same_diary_gives_the_same_changes(plan: Plan, diary: Diary) -> None:
    shuffled = Diary(entries=tuple(reversed(diary.entries)))

    assert decide(plan, diary, catalogue=load(), today=TODAY) == decide(plan, shuffled, catalogue=load(), today=TODAY)
