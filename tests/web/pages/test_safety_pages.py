"""The five safety pages: nothing is passed over, doubt is asked about, an emergency is told at once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from psoas import journey
from psoas.records import queries
from psoas.screening.intake import Intake
from psoas.web.safety_form import PAGES

pytestmark = pytest.mark.django_db
PAGE_1 = "/start/safety-1/"
NOW = "/start/together/now/"
"""The first two groups on one screen."""


def kept(page: str = "safety-1") -> dict[str, str]:
    return queries.parts()[page]["answers"]


def test_a_page_cannot_be_left_without_an_answer(client: Client) -> None:
    """Nothing ticked and no “none of these”: 422, one message, nothing kept."""
    answer = client.post(PAGE_1, {})

    assert answer.status_code == 422
    assert "Tick what applies" in answer.content.decode()
    assert queries.parts() == {}


def test_none_and_a_tick_together_are_a_contradiction(client: Client) -> None:
    """Which of the two was meant is asked, not guessed; what was ticked stays ticked."""
    answer = client.post(PAGE_1, {"none": "on", "tick-saddle-numbness": "on", "since-saddle-numbness": "known"})

    assert answer.status_code == 422
    assert "Please keep one of the two" in answer.content.decode()
    assert 'name="tick-saddle-numbness" id="id_tick-saddle-numbness" checked' in answer.content.decode()


def test_none_of_these_answers_every_question_of_the_page(client: Client) -> None:
    """No is an answer that was given, question by question."""
    answer = client.post(PAGE_1, {"none": "on"})

    assert answer.headers["Location"] == "/start/safety-2/"
    assert set(kept().values()) == {"no"}
    assert set(kept()) == {flag.id for flag in journey.catalogue().red_flags.values() if flag.page == 1}


@pytest.mark.parametrize(("since", "sure", "answer"), [
    ("known", "", "known"),
    ("old", "", "old"),
    ("yes", "", "yes"),
    ("unsure", "yes", "yes"),
    ("unsure", "no", "no"),
    ("unsure", "unsure", "unsure"),
])  # fmt: skip
def test_a_tick_says_since_when_and_doubt_gets_one_question(client: Client, since: str, sure: str, answer: str) -> None:
    """New, known, or what the follow-up says."""
    client.post(PAGE_1, {"tick-saddle-numbness": "on", "since-saddle-numbness": since, "sure-saddle-numbness": sure})

    assert kept()["saddle-numbness"] == answer
    assert kept()["rapid-leg-weakness"] == "no"


@pytest.mark.parametrize("sent", [{}, {"since-saddle-numbness": "unsure"}])
def test_a_tick_without_its_since_when_stays_on_the_page(client: Client, sent: dict[str, str]) -> None:
    """Neither the time nor the follow-up may be missing."""
    answer = client.post(PAGE_1, {"tick-saddle-numbness": "on", **sent})

    assert answer.status_code == 422
    assert queries.parts() == {}


@pytest.mark.parametrize(("since", "sure"), [("yes", ""), ("unsure", "yes"), ("unsure", "unsure")])
def test_an_emergency_is_told_before_any_other_question(client: Client, since: str, sure: str) -> None:
    """Yes, or still unsure, about numbness in the saddle: the number to call, at once."""
    sent = {"tick-saddle-numbness": "on", "since-saddle-numbness": since, "sure-saddle-numbness": sure}
    answer = client.post(PAGE_1, sent, follow=True)

    assert answer.redirect_chain[-1][0] == "/start/alarm/"
    assert 'href="tel:112"' in answer.content.decode()


def test_a_sore_knee_may_go_on_with_the_questions(client: Client) -> None:
    """It gives way often enough; the end of the questions says whether that is all."""
    sent = {"signs-rapid-leg-weakness": "1", "since-rapid-leg-weakness": "yes"}
    page = client.post(PAGE_1, sent, follow=True).content.decode()
    assert 'href="/start/safety-2/"' in page
    assert "sore knee" in page

    both = {f"safety-1-{name}": value for name, value in sent.items()} | {"safety-2-none": "on"}
    assert 'href="/start/together/soon/"' in client.post("/start/together/now/", both, follow=True).content.decode()


def test_every_question_for_everybody_stands_on_exactly_one_of_the_five_pages(client: Client) -> None:
    """All of them, each with its follow-up."""
    pages = [client.get(f"/start/safety-{number}/").content.decode() for number in PAGES]

    for flag in journey.catalogue().red_flags.values():
        if flag.asked:
            continue
        assert [f'name="since-{flag.id}"' in page for page in pages].count(True) == 1


def test_the_emergency_page_needs_nothing_and_names_the_country(client: Client) -> None:
    """Never behind a form; the browser's language suggests the number, a choice decides."""
    assert 'href="tel:999"' in client.get("/emergency/", headers={"Accept-Language": "en-GB,en"}).content.decode()
    assert "Call 000" in client.get("/emergency/?country=australia").content.decode().split("What to say")[0]


def test_an_alarm_told_later_closes_today_at_once(client: Client, maya: Intake) -> None:
    """Somebody with a plan comes back to the safety pages, says yes, and walks away from the rest."""
    answer_screening(client)
    assert client.get("/").status_code == 200

    client.post(PAGE_1, {"tick-saddle-numbness": "on", "since-saddle-numbness": "yes"})

    assert client.get("/").headers["Location"] == "/start/result/"


def test_coming_back_to_the_safety_pages_means_all_five(client: Client, maya: Intake) -> None:
    """A full re-screen, though every page was answered before."""
    answer_screening(client)

    assert client.post("/start/safety-2/", {"none": "on"}).headers["Location"] == "/start/safety-3/"


