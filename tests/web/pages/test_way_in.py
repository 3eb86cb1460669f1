"""From the first page to the first session: what is asked, what is assumed (nothing), what is kept."""

from datetime import date

import pytest
from django.test import Client

from psoas.records import queries
from psoas.screening.intake import Falls, Pregnancy, Surgery, Walking
from psoas.web.intake.assembly import intake_of
from psoas.web.intake.route import SAFETY, Parts, follow_up_pages

SCREENING = {
    "you": {"born": "1956", "sex": "female"},
    "pain": {"now": "0", "average_week": "4", "amount": "3", "unit": "months", "seen": "yes"},
    "health": {"ticked": "none"},
}
QUESTIONS = {
    "floor": {"floor": "with-help"},
    "time": {"minutes": "15"},
    "days": {"days": ["mon", "wed", "fri"]},
    "sitting": {"when": ["09:00-12:30"], "days": "weekdays"},
    "have": {"equipment": ["chair", "wall", "worktop", "bed"]},
}


def answer_all(client: Client, pages: dict[str, dict[str, object]]) -> str:
    """Answer each page in turn; the address that the last one leads to."""
    place = ""
    for page, content in pages.items():
        answer = client.post(f"/start/{page}/", content)
        assert answer.status_code == 302, (page, answer.content.decode())
        place = answer.headers["Location"]
    return place


def parts_with(**more: dict[str, object]) -> Parts:
    safety = {page: {"answers": {}} for page in SAFETY}
    pain = {"now": 0, "average_week": 4, "amount": 3, "unit": "months", "seen": "yes"}
    return {**safety, "you": {"born": 1956, "sex": "female"}, "pain": pain, "health": {"ticked": list(more)}, **more}


@pytest.mark.django_db
def test_from_the_first_page_to_a_plan(client: Client, today: date) -> None:
    """Safety, about you, five questions: a plan from tomorrow and a first session now. Where screening has nothing to say but
    that one can start, the last page says it."""
    answer_all(client, {page: {"none": "on"} for page in SAFETY})
    assert answer_all(client, SCREENING) == "/start/together/plan/"
    assert "Nothing you told us speaks against gentle exercise" in client.get("/start/together/plan/").content.decode()
    assert queries.current_plan() is None

    assert answer_all(client, QUESTIONS) == "/start/first/"

    record, screened = queries.current_plan(), queries.screened()
    assert record is not None
    assert screened is not None
    assert (record.plan.start - today).days == 1
    assert screened.intake.pain.now == 0
    assert screened.intake.pain.weeks == 13
    assert screened.intake.floor == "with-help"
    assert "minutes" in client.get("/start/first/").content.decode()


@pytest.mark.django_db
def test_nobody_gets_a_plan_past_a_stop(client: Client, today: date) -> None:
    """A same-day answer: the page says what to do, and the five questions lead back to it."""
    fever = {"tick-fever-or-unwell": "on", "since-fever-or-unwell": "yes"}
    answer_all(client, {page: {"none": "on"} for page in SAFETY} | {"safety-3": fever} | SCREENING)
    page = client.get("/start/result/").content.decode()

    assert "See a clinician today" in page
    assert answer_all(client, QUESTIONS) == "/start/result/"
    assert queries.current_plan() is None


@pytest.mark.django_db
def test_a_return_opens_the_way_to_a_full_new_screening(client: Client, today: date) -> None:
    """Seen, by whom, fine to exercise: kept, and then every safety question again."""
    fever = {"tick-fever-or-unwell": "on", "since-fever-or-unwell": "yes"}
    answer_all(client, {page: {"none": "on"} for page in SAFETY} | {"safety-3": fever} | SCREENING)
    seen = {"seen_on": today.isoformat(), "by": "physician", "outcome": "fine"}
    answer = client.post("/start/seen/fever-or-unwell/", seen)

    assert answer.headers["Location"] == "/start/together/now/"
    answer_all(client, {page: {"none": "on"} for page in SAFETY} | {"safety-3": fever})
    screened = queries.screened()
    assert screened is not None
    assert screened.intake.returns[0].by == "physician"
    assert screened.clearance.scope != "none"


@pytest.mark.parametrize(("page", "content", "message"), [
    ("you", {"born": "19566", "sex": "female"}, "four digits"),
    ("you", {"born": "2015", "sex": "male"}, "for adults"),
    ("pain", {"now": "11", "average_week": "4", "amount": "3", "unit": "weeks", "seen": "yes"}, "0 to 10"),
    ("pain", {"now": "3", "average_week": "4", "amount": "-1", "unit": "weeks", "seen": "yes"}, "whole number"),
    ("health", {}, "Tick what applies"),
    ("days", {}, "at least one day"),
    ("sitting", {"when": ["09:00-12:30"]}, "Choose one"),
    ("have", {"equipment": ["none", "chair"]}, "Either"),
])  # fmt: skip
@pytest.mark.django_db
def test_bad_input_gets_one_message_and_keeps_what_was_typed(
    client: Client, today: date, page: str, content: dict[str, object], message: str
) -> None:
    """422, the message beside the field, nothing kept."""
    answer = client.post(f"/start/{page}/", content)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert message in text
    assert text.count('class="error"') == 1
    assert queries.parts() == {}
    if page == "you":
        assert f'value="{content["born"]}"' in text


def test_what_was_ticked_opens_its_pages_and_nothing_else() -> None:
    """Two operations: a page for the list and one for each."""
    parts = parts_with(operations={"what": ["lumbar-fusion", "hip-replacement"]}, falls={})

    assert follow_up_pages(parts) == ("operations", "operation-lumbar-fusion", "operation-hip-replacement", "falls")


