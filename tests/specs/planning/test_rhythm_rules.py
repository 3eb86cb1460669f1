"""Which days carry what: strength, cardio, light days, walks and breaks."""

from datetime import date, timedelta
from itertools import pairwise

from example_people import START
from text_tables import rows

from psoas.planning.duration import level_changes
from psoas.planning.micro_breaks import break_times, breaks_of, movements_of
from psoas.planning.rhythm import cardio_days, rhythm_of, strength_days
from psoas.planning.walking import levels_from
from psoas.screening.intake import Sitting
from psoas.vocabulary.dates import clock_time


def test_strength_has_at_most_three_days_with_rest_between_across_weeks_too() -> None:
    """The largest set of training days, then the most even, then the earliest; Sunday and Monday are neighbours."""
    table = """
        training days               | strength    | cardio
        mon                         | mon         | mon
        mon tue                     | mon         | tue mon
        mon sun                     | mon         | sun mon
        mon wed fri sat             | mon wed fri | sat mon wed fri
        sat sun                     | sat         | sun sat
        tue thu sat                 | tue thu sat | tue thu sat
        mon tue wed thu fri sat sun | mon wed fri | tue thu sat sun
        fri sat sun mon             | mon fri     | sat sun mon fri
        wed thu                     | wed         | thu wed
    """
    for row in rows(table):
        training = tuple(row["training days"].split())
        strength = strength_days(training)

        assert strength == tuple(row["strength"].split()), row
        assert cardio_days(training, strength) == tuple(row["cardio"].split()), row


def test_week_one_knows_no_strength_and_a_restricted_plan_none_at_all() -> None:
    """From week 2 each strength day has a content of its own, so that patterns can take turns."""
    table = """
        week | restricted | mon        | tue   | wed
        1    | no         | training   | light | training
        2    | no         | strength   | light | strength-b
        2    | yes        | training   | training | training
    """
    for row in rows(table):
        rhythm = rhythm_of(("mon", "wed", "fri"), minutes=15, restricted=row["restricted"] == "yes")
        week = int(row["week"])

        assert [rhythm.kind(day, week=week) for day in ("mon", "tue", "wed")] == [row["mon"], row["tue"], row["wed"]], row


