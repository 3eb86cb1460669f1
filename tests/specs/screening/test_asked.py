"""What the log opens: a question to answer next, and after a fusion a call to the surgical team."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coded_people import days_ago, fusion, with_condition
from example_people import MAYA, TODAY
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.screening.concern import Concern, is_question
from psoas.screening.follow_up_questions import LoggedDay, asked
from psoas.screening.intake import Intake, Return
from psoas.screening.triage import triage

BASE = 3.0
PEOPLE = {
    "anybody": MAYA,
    "blood thinner": with_condition("anticoagulants"),
    "cancer ever": with_condition("cancer-history"),
    "fusion 2 years ago": replace(MAYA, surgeries=(fusion(730),)),
    "fusion 182 days ago": replace(MAYA, surgeries=(fusion(182),)),
    "fusion 183 days ago": replace(MAYA, surgeries=(fusion(183),)),
}


def test_symptoms_in_the_log_open_the_question_that_fits_them() -> None:
    """On two days of the last 14; on one where a blood thinner, a fusion or cancer weighs."""
    table = """
        who                | logged                                   | days | asked next
        anybody            | giving-way                               | 1    |
        anybody            | giving-way                               | 2    | rapid-leg-weakness
        blood thinner      | giving-way                               | 1    | rapid-leg-weakness
        fusion 2 years ago | giving-way                               | 1    | rapid-leg-weakness
        cancer ever        | giving-way                               | 1    | rapid-leg-weakness
        anybody            | leg-symptoms-spreading                   | 1    |
        anybody            | leg-symptoms-spreading                   | 2    | one-leg-weak one-leg-numb
        cancer ever        | leg-symptoms-spreading                   | 1    | one-leg-weak one-leg-numb
        anybody            | giving-way leg-symptoms-spreading        | 2    | rapid-leg-weakness one-leg-weak one-leg-numb
        anybody            | dizzy                                    | 5    |
        anybody            | groin-pinch                              | 5    |
    """
    for row in rows(table):
        days = [LoggedDay(on=days_ago(ago), symptoms=tuple(row["logged"].split())) for ago in range(int(row["days"]))]

        assert _questions(days, PEOPLE[row["who"]]) == row["asked next"].split(), row


def test_whatever_happened_opens_the_question_about_a_fall() -> None:
    """It is told in the person's own words, which no list of words can know."""
    days = [LoggedDay(on=TODAY, adverse_event=True)]

    assert _questions(days, MAYA) == ["fall-with-new-pain"]


def test_a_flare_is_read_against_what_was_usual_then() -> None:
    """Once it is over and the base has fallen, the same numbers ask nothing new."""
    table = """
        pain on two days | usual then | usual now | asked next
        6                | 3          | 2         |
        7                | 3          | 2         | sudden-back-pain-or-height-loss unremitting-pain
        6                | 2          | 2         | sudden-back-pain-or-height-loss unremitting-pain
        8                | 4          | 8         |
    """
    for row in rows(table):
        days = [LoggedDay(on=days_ago(ago), pain=int(row["pain on two days"]), base=int(row["usual then"])) for ago in (9, 8)]

        assert _questions(days, MAYA, base=float(row["usual now"])) == row["asked next"].split(), row


def test_pain_far_above_the_base_on_two_days_opens_two_questions() -> None:
    """The base here is 3. One bad day is ordinary; a missing number is not a high one."""
    table = """
        pain on the last days | asked next
        7                     |
        6 6 6                 |
        7 7                   | sudden-back-pain-or-height-loss unremitting-pain
        7 - 7                 | sudden-back-pain-or-height-loss unremitting-pain
        7 - -                 |
    """
    for row in rows(table):
        assert _questions(_with_pain(row["pain on the last days"]), MAYA) == row["asked next"].split(), row