def test_a_year_alone_and_unknown_levels_are_enough_for_an_operation() -> None:
    """“I don't know” is kept as unknown, not as nothing."""
    fusion = {"year": 2019, "cleared": "discharged", "levels": []}
    intake = intake_of(parts_with(operations={"what": ["lumbar-fusion"]}, **{"operation-lumbar-fusion": fusion}))

    assert intake.surgeries == (Surgery(what="lumbar-fusion", levels=("unknown",), on="2019", discharged=True),)


def test_an_unknown_clearance_clears_nothing() -> None:
    """Only the two lines that say so do."""
    hip = {"side": "left", "cleared": "unknown"}
    intake = intake_of(parts_with(operations={"what": ["hip-replacement"]}, **{"operation-hip-replacement": hip}))

    assert intake.surgeries == (Surgery(what="hip-replacement", side="left"),)


def test_whoever_stands_or_walks_with_difficulty_tells_how() -> None:
    """Three taps; nobody else is asked, and nothing is assumed of them."""
    hard = intake_of(parts_with(moving={"stands": "with-support", "aid": "frame", "walks": "5"}))
    easy = intake_of(parts_with())

    assert (hard.stands, hard.walking) == ("with-support", Walking(minutes_now=5, aid="frame"))
    assert (easy.stands, easy.walking) == (None, None)


def test_walks_rides_and_breaks_are_told_in_the_fuller_picture() -> None:
    """A walk of no minutes and no cardio at all are answers, too; nights of sitting pass midnight."""
    more = {"avoid": [], "walks": "0", "cardio": "0", "every": "90"}
    nights = {"when": ["18:30-22:00", "22:00-06:00"], "days": "all"}
    intake = intake_of({**parts_with(), "more": more, "sitting": nights})

    assert intake.walking == Walking(minutes_now=0)
    assert (intake.cardio_minutes, intake.breaks_every) == (0, 90)
    assert [(window.from_, window.to) for window in intake.sitting] == [("18:30", "22:00"), ("22:00", "06:00")]


def test_falls_and_pregnancy_are_kept_as_they_were_told() -> None:
    """An unknown stays unknown; not ticking the line on falls was an answer."""
    told = intake_of(parts_with(
        falls={"count": "1", "unsteady": "unknown", "worried": "no"},
        pregnancy={"state": "pregnant", "weeks": 20, "girdle": "unknown"},
    ))  # fmt: skip

    assert told.falls == Falls(last_12_months=1, worried=False)
    assert told.pregnancy == Pregnancy(weeks=20)
    assert intake_of(parts_with()).falls == Falls(last_12_months=0, unsteady=False, worried=False)


@pytest.mark.django_db
def test_a_fusion_that_is_told_is_answered_at_once(client: Client, today: date) -> None:
    """On the very next page, before anything else is asked of it."""
    answer_all(client, {"health": {"ticked": ["operations"]}, "operations": {"what": ["lumbar-fusion"]}})

    assert "You told us of a fusion" in client.get("/start/operation-lumbar-fusion/").content.decode()


@pytest.mark.django_db
def test_one_may_look_round_before_any_answer(client: Client) -> None:
    """Welcome leads to movements, questions and the page on fusion; none of them sends back."""
    welcome = client.get("/welcome/").content.decode()

    for path in ("/library/", "/learn/", "/learn/after-fusion/"):
        assert f'href="{path}"' in welcome
        assert client.get(path).status_code == 200


@pytest.mark.django_db
def test_short_pages_are_asked_together_until_one_is_answered(client: Client, today: date) -> None:
    """A missing answer marks its own line and keeps the others; a later change has the page alone."""
    answer_all(client, {page: {"none": "on"} for page in SAFETY})
    assert client.get("/start/").headers["Location"] == "/start/together/about/"
    wrong = client.post("/start/together/about/", SCREENING["you"] | SCREENING["pain"])
    assert wrong.status_code == 422
    assert 'value="1956"' in wrong.content.decode()
    assert not set(queries.parts()) & set(SCREENING)

    client.post("/start/together/about/", SCREENING["you"] | SCREENING["pain"] | SCREENING["health"])

    assert set(SCREENING) <= set(queries.parts())
    assert client.get("/start/pain/").status_code == 200


@pytest.mark.django_db
def test_sex_is_asked_where_measurements_are_set_beside_ranges(client: Client, today: date) -> None:
    """Not before a first session: until it is told, the ranges are those for everybody."""
    answer_all(client, {page: {"none": "on"} for page in SAFETY})
    about = client.get("/start/together/about/").content.decode()
    told = {"born": "1956"} | SCREENING["pain"] | SCREENING["health"]
    client.post("/start/together/about/", told)
    screened = queries.screened()

    assert 'name="sex"' not in about
    assert screened is not None
    assert screened.intake.sex == "unstated"
    answer_all(client, QUESTIONS)
    assert 'href="/start/you/"' in client.get("/assessment/").content.decode()


@pytest.mark.django_db
def test_with_something_to_say_screening_has_a_page_of_its_own(client: Client, today: date) -> None:
    """A condition that leaves movements out is told before the plan is asked about."""
    answer_all(client, {page: {"none": "on"} for page in SAFETY})
    about = SCREENING["you"] | SCREENING["pain"] | {"ticked": "conditions"}
    assert client.post("/start/together/about/", about).headers["Location"] == "/start/conditions/"

    assert answer_all(client, {"conditions": {"chosen": "osteoporosis"}}) == "/start/result/"
