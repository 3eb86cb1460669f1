"""Tomorrow's dose: what a movement did, and what the days ask, in order of safety, on one drill of the coming week.

The drill is a seated figure-4 stretch, done in full yesterday and the day before unless the table says otherwise. The base is
the middle of the last two weeks' pain before the session. Pain of the drill is its own number.
"""

from dataclasses import replace
from datetime import date, timedelta

from example_people import MAYA, START
from example_plans import FIGURE_4, FIGURE_4_RIGHT, TODAY, diary, done, entry, every_day, usual
from text_tables import rows

from psoas.adaptation.decision import decide
from psoas.catalogue.catalogue import load
from psoas.diary.entry import Entry, EntryPain
from psoas.planning.accepted_changes import apply
from psoas.planning.plan import Item, Plan, PlanChange, Prescription
from psoas.screening.intake import Intake, Surgery, Walking
from psoas.screening.triage import triage


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


def test_pain_of_the_drill_is_read_against_the_base() -> None:
    """Severe or high for this person replaces; 3 and more that lingers reduces; up to the base plus 1 that settles is all
    right whatever its number; the usual, or less, that settles moves up."""
    table = """
        base | pain | next morning | change   | because
           4 |    8 |            4 | replace  | pain-severe
           8 |    8 |            8 | progress | ready
           8 |    9 |            8 | hold     | pain-not-low
           8 |   10 |            8 | replace  | pain-severe
           7 |    8 |            7 | hold     | pain-not-low
           6 |    8 |            6 | replace  | pain-severe
           4 |    7 |            4 | replace  | pain-high-above-usual
           4 |    6 |            4 | replace  | pain-high-above-usual
           5 |    6 |            5 | hold     | pain-not-low
           5 |    7 |            5 | replace  | pain-high-above-usual
           6 |    7 |            6 | hold     | pain-not-low
           4 |    5 |            6 | reduce   | higher-next-morning
           4 |    3 |            6 | reduce   | higher-next-morning
           4 |    3 |            5 | ease     | not-settled-twice
           4 |    2 |            6 | ease     | not-settled-twice
           4 |    5 |            4 | hold     | pain-not-low
           4 |    4 |            4 | progress | ready
           4 |    4 |            3 | progress | ready
           6 |    5 |            6 | progress | ready
           6 |    6 |            6 | progress | ready
           3 |    3 |            3 | progress | ready
           2 |    3 |            2 | hold     | pain-not-low
           2 |    2 |            2 | progress | ready
           0 |    2 |            0 | progress | ready
           0 |    0 |            0 | progress | ready
           0 |    3 |            0 | hold     | pain-not-low
           4 |    ? |            4 | hold     | pain-unknown
           4 |    4 |            ? | hold     | morning-unknown
    """
    for row in rows(table):
        found = decided(*two_days(int(row["base"]), number(row["pain"]), number(row["next morning"])))

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row


def test_pain_that_names_no_movement_eases_the_days_and_takes_nothing_away() -> None:
    """The day's own pain, the drill without a number: severe once, two days of flare, or twice not settled."""
    table = """
        base | day one       | day two       | change   | because
           4 | 4 8 4 > 4     | 4 4 4 > 4     | ease     | severe-day
           7 | 7 8 8 > 7     | 7 8 8 > 7     | hold     | pain-not-low
           7 | 7 9 7 > 7     | 7 7 7 > 7     | ease     | severe-day
           4 | 4 6 4 > 4     | 4 6 4 > 4     | ease     | flare
           4 | 4 6 4 > 4     | 4 4 4 > 4     | hold     | pain-not-low
           4 | 4 4 4 > 5     | 4 4 4 > 5     | ease     | not-settled-twice
           0 | 0 2 2 > 0     | 0 2 2 > 0     | progress | ready
    """
    for row in rows(table):
        days = (entry(ago, done(FIGURE_4), pain=day_of(row[name])) for ago, name in ((2, "day one"), (1, "day two")))
        found = decided(*usual(int(row["base"])), *days)

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row


def day_of(text: str) -> EntryPain:
    """`4 8 4 > 5`: before, during, after, next morning."""
    numbers, morning = text.split(">")
    before, during, after = map(int, numbers.split())
    return EntryPain(before=before, during=during, after=after, next_morning=int(morning))


