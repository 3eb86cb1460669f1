"""Tomorrow's dose: the rules in order of safety, on one drill of the coming week.

The drill is a seated figure-4 stretch, done in full yesterday and the day before unless the table says otherwise. The base is
the middle of the last two weeks' pain before the session. Pain of the drill is its own number.
"""

from dataclasses import replace
from datetime import date, timedelta

from cast import MAYA, START
from plans import FIGURE_4, TODAY, diary, done, entry, every_day, usual
from tables import rows

from psoas.adaptation.decision import decide
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Entry, EntryPain
from psoas.planning.plan import Plan, PlanChange
from psoas.screening.intake import Intake, Surgery


def decided(*entries: Entry, plan: Plan | None = None, today: date = TODAY) -> PlanChange:
    """The row of the figure-4 stretch."""
    changes = decide(plan or every_day(FIGURE_4), diary(*entries), catalogue=load(), today=today).changes
    return next(change for change in changes if change.exercise == "seated-figure-4")


def number(text: str) -> int | None:
    return None if text == "?" else int(text)


def two_days(base: int, pain: int | None, morning: int | None, **more: object) -> tuple[Entry, ...]:
    """The usual days, then the drill twice with the same answer."""
    answer = EntryPain(before=base, next_morning=morning)
    return (*usual(base), *(entry(days, done(FIGURE_4, pain=pain, **more), pain=answer) for days in (2, 1)))


def test_pain_of_the_drill_decides_first() -> None:
    """8 and more, or 6 and more well above the base, replaces; other 6-7 reduces; lingering 3-5 reduces; calm moves up."""
    table = """
        base | pain | next morning | change   | because
           4 |    8 |            4 | replace  | pain-severe
           8 |    8 |            8 | replace  | pain-severe
           4 |    7 |            4 | replace  | pain-high-above-usual
           4 |    6 |            4 | replace  | pain-high-above-usual
           5 |    6 |            5 | reduce   | pain-high
           5 |    7 |            5 | replace  | pain-high-above-usual
           6 |    7 |            6 | reduce   | pain-high
           4 |    5 |            6 | reduce   | higher-next-morning
           4 |    3 |            6 | reduce   | higher-next-morning
           4 |    3 |            5 | reduce   | not-settled-twice
           4 |    2 |            6 | reduce   | not-settled-twice
           4 |    5 |            4 | hold     | pain-not-low
           4 |    4 |            4 | progress | ready
           4 |    4 |            3 | progress | ready
           6 |    5 |            6 | progress | ready
           3 |    3 |            3 | progress | ready
           2 |    3 |            2 | hold     | pain-not-low
           2 |    2 |            2 | progress | ready
           0 |    2 |            0 | progress | ready
           0 |    0 |            0 | progress | ready
           0 |    3 |            0 | reduce   | flare
           4 |    ? |            4 | hold     | pain-unknown
           4 |    4 |            ? | hold     | morning-unknown
    """
    for row in rows(table):
        found = decided(*two_days(int(row["base"]), number(row["pain"]), number(row["next morning"])))

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row


def test_one_bad_day_among_good_ones_still_decides() -> None:
    """What was felt within 14 days counts until the drill has been changed; the latest two days do not outvote it."""
    table = """
        days ago | pain | felt     | next morning | change   | because
               5 |    8 |          |            4 | replace  | pain-severe
               5 |    4 | sharp    |            4 | replace  | sharp-or-shooting
               5 |    4 | shooting |            4 | replace  | sharp-or-shooting
              13 |    4 | sharp    |            4 | replace  | sharp-or-shooting
              14 |    4 | sharp    |            4 | progress | ready
               5 |    5 |          |            6 | reduce   | higher-next-morning
               5 |    2 |          |            5 | progress | ready
               5 |    4 | worse    |            4 | progress | ready
    """
    for row in rows(table):
        felt = row["felt"] or None
        answer = EntryPain(before=4, next_morning=int(row["next morning"]))
        bad = entry(int(row["days ago"]), done(FIGURE_4, pain=int(row["pain"]), felt=felt), pain=answer)
        others = tuple(day for day in two_days(4, 3, 4) if day.on != bad.on)
        found = decided(bad, *others)

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row