def test_light_days_take_turns_between_two_contents() -> None:
    """So that they are not always the same; a single light day has one."""
    table = """
        training days       | mon      | tue      | wed      | thu     | fri      | sat     | sun
        mon wed fri         | strength | light    | strength-b | light-b | strength-c | light | light-b
        mon tue wed thu fri | strength | training | strength-b | training | strength-c | light | light-b
        tue thu             | light    | strength | light-b  | strength-b | light  | light-b | light
    """
    for row in rows(table):
        rhythm = rhythm_of(tuple(row["training days"].split()), minutes=15, restricted=False)

        assert all(rhythm.kind(day, week=3) == row[day] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")), row


def test_walking_grows_by_a_fifth_a_week_at_most_up_to_the_minutes_given() -> None:
    """From every own level; where walks are kept short, not at all. In seconds."""
    table = """
        week 1 | most | week 2 | week 4 | week 8
        120    | 1200 | 140    | 190    | 370
        300    | 1200 | 360    | 510    | 1040
        630    | 1200 | 750    | 1080   | 1200
        1200   | 1200 | 1200   | 1200   | 1200
    """
    for row in rows(table):
        levels = levels_from(int(row["week 1"]), most=int(row["most"]))

        assert [levels[0], levels[1], levels[3], levels[7]] == [int(row[n]) for n in ("week 1", "week 2", "week 4", "week 8")]
        assert all(after <= 1.2 * before for before, after in pairwise(levels)), levels
        assert set(levels_from(int(row["week 1"]), most=int(row["most"]), steady=True)) == {int(row["week 1"])}


def test_a_window_of_the_night_has_its_breaks_on_the_day_on_which_they_come() -> None:
    """From Monday evening into Tuesday; two windows that meet at midnight are one; the person's own rhythm holds."""
    table = """
        windows                       | every | monday            | tuesday
        mon 22:00-02:00               | 45    | 22:45 23:30       | 00:15 01:00 01:45
        mon 22:00-02:00               | 60    | 23:00             | 00:00 01:00 02:00
        mon 22:00-02:00               | 90    | 23:30             | 01:00
        mon 22:00-02:00               | 30    | 22:30 23:00 23:30 | 00:00 00:30 01:00 01:30 02:00
        mon 22:00-23:59 tue 00:00-02:00 | 45  | 22:45 23:30       | 00:15 01:00 01:45
        sun 23:00-01:00               | 45    | 00:30             |
        mon 09:00-10:00 mon 20:00-21:00 | 60  | 10:00 21:00       |
    """
    for row in rows(table):
        words = row["windows"].split()
        windows = zip(words[::2], words[1::2], strict=True)
        sitting = tuple(Sitting(from_=when[:5], to=when[6:], days=(day,)) for day, when in windows)  # type: ignore[arg-type]  # read from a table
        for day, name in ((START, "monday"), (START + timedelta(days=1), "tuesday")):
            times = [clock_time(at) for at in break_times(sitting, day, every=int(row["every"]))]

            assert times == row[name].split(), (row, name)


def test_breaks_stand_inside_sitting_only_45_minutes_apart() -> None:
    """Overlapping windows are one; a window under half an hour has none; another weekday has none."""
    table = """
        windows                  | breaks
        09:00-12:00              | 09:45 10:30 11:15 12:00
        09:00-09:29              |
        09:00-09:35              | 09:35
        09:00-10:30 10:00-11:30  | 09:45 10:30 11:15
        09:00-10:00 10:00-11:00  | 09:45 10:30
        14:00-15:00 09:00-10:00  | 09:45 14:45
        22:00-06:00              | 22:45 23:30
    """
    for row in rows(table):
        sitting = tuple(Sitting(from_=window[:5], to=window[6:], days=("mon",)) for window in row["windows"].split())

        assert [clock_time(at) for at in break_times(sitting, START)] == row["breaks"].split(), row
        assert break_times(sitting, date(2026, 11, 26)) == ()


def test_no_movement_comes_twice_running_where_two_are_open() -> None:
    """With one open it is that one; with none there are no breaks."""
    sitting = (Sitting(from_="08:00", to="18:00", days=("mon",)),)

    turns = [pause.exercise for pause in breaks_of(sitting, START, ("hip-circles", "indoor-walk"))]
    assert len(turns) == 13
    assert all(before != after for before, after in pairwise(turns))
    assert {pause.exercise for pause in breaks_of(sitting, START, ("indoor-walk",))} == {"indoor-walk"}
    assert breaks_of(sitting, START, ()) == ()


def test_a_day_has_at_most_four_movements_in_its_breaks() -> None:
    """The walk, two of those named first and another; the next day takes the next of them."""
    others = ("ankle-pumps", "heel-raise", "seated-chest-lift")
    open_ = {
        "named, others, walk": ("hip-circles", "seated-hip-opener", "bodyweight-squat", *others, "indoor-walk"),
        "named, walk": ("hip-circles", "seated-hip-opener", "indoor-walk"),
        "others": (*others, "seated-hip-rotation", "seated-pelvic-tilt"),
        "walk": ("indoor-walk",),
    }
    table = """
        open                | day | movements
        named, others, walk | 23  | seated-hip-opener bodyweight-squat seated-chest-lift indoor-walk
        named, others, walk | 24  | hip-circles seated-hip-opener ankle-pumps indoor-walk
        named, others, walk | 25  | bodyweight-squat hip-circles heel-raise indoor-walk
        named, walk         | 23  | hip-circles seated-hip-opener indoor-walk
        others              | 23  | seated-hip-rotation seated-pelvic-tilt ankle-pumps heel-raise
        others              | 24  | seated-pelvic-tilt ankle-pumps heel-raise seated-chest-lift
        walk                | 23  | indoor-walk
    """
    for row in rows(table):
        assert " ".join(movements_of(date(2026, 11, int(row["day"])), open_[row["open"]])) == row["movements"], row


def test_a_session_begins_and_ends_off_the_floor() -> None:
    """One visit to the floor is two changes of level."""
    table = """
        on the floor     | changes
        no no no         | 0
        no yes yes       | 2
        yes              | 2
        yes no yes       | 4
    """
    for row in rows(table):
        assert level_changes(word == "yes" for word in row["on the floor"].split()) == int(row["changes"]), row