def test_an_alarm_closes_also_what_a_file_brought(client: Client, maya: Intake) -> None:
    """Nothing of the way in was ever answered on this machine, and one answer is enough."""
    assert queries.parts() == {}
    assert client.get("/").status_code == 200

    client.post(PAGE_1, {"tick-saddle-numbness": "on", "since-saddle-numbness": "yes"})

    assert client.get("/").headers["Location"] == "/start/result/"
    assert client.get("/session/2026-11-25/0/").headers["Location"] == "/"


def test_a_later_no_does_not_end_a_stop(client: Client, maya: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the day itself a slip can be put right; afterwards somebody has to look, and that is recorded."""
    answer_screening(client)
    yes = {"tick-saddle-numbness": "on", "since-saddle-numbness": "yes"}
    client.post(PAGE_1, yes)
    client.post(PAGE_1, {"none": "on"})
    assert client.get("/").status_code == 200

    client.post(PAGE_1, yes)
    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    client.post(PAGE_1, {"none": "on"})
    assert client.get("/").headers["Location"] == "/start/result/"


def test_each_sign_has_its_own_tick_and_one_is_a_yes(client: Client) -> None:
    """A long question is read line by line; what was ticked is shown again."""
    shown = client.get(PAGE_1).content.decode()
    sent = {"signs-bladder-bowel-sexual-change": "1", "since-bladder-bowel-sexual-change": "old"}
    client.post(PAGE_1, sent)

    assert "You cannot hold water or stool" in shown
    assert 'name="tick-bladder-bowel-sexual-change"' not in shown
    assert kept()["bladder-bowel-sexual-change"] == "old"
    assert 'value="1" id="id_signs-bladder-bowel-sexual-change_1" checked' in client.get(PAGE_1).content.decode()


def test_signs_that_are_fewer_than_needed_are_no(client: Client) -> None:
    """Three of the nine of an inflamed back are no pattern; four are."""
    page = "/start/safety-5/"
    back = {"tick-inflammatory-pattern": "on"}
    assert client.post(page, back).status_code == 422
    assert "Tick those that fit" in client.post(page, back).content.decode()

    client.post(page, back | {"signs-inflammatory-pattern": ["0", "1", "2"]})
    assert kept("safety-5")["inflammatory-pattern"] == "no"

    client.post(page, back | {"signs-inflammatory-pattern": ["0", "1", "2", "3"], "since-inflammatory-pattern": "known"})
    assert kept("safety-5")["inflammatory-pattern"] == "known"


def test_each_group_on_a_screen_needs_its_own_answer(client: Client) -> None:
    """One "None of these" answers its group and no other: nothing is kept of a screen before every group is answered."""
    first = client.get("/start/", follow=True)
    assert first.redirect_chain[-1][0] == NOW
    assert first.content.decode().count("None of these") == 2

    half = client.post(NOW, {"safety-1-none": "on"})

    assert half.status_code == 422
    assert 'id="id_safety-2-none-error"' in half.content.decode()
    assert 'id="id_safety-1-none" checked' in half.content.decode()
    assert queries.parts() == {}
    assert client.post(NOW, {"safety-1-none": "on", "safety-2-none": "on"}).headers["Location"] == "/start/together/soon/"
    assert set(kept("safety-2").values()) == {"no"}


@pytest.mark.parametrize("since", ["yes", "unsure"])
def test_an_emergency_on_a_screen_is_told_before_anything_else_is_asked(client: Client, since: str) -> None:
    """Whichever group it stands in."""
    sent = {"tick-sudden-tearing-pain": "on", "since-sudden-tearing-pain": since, "sure-sudden-tearing-pain": "unsure"}
    answer = client.post(NOW, {"safety-1-none": "on"} | {f"safety-2-{name}": value for name, value in sent.items()})

    assert answer.headers["Location"] == "/start/alarm/"
    assert kept("safety-2")["sudden-tearing-pain"] == since


def test_asked_once_more_nothing_is_ticked_for_anybody(client: Client, maya: Intake) -> None:
    """After a stop the same screens come again; what was none last week has to be said anew."""
    answer_screening(client)

    assert "checked" not in client.get(NOW).content.decode()
    assert "checked" not in client.get("/start/together/soon/").content.decode()


def test_a_further_question_comes_where_an_answer_calls_for_it(client: Client, maya: Intake) -> None:
    """Pain in the side: the questions about urine follow, on a page of their own, before the result. What was said holds at
    once, even if somebody walks away from it."""
    answer_screening(client, {"tick-flank-pain-or-urine-change": "on", "since-flank-pain-or-urine-change": "yes"})

    asked = client.get("/start/safety-6/").content.decode()
    screened = queries.screened()

    assert screened is not None
    assert "ask-urine-change-or-colic" in {reason.id for reason in screened.clearance.reasons}
    assert 'name="signs-urine-change-or-colic"' in asked
    assert "Your urine is bloody or cloudy" in asked
    assert client.post("/start/safety-6/", {"none": "on"}).headers["Location"] == "/start/result/"


def test_nobody_else_has_a_page_of_further_questions(client: Client, maya: Intake) -> None:
    """There is nothing on it for them."""
    answer_screening(client)

    assert client.get("/start/safety-6/").status_code == 404


def answer_screening(client: Client, on_page_3: dict[str, str] | None = None) -> None:
    for number in PAGES:
        client.post(f"/start/safety-{number}/", on_page_3 if number == 3 and on_page_3 else {"none": "on"})
    client.post("/start/you/", {"born": "1981", "sex": "female"})
    client.post("/start/pain/", {"now": "4", "average_week": "4", "amount": "14", "unit": "weeks", "seen": "yes"})
    client.post("/start/health/", {"ticked": "none"})