def test_any_listed_symptom_takes_the_drill_out_whatever_the_number() -> None:
    table = """
        symptom                | change
        leg-symptoms-spreading | replace
        giving-way             | replace
        dizzy                  | replace
        groin-pinch            | replace
    """
    for row in rows(table):
        today = entry(0, done(FIGURE_4, pain=0), symptoms=(row["symptom"],))
        found = decided(*two_days(4, 0, 0), today)

        assert (found.change, found.because[0].id) == (row["change"], "symptom"), row


def test_worse_twice_and_two_days_of_flare_reduce() -> None:
    """Once is not enough. A flare is two days at least 2 above the base, by pain before or during."""
    table = """
        felt first | felt then | before first | before then | change   | because
        worse      | worse     |            4 |           4 | reduce   | worse-twice
        same       | worse     |            4 |           4 | hold     | felt-worse
        better     | same      |            4 |           4 | progress | ready
        same       | same      |            6 |           6 | reduce   | flare
        same       | same      |            4 |           6 | hold     | week-rises
        same       | same      |            5 |           5 | hold     | week-rises
    """
    for row in rows(table):
        pairs = ((2, row["felt first"], row["before first"]), (1, row["felt then"], row["before then"]))
        days = tuple(
            entry(ago, done(FIGURE_4, pain=3, felt=felt), pain=EntryPain(before=int(before), next_morning=int(before)))
            for ago, felt, before in pairs
        )
        found = decided(*usual(4), *days)

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row


def test_time_away_starts_again_more_gently() -> None:
    """Counted from the last entry, whatever it says; never back-filled. In a gap a row is eased once."""
    table = """
        days since the last entry | change  | because
                                1 | hold    | not-done-twice
                                7 | hold    | not-done-twice
                                8 | reduce  | away-over-a-week
                               14 | reduce  | away-over-a-week
                               15 | replace | away-over-two-weeks
                               28 | replace | away-over-two-weeks
                               29 | stop    | away-over-four-weeks
                               40 | stop    | away-over-four-weeks
    """
    for row in rows(table):
        today = START + timedelta(days=int(row["days since the last entry"]))
        found = decided(Entry(on=START), today=today)

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row


def test_while_an_operation_heals_pain_is_read_more_strictly() -> None:
    """Under 183 days after a fusion or 84 after a new hip: up to 2 as ever, 3 stays, 4 and more stops."""
    table = """
        operation       | days | pain | change   | because
        lumbar-fusion   |  182 |    2 | progress | ready
        lumbar-fusion   |  182 |    3 | hold     | pain-not-low
        lumbar-fusion   |  182 |    4 | stop     | hurts-while-healing
        lumbar-fusion   |  182 |    9 | stop     | hurts-while-healing
        lumbar-fusion   |  183 |    3 | progress | ready
        lumbar-fusion   |  183 |    4 | progress | ready
        lumbar-fusion   |  183 |    5 | hold     | pain-not-low
        decompression   |  100 |    4 | progress | ready
        discectomy      |  100 |    4 | progress | ready
    """
    for row in rows(table):
        plan = every_day(FIGURE_4, intake=operated(row["operation"], int(row["days"])))
        found = decided(*two_days(4, int(row["pain"]), 4), plan=plan)

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row


def test_a_young_hip_replacement_counts_as_healing() -> None:
    """On a movement that a young hip may do: the boundary lies at 84 days."""
    table = """
        days | pain | change
          83 |    4 | stop
          83 |    3 | hold
          84 |    4 | progress
    """
    walk = replace(FIGURE_4, exercise="indoor-walk", side="both", reps=1, hold_s=120)
    for row in rows(table):
        intake = operated("hip-replacement", int(row["days"]))
        answer = EntryPain(before=4, next_morning=4)
        days = (entry(ago, done(walk, pain=int(row["pain"])), pain=answer) for ago in (2, 1))
        (found,) = decide(every_day(walk, intake=intake), diary(*usual(4), *days), catalogue=load(), today=TODAY).changes

        assert found.change == row["change"], row