def test_an_easing_leaves_about_seventy_per_cent_and_ends_within_a_week() -> None:
    """After more than two weeks away sixty. The plan's dose stands again the day it ends."""
    plan = every_day(replace(FIGURE_4, reps=4, hold_s=30))
    found = decided(*usual(4), *(entry(ago, pain=day_of("7 7 7 > 6")) for ago in (2, 1)), plan=plan)

    assert (found.change, found.until) == ("ease", TODAY + timedelta(days=7))
    assert found.to.dose.amount == 84
    assert found.from_.dose.amount == 120


def test_an_easing_is_given_back_when_two_sessions_have_settled_or_its_end_finds_pain_back() -> None:
    """Otherwise it runs on; unknown is not back. Giving back names the former dose."""
    table = """
        eased days ago | since then            | change  | because
                     3 |                       | hold    | ease-runs
                     3 | 4 4 4 > 4             | hold    | ease-runs
                     3 | 4 4 4 > 4 / 4 4 4 > 4 | restore | restored
                     3 | 4 4 4 > 4 / 4 7 4 > 4 | hold    | ease-runs
                     7 | 4 4 4 > 4             | restore | restored
                     7 | 7 7 7 > 7             | ease    | not-back-yet
                     7 |                       | ease    | away-over-a-week
    """
    for row in rows(table):
        ago = int(row["eased days ago"])
        plan = eased_plan(on=TODAY - timedelta(days=ago))
        told = [text for text in row["since then"].split(" / ") if text]
        since = (entry(len(told) - number, pain=day_of(text)) for number, text in enumerate(told))
        flare = (entry(ago + 2, pain=day_of("7 7 7 > 6")), entry(ago + 1, pain=day_of("7 7 7 > 6")))
        found = decided(*usual(4)[:-1], *flare, *since, plan=plan)

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row
        assert found.change != "restore" or found.to.dose.amount == 40


def eased_plan(*, on: date) -> Plan:
    """The drill eased for a week from that day."""
    plan = every_day(FIGURE_4)
    less = Prescription(exercise="seated-figure-4", sets=1, reps=2, hold_s=14)
    full = Prescription(exercise="seated-figure-4", sets=1, reps=2, hold_s=20)
    because = (load().reason("flare"),)
    change = PlanChange(
        exercise="seated-figure-4",
        side="left",
        change="ease",
        until=on + timedelta(days=7),
        from_=full,
        to=less,
        because=because,
    )
    clearance = triage(plan.intake, catalogue=load(), today=TODAY).clearance
    assert clearance is not None
    return apply(plan, (change,), on=on, catalogue=load(), clearance=clearance)


def test_the_calendar_brings_its_step_only_to_a_drill_that_is_ready() -> None:
    """From today the plan would ask for 3 x 30 s. Twice in full, settled, not above the usual: it comes. Else it waits."""
    table = """
        base | pain | next morning | reps | change | because
           4 |    4 |            4 |    2 | hold   | calendar-brings
           7 |    7 |            7 |    2 | hold   | calendar-brings
           4 |    5 |            4 |    2 | hold   | calendar-waits
           4 |    4 |            4 |    1 | hold   | calendar-waits
           4 |    ? |            4 |    2 | hold   | calendar-waits
    """
    for row in rows(table):
        answer = EntryPain(before=int(row["base"]), next_morning=int(row["next morning"]))
        drill = done(FIGURE_4, pain=number(row["pain"]), reps=int(row["reps"]))
        days = (entry(ago, drill, pain=answer) for ago in (2, 1))
        found = decided(*usual(int(row["base"])), *days, plan=growing())

        assert (found.change, found.because[0].id) == (row["change"], row["because"]), row
        assert found.to.hold_s == (30 if row["because"] == "calendar-brings" else 20)


def growing() -> Plan:
    """The calendar grows the drill from today."""
    small, large = every_day(FIGURE_4), every_day(replace(FIGURE_4, reps=3, hold_s=30))
    return replace(small, weeks=(*small.weeks[:2], *large.weeks[2:]))


