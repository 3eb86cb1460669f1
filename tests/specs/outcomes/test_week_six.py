"""After six weeks the plan is judged: two points or 30 % less pain is worthwhile, less than both asks for a clinician's look.

The baseline is the average week that the intake told; the judgement reads the middle of the last seven logged days.
"""

from dataclasses import replace
from datetime import timedelta

from example_people import MAYA, START
from example_plans import every_day
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.diary.entry import Diary, Entry, EntryPain
from psoas.outcomes.milestones import judge_week_six, rises_two_weeks


def log(pains: str, *, until: int) -> Diary:
    """Pain before, one number a day up to the day of the plan; `?` is a day without a number."""
    numbers = pains.split()
    return Diary(
        entries=tuple(
            Entry(on=START + timedelta(days=until - len(numbers) + 1 + place), pain=EntryPain(before=int(number)))
            for place, number in enumerate(numbers)
            if number != "?"
        )
    )


def test_the_plan_is_judged_by_the_change_after_six_weeks() -> None:
    """Nothing is judged before the sixth week is over, or without numbers."""
    table = """
        average week | day | last days     | judgement
                   6 |  41 | 6 6 6 6 6 6 6 | too-early
                   6 |  42 | 6 6 6 6 6 6 6 | see-a-clinician
                   6 |  42 | 5 5 5 5 5 5 5 | see-a-clinician
                   6 |  42 | 4 4 4 4 4 4 4 | worthwhile
                   8 |  42 | 7 7 6 6 6 7 7 | see-a-clinician
                   8 |  42 | 6 6 6 6 6 6 6 | worthwhile
                   3 |  42 | 2 2 2 2 2 2 2 | worthwhile
                   4 |  42 | 3 3 3 3 3 3 3 | see-a-clinician
                   6 |  50 | 8 8 8 8 8 8 8 | see-a-clinician
                   6 |  42 | ? ? ? ? ? ? ? | unknown
                   6 |  42 | 4 ? ? ? ? ? ? | worthwhile
                   0 |  42 | 0 0 0 0 0 0 0 | worthwhile
                   1 |  42 | 1 1 1 1 1 1 1 | see-a-clinician
    """
    for row in rows(table):
        intake = replace(MAYA, pain=replace(MAYA.pain, average_week=int(row["average week"])))
        day = int(row["day"])
        found = judge_week_six(
            every_day(intake=intake), log(row["last days"], until=day), catalogue=load(), today=START + timedelta(days=day)
        )

        assert found.judgement == row["judgement"], row


def test_two_weeks_of_rising_pain_are_worth_a_visit() -> None:
    """The middle of each of the last three weeks, each above the one before; a week without numbers says nothing."""
    table = """
        three weeks                                  | rising
        3 3 3 3 3 3 3  4 4 4 4 4 4 4  5 5 5 5 5 5 5  | yes
        3 3 3 3 3 3 3  4 4 4 4 4 4 4  4 4 4 4 4 4 4  | no
        3 3 3 3 3 3 3  ? ? ? ? ? ? ?  5 5 5 5 5 5 5  | no
        0 0 0 0 0 0 0  1 ? ? ? ? ? ?  2 ? ? ? ? ? ?  | yes
    """
    for row in rows(table):
        found = rises_two_weeks(log(row["three weeks"], until=30), catalogue=load(), today=START + timedelta(days=30))

        assert (found is not None) == (row["rising"] == "yes"), row
