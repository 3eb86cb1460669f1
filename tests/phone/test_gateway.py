"""What stands between the browser and the pages."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from psoas.browser.gateway import Gateway

pytestmark = pytest.mark.django_db

PAGE = (
    b'<a href="/plan/"><form action="/log/"><img src="/static/x.svg">'
    b'<session-player post="/api/session-log/" done="/"><p hx-post="/today/habit/">'
    b'<a href="//else.example/"><a href="#top"><a data-href="/no">'
)


class Pages:
    """Stands for the whole application and notes what it was asked."""

    def __init__(self, body: bytes = b"", headers: tuple[tuple[str, str], ...] = (), status: str = "200 OK") -> None:
        self.body, self.headers, self.status = body, headers, status
        self.asked: dict[str, Any] = {}

    def __call__(self, environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        self.asked = {**environment, "body": environment["wsgi.input"].read()}
        start(self.status, list(self.headers))
        return [self.body]


def through(pages: Pages, base: str = "/deep/coach/", **held: str) -> Gateway:
    return Gateway(application=pages, host="coach.example:8080", secure=True, base=base, jar=dict(held))


HTML = (("Content-Type", "text/html; charset=utf-8"),)


def test_links_forms_and_pictures_are_moved_under_the_folder() -> None:
    """And nothing else: other hosts, places in the page and data stay."""
    answer = through(Pages(PAGE, HTML)).answer("GET", "/deep/coach/", {})

    assert answer.body == (
        b'<a href="/deep/coach/plan/"><form action="/deep/coach/log/"><img src="/deep/coach/static/x.svg">'
        b'<session-player post="/deep/coach/api/session-log/" done="/deep/coach/"><p hx-post="/deep/coach/today/habit/">'
        b'<a href="//else.example/"><a href="#top"><a data-href="/no">'
    )


def test_a_request_that_is_asked_again_finds_the_cookies_it_found_before() -> None:
    """The solver was not there yet: what was done without it must leave no trace."""
    pages = Pages(headers=(("Set-Cookie", "messages=done"), ("Set-Cookie", "csrftoken=next")))
    gateway = through(pages, csrftoken="first")
    gateway.answer("POST", "/deep/coach/plan/", {})
    gateway.again()

    assert gateway.jar == {"csrftoken": "first"}


def test_a_site_at_the_root_stays_as_it_is() -> None:
    assert through(Pages(PAGE, HTML), base="/").answer("GET", "/", {}).body == PAGE


def test_data_is_never_rewritten() -> None:
    """A saved file may hold any text."""
    text = b'{"note": " href=\\"/plan/\\""}'

    assert through(Pages(text, (("Content-Type", "application/json"),))).answer("GET", "/x", {}).body == text


@pytest.mark.parametrize(("asked", "path"), [("/deep/coach/plan/?a=1", "/plan/"), ("/api/session-log/", "/api/session-log/")])
def test_pages_hear_of_no_folder(asked: str, path: str) -> None:
    """What a script asked for from the root arrives as well."""
    pages = Pages()
    through(pages).answer("GET", asked, {})

    assert pages.asked["PATH_INFO"] == path


def test_a_redirect_stays_in_the_folder() -> None:
    answer = through(Pages(headers=(("Location", "/start/you/"),), status="302 Found")).answer(
        "POST", "/deep/coach/start/", {}
    )

    assert (answer.status, answer.headers) == (302, (("Location", "/deep/coach/start/you/"),))


def test_cookies_are_kept_sent_back_and_forgotten() -> None:
    """The browser never sees them."""
    setting = Pages(
        headers=(("Set-Cookie", "csrftoken=abc; Path=/; SameSite=Strict"), ("Set-Cookie", "messages=hello; Path=/"))
    )
    gateway = through(setting)
    answer = gateway.answer("GET", "/deep/coach/", {"Cookie": "csrftoken=forged"})
    assert answer.headers == ()
    assert gateway.jar == {"csrftoken": "abc", "messages": "hello"}

    gateway.application = Pages(headers=(("Set-Cookie", 'messages=""; Max-Age=0; Path=/'),))
    gateway.answer("GET", "/deep/coach/", {})
    assert gateway.application.asked["HTTP_COOKIE"] == "csrftoken=abc; messages=hello"
    assert gateway.jar == {"csrftoken": "abc"}


def test_a_script_that_cannot_read_the_jar_gets_its_token() -> None:
    """Whatever it says itself."""
    pages = Pages()
    through(pages, csrftoken="abc").answer(
        "POST", "/api/session-log/", {"X-CSRFToken": "", "Content-Type": "application/json"}, b"{}"
    )

    assert (pages.asked["HTTP_X_CSRFTOKEN"], pages.asked["CONTENT_TYPE"]) == ("abc", "application/json")
    assert pages.asked["body"] == b"{}"


def test_deleting_everything_is_passed_on_as_a_fact_not_as_a_header() -> None:
    answer = through(Pages(headers=(("Clear-Site-Data", '"storage"'),))).answer("POST", "/deep/coach/settings/delete/", {})

    assert answer.forget
    assert answer.headers == ()


def test_only_what_changed_the_database_has_to_be_kept() -> None:
    """Reading changes nothing; a setting does."""
    from psoas.records import actions  # noqa: PLC0415  # tables are known once Django is set up

    class Writing(Pages):
        def __call__(self, environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            actions.keep_setting(name="theme", value="dark")
            return super().__call__(environment, start)

    assert not through(Pages()).answer("GET", "/deep/coach/", {}).changed
    assert through(Writing()).answer("POST", "/deep/coach/settings/", {}).changed


def test_what_the_phone_leaves_out_is_what_the_server_has() -> None:
    """A middleware that was given another name is noticed."""
    look = "from psoas.web.settings import MIDDLEWARE as held; from psoas.browser.settings import SERVER_ONLY as out; "
    command = [sys.executable, "-c", look + "print(sorted(set(out) - set(held)))"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)

    assert told.stdout == "[]\n"
