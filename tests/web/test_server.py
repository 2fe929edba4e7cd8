"""The process: health, a database that is away, a schema that does not match, memory, stopping."""

from __future__ import annotations

import datetime as dt
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx
import psutil
import pytest

from tests.support.accounts import email_of
from tests.support.database import PASSWORD, Database
from tests.support.site import Site
from tests.support.waiting import until
from web.settings import DatabaseSettings

MOST_MEGABYTES = 120


def test_health(site: Site) -> None:
    for path in ("/healthz", "/readyz"):
        answer = httpx.get(site.url + path)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/plain")


def test_where_a_weakness_is_reported(site: Site) -> None:
    answer = httpx.get(site.url + "/.well-known/security.txt")
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        200,
        "text/plain; charset=utf-8",
    )
    said = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert said["Contact"].endswith("/contact")
    assert (
        httpx.get(said["Contact"].replace("http://localhost", "http://127.0.0.1")).status_code
        == 200
    )
    left = dt.datetime.fromisoformat(said["Expires"]) - dt.datetime.now(dt.UTC)
    assert dt.timedelta(300) < left < dt.timedelta(366), "RFC 9116: less than a year"


def test_without_a_database_and_with_it_again(
    spare_db: Database, spare_account: DatabaseSettings, home: Path
) -> None:
    link = home / "mysql.sock"
    here = Site(spare_db, replace(spare_account, socket=str(link)), home)
    here.start(wait_for="/healthz")
    try:
        browser = here.browser()
        away = browser.get("/")
        assert away.status == 503
        assert int(away.headers["Retry-After"]) > 0
        assert "be back in a moment" in away.text
        assert "Traceback" not in away.text
        assert browser.get("/readyz").status == 503
        assert browser.get("/nothing").status == 404
        style = away.text.split('rel="stylesheet" href="')[1].split('"')[0]
        assert browser.http.get(style).status_code == 200
        link.symlink_to(spare_account.socket or "")
        assert browser.get("/readyz").status == 200
        assert browser.get("/").status == 200
        link.unlink()
        assert browser.get("/readyz").status == 503
    finally:
        assert here.stop() == 0


def test_it_refuses_to_start_on_another_schema(
    spare_db: Database, spare_account: DatabaseSettings, home: Path
) -> None:
    spare_db.rows("DROP PROCEDURE skill_suggest")
    here = Site(spare_db, spare_account, home)
    with pytest.raises(AssertionError, match="there is no procedure skill_suggest"):
        here.start()
    assert here.stop() != 0
    said = here.log_file.read_text()
    assert "./alumni migrate apply" in said
    assert "Traceback" not in said


def _worker(site: Site) -> psutil.Process:
    (worker,) = psutil.Process(site.pid).children()
    return worker


def test_a_worker_stays_small(site: Site) -> None:
    addresses = [email_of(site.db, site.db.alumnus()) for _ in range(48)]

    def visit(email: str) -> int:
        browser = site.browser()
        status = browser.submit("/login", {"email": email, "password": PASSWORD}).status
        for path in ("/", "/dashboard", "/jobs", "/jobs/create"):
            assert browser.get(path).status == 200
        return status

    with ThreadPoolExecutor(16) as many:
        assert set(many.map(visit, addresses)) == {303}
    megabytes = _worker(site).memory_info().rss / 2**20
    assert megabytes < MOST_MEGABYTES


def test_a_worker_that_is_killed_is_replaced(site: Site) -> None:
    before = _worker(site)
    before.kill()
    before.wait(10)

    def is_ready() -> bool:
        try:
            return httpx.get(site.url + "/readyz", timeout=5).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    until(is_ready, "a worker that answers")
    assert _worker(site).pid != before.pid


def test_it_stops_at_once_when_asked(site: Site, home: Path) -> None:
    for how in (signal.SIGTERM, signal.SIGINT):
        here = Site(site.db, site.account, home)
        here.start()
        with httpx.Client(base_url=here.url) as client:
            assert client.get("/healthz").status_code == 200  # a connection that is kept open
            assert here.stop(how) == 0


def test_addresses_behind_a_proxy(site: Site, home: Path) -> None:
    here = Site(site.db, site.account, home, TRUSTED_PROXIES="127.0.0.0/8")
    here.start()
    try:
        answer = httpx.get(
            here.url + "/login",
            headers={"X-Forwarded-For": "203.0.113.9, 198.51.100.7", "X-Forwarded-Proto": "https"},
        )
        assert "Strict-Transport-Security" in answer.headers
        cookie = answer.headers["Set-Cookie"]
        assert cookie.startswith("__Host-alumni_visitor=")
        assert "secure" in cookie.lower()
        plain = httpx.get(here.url + "/login", headers={"X-Forwarded-For": "nonsense"})
        assert plain.status_code == 200
    finally:
        here.stop()