def test_within_six_months_of_a_fusion_rising_pain_is_a_call_to_the_surgical_team() -> None:
    """Three above the base (3) on two days, or this week's middle two above last week's. The newest day stands last."""
    table = """
        who                 | pain on the last days         | urgency  | scope
        fusion 182 days ago | 6 6                           | same-day | none
        fusion 182 days ago | 6                             | none     | full
        fusion 182 days ago | 5 5                           | none     | full
        fusion 183 days ago | 6 6                           | none     | full
        anybody             | 6 6                           | none     | full
        fusion 182 days ago | 1 1 1 2 2 2 3 3 3 3 4 4 4 4   | same-day | none
        fusion 182 days ago | 3 3 3 3 3 3 3 4 4 4 4 4 4 4   | none     | full
        fusion 183 days ago | 1 1 1 2 2 2 3 3 3 3 4 4 4 4   | none     | full
    """
    for row in rows(table):
        days = _with_pain(row["pain on the last days"])
        stops = [found for found in _asked(days, PEOPLE[row["who"]]) if found.urgency != "none"]
        found = [(stop.urgency, stop.scope) for stop in stops] or [("none", "full")]

        assert found == [(row["urgency"], row["scope"])], row


def test_an_answer_answers_what_was_logged_up_to_it() -> None:
    """What is logged afterwards opens the question anew, by the same count of days."""
    table = """
        gave way, days ago | answered, days ago | asked
        3 2                |                    | yes
        3 2                | 1                  | no
        3 2                | 2                  | no
        3 2                | 3                  | no
        3 2 1              | 3                  | yes
        20 19              |                    | no
    """
    for row in rows(table):
        days = [LoggedDay(on=days_ago(int(ago)), symptoms=("giving-way",)) for ago in row["gave way, days ago"].split()]
        last = row["answered, days ago"]
        answered = {"rapid-leg-weakness": days_ago(int(last))} if last else {}

        assert bool(_asked(days, MAYA, answered=answered)) == (row["asked"] == "yes"), row


def test_the_stop_after_a_fusion_ends_by_a_return_and_by_nothing_else() -> None:
    """The surgical team has seen what was logged up to that day, nothing newer."""
    who = PEOPLE["fusion 182 days ago"]
    days = _with_pain("6 6")

    def seen(ago: int) -> Intake:
        return replace(who, returns=(Return(answer="pain-rising-two-weeks", seen_on=days_ago(ago), by="surgeon"),))

    assert _asked(days, replace(who, answers=who.answers | {"pain-rising-two-weeks": "no"}))
    assert _asked(days, seen(5))
    assert not _asked(days, seen(0))


def test_a_question_that_waits_closes_nothing_and_stands_in_the_clearance() -> None:
    """Nothing gets harder while it waits; that is read from its name."""
    heard = _asked([LoggedDay(on=TODAY, adverse_event=True)], MAYA)
    record = triage(MAYA, catalogue=load(), today=TODAY, heard=heard).record

    assert (record.urgency, record.scope) == ("none", "full")
    assert [reason.id for reason in record.reasons if is_question(reason)] == ["ask-fall-with-new-pain"]
    assert record.reasons[0].says.endswith(load().red_flags["fall-with-new-pain"].asks)


def test_a_stop_that_the_log_told_of_stops_the_clearance() -> None:
    """It counts beside the answers, and the strictest wins."""
    who = PEOPLE["fusion 182 days ago"]
    triaged = triage(who, catalogue=load(), today=TODAY, heard=_asked(_with_pain("6 6"), who))

    assert (triaged.record.urgency, triaged.record.scope, triaged.clearance) == ("same-day", "none", None)


def _asked(
    days: Sequence[LoggedDay], who: Intake, *, answered: dict[str, date] | None = None, base: float = BASE
) -> tuple[Concern, ...]:
    return asked(days, base=base, answered=answered or {}, intake=who, catalogue=load(), today=TODAY)


def _questions(days: Sequence[LoggedDay], who: Intake, *, base: float = BASE) -> list[str]:
    return [found.reason.id.removeprefix("ask-") for found in _asked(days, who, base=base) if is_question(found.reason)]


def _with_pain(numbers: str) -> list[LoggedDay]:
    """The last so many days up to today; `-` is a day without a number."""
    pains = numbers.split()
    first = TODAY - timedelta(days=len(pains) - 1)
    return [
        LoggedDay(on=first + timedelta(days=number), pain=None if pain == "-" else int(pain))
        for number, pain in enumerate(pains)
    ]