def test_who_does_clearly_more_than_is_written_keeps_the_dose_and_is_told_once() -> None:
    """Three times the sets, pain after, mornings not settled: do what is written. Severe pain still eases the days."""
    more = replace(done(FIGURE_4), sets=3)
    sore = (entry(ago, more, pain=day_of("4 5 6 > 5")) for ago in (3, 2, 1))
    found = decided(*usual(4), *sore)
    assert (found.change, found.because[0].id) == ("hold", "as-written")

    severe = (entry(ago, more, pain=day_of("4 8 8 > 5")) for ago in (3, 2, 1))
    assert decided(*usual(4), *severe).change == "ease"


def test_walking_and_breathing_are_eased_at_most_and_never_below_what_was_told() -> None:
    """Whatever they did. Somebody who walks eight minutes today keeps eight."""
    table = """
        exercise    | minutes told | hold s | pain | felt  | change | becomes s
        walking     | 8            | 600    |    9 |       | ease   | 480
        walking     | 8            | 600    |    4 | sharp | ease   | 480
        indoor-walk | ?            | 300    |    9 |       | ease   | 180
        breathing   | ?            | 300    |    9 |       | ease   | 180
        indoor-walk | ?            | 150    |    9 |       | ease   | 120
    """
    for row in rows(table):
        told = number(row["minutes told"])
        intake = replace(MAYA, walking=Walking(minutes_now=told))
        bout = Item(exercise=row["exercise"], side="both", sets=1, reps=1, hold_s=int(row["hold s"]))
        hurt = entry(1, done(bout, pain=int(row["pain"]), felt=row["felt"] or None), pain=EntryPain(before=4))
        (found,) = decide(every_day(bout, intake=intake), diary(*usual(4), hurt), catalogue=load(), today=TODAY).changes

        assert (found.change, found.to.hold_s) == (row["change"], int(row["becomes s"])), row


def test_what_takes_one_side_out_takes_both_so_that_a_movement_is_never_split() -> None:
    """Sharp on the left: left and right get the same easier rung."""
    sharp = entry(1, done(FIGURE_4, felt="sharp"), done(FIGURE_4_RIGHT, felt="same"), pain=EntryPain(before=4))
    changes = decide(every_day(FIGURE_4, FIGURE_4_RIGHT), diary(sharp), catalogue=load(), today=TODAY).changes

    assert [(row.side, row.change, row.to.exercise) for row in changes] == [
        ("left", "replace", "piriformis-release"),
        ("right", "replace", "piriformis-release"),
    ]


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


def test_worse_twice_reduces_and_two_days_of_flare_ease() -> None:
    """Once is not enough. A flare is two days at least 2 above the base."""
    table = """
        felt first | felt then | before first | before then | change   | because
        worse      | worse     |            4 |           4 | reduce   | worse-twice
        same       | worse     |            4 |           4 | hold     | felt-worse
        better     | same      |            4 |           4 | progress | ready
        same       | same      |            6 |           6 | ease     | flare
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
    """Counted from the last entry, whatever it says; never back-filled. The dose comes back as it settles."""
    table = """
        days since the last entry | change  | because
                                1 | hold    | not-done-twice
                                7 | hold    | not-done-twice
                                8 | ease    | away-over-a-week
                               14 | ease    | away-over-a-week
                               15 | ease    | away-over-two-weeks
                               28 | ease    | away-over-two-weeks
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
    """On the short walk that a young hip may do: the boundary lies at 84 days. A walk is eased and never taken away."""
    table = """
        days | pain | change
          83 |    4 | ease
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
        more than prescribed                 | hold     | as-written
        effort 7                             | progress | ready
        effort 8                             | hold     | effort-high
        the day's pain instead of its own    | progress | ready
        no pain at all                       | hold     | pain-unknown
        no next morning                      | hold     | morning-unknown
        before missing, next morning 2       | progress | ready
        before missing, next morning 3       | ease     | not-settled-twice
        an adverse event                     | hold     | ask-fall-with-new-pain
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
        "more than prescribed": (entry(1, replace(drill, reps=4), pain=calm), entry(2, replace(drill, reps=4), pain=calm)),
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
        0 0 0                  |        4 | hold
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