def operated(what: str, days_ago: int) -> Intake:
    operation = Surgery(
        what=what,  # type: ignore[arg-type]  # from the table
        side="left" if what == "hip-replacement" else None,
        levels=("L4-L5",) if what == "lumbar-fusion" else (),
        on=TODAY - timedelta(days=days_ago),
        cleared_on=START - timedelta(days=1),
    )
    return replace(MAYA, surgeries=(operation,))


def test_every_missing_thing_keeps_the_drill_where_it_is() -> None:
    """From a ready drill one thing is taken away at a time. Missing is never zero and never progress."""
    table = """
        what differs                         | change   | because
        nothing                              | progress | ready
        done only once                       | hold     | not-done-twice
        sets missing                         | hold     | not-in-full
        repetitions missing                  | hold     | not-in-full
        hold missing                         | hold     | not-in-full
        one repetition short                 | hold     | not-in-full
        five seconds short                   | hold     | not-in-full
        no sets done                         | hold     | not-in-full
        more than prescribed                 | progress | ready
        effort 7                             | progress | ready
        effort 8                             | hold     | effort-high
        the day's pain instead of its own    | progress | ready
        no pain at all                       | hold     | pain-unknown
        no next morning                      | hold     | morning-unknown
        before missing, next morning 2       | progress | ready
        before missing, next morning 3       | reduce   | not-settled-twice
        an adverse event                     | hold     | felt-worse
        something else logged in between     | progress | ready
    """
    for row in rows(table):
        found = decided(*usual(4), *_differing(row["what differs"]))

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row


def _differing(what: str) -> tuple[Entry, ...]:
    calm = EntryPain(before=4, next_morning=4)
    drill = done(FIGURE_4, pain=2)
    first = entry(3, drill, pain=calm)
    seconds: dict[str, tuple[Entry, ...]] = {
        "nothing": (entry(1, drill, pain=calm),),
        "done only once": (),
        "sets missing": (entry(1, replace(drill, sets=None), pain=calm),),
        "repetitions missing": (entry(1, replace(drill, reps=None), pain=calm),),
        "hold missing": (entry(1, replace(drill, hold_s=None), pain=calm),),
        "one repetition short": (entry(1, replace(drill, reps=1), pain=calm),),
        "five seconds short": (entry(1, replace(drill, hold_s=15), pain=calm),),
        "no sets done": (entry(1, replace(drill, sets=0), pain=calm),),
        "more than prescribed": (entry(1, replace(drill, reps=4), pain=calm),),
        "effort 7": (entry(1, replace(drill, effort=7), pain=calm),),
        "effort 8": (entry(1, replace(drill, effort=8), pain=calm),),
        "the day's pain instead of its own": (entry(1, replace(drill, pain=None), pain=replace(calm, during=3, after=0)),),
        "no pain at all": (entry(1, replace(drill, pain=None), pain=calm),),
        "no next morning": (entry(1, drill, pain=EntryPain(before=4)),),
        "an adverse event": (entry(1, drill, pain=calm, adverse_event="slept badly"),),
        "something else logged in between": (entry(2, pain=calm), entry(1, drill, pain=calm)),
    }
    if what.startswith("before missing"):
        morning = EntryPain(next_morning=int(what[-1]))
        return entry(3, drill, pain=morning), entry(1, drill, pain=morning)
    return first, *seconds[what]


def test_the_base_needs_three_entries_of_the_last_two_weeks() -> None:
    """Fewer: the intake's average week (4). A 0 is an entry, a missing number is none."""
    table = """
        before on earlier days | pain now | change
        0 0 0                  |        4 | reduce
        0 0 0                  |        2 | progress
        0 ? ?                  |        4 | progress
        6 6 6                  |        5 | progress
        6 ? ?                  |        5 | hold
    """
    for row in rows(table):
        earlier = [number(text) for text in row["before on earlier days"].split()]
        past = (entry(13 - place, pain=EntryPain(before=before)) for place, before in enumerate(earlier))
        now = (entry(ago, done(FIGURE_4, pain=int(row["pain now"])), pain=EntryPain(next_morning=0)) for ago in (2, 1))

        assert decided(*past, *now).change == row["change"], row
