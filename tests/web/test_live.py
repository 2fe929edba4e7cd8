"""The stream of live events: at once, nothing missed, nothing twice, whatever happens between."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from tests.support.messages import acquainted, send
from tests.support.site import NO_AUTHORITIES, Browser, Site
from tests.support.waiting import HANGS_SECONDS


class Stream:
    """A browser that listens: collects what it is told."""

    def __init__(self, browser: Browser, after: int | None = None) -> None:
        self.told: list[tuple[int, str, dict[str, Any]]] = []
        self.has_begun = threading.Event()
        self.has_ended = False
        """The site said that there is no more; the connection did not just break."""
        self.headers: httpx.Headers = httpx.Headers()
        self.status = 0
        self._stop = threading.Event()
        self._changed = threading.Condition()
        self._browser, self._after = browser, after
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        query = f"?after={self._after}" if self._after is not None else ""
        http = httpx.Client(
            base_url=self._browser.site.url,
            cookies=self._browser.http.cookies,
            timeout=HANGS_SECONDS,
            verify=NO_AUTHORITIES,
        )
        with (
            contextlib.suppress(httpx.HTTPError, httpx.StreamError),
            http,
            http.stream("GET", f"/live{query}", headers={"Accept": "text/event-stream"}) as answer,
        ):
            self.status, self.headers = answer.status_code, answer.headers
            self.has_begun.set()
            event: dict[str, str] = {}
            for line in answer.iter_lines():
                if self._stop.is_set():
                    return
                name, _, value = line.partition(": ")
                if line:
                    event[name] = value
                elif "data" in event:
                    with self._changed:
                        self.told.append(
                            (int(event["id"]), event["event"], json.loads(event["data"]))
                        )
                        self._changed.notify_all()
                    event = {}
                else:
                    event = {}
            self.has_ended = True

    def begin(self) -> Stream:
        """Wait until the site listens to this browser; returns the stream."""
        assert self.has_begun.wait(HANGS_SECONDS)
        return self

    def end(self) -> None:
        """Wait until there is no more."""
        self._thread.join(HANGS_SECONDS)

    def wait_for(
        self, count: int, of: str | None = None, seconds: float = HANGS_SECONDS
    ) -> list[tuple[int, str, dict[str, Any]]]:
        """Wait until so many events (of a kind) have come; returns all that came."""

        def have_come() -> bool:
            return sum(of in (None, kind) for _, kind, _ in self.told) >= count

        with self._changed:
            self._changed.wait_for(have_come, seconds)
            return list(self.told)

    def close(self) -> None:
        """Stop listening."""
        self._stop.set()


@pytest.fixture
def pair(site: Site) -> tuple[int, int]:
    """Two people who can write to each other."""
    one, two = site.db.alumnus("Ann", "Alpha"), site.db.student("Ben", "Beta")
    acquainted(site.db, one, two)
    return one, two


def last_of(site: Site, user: int) -> int:
    """Return the last event of a person, after which a page that is opened now listens."""
    last = "SELECT COALESCE(MAX(last_sequence), 0) FROM live_streams WHERE recipient_id = %s"
    return int(site.db.value(last, user))


@pytest.fixture
def streams(site: Site) -> Iterator[Any]:
    """Return a maker of streams that end with the test."""
    made: list[Stream] = []

    def make(user: int, after: int | None = None) -> Stream:
        after = last_of(site, user) if after is None else after
        made.append(Stream(site.browser().signed_in(user), after).begin())
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_a_message_arrives_with_its_page(site: Site, pair: tuple[int, int], streams: Any) -> None:
    one, two = pair
    listener = streams(two)
    message = send(site.db, one, two, "Hi <b>you</b>")
    ((_, kind, told), *_) = listener.wait_for(1)
    assert kind == "message"
    assert (told["conversation"], told["id"], told["unread_messages"]) == (
        message.conversation_id,
        message.id,
        1,
    )
    assert f'id="message-{message.id}"' in told["html"]
    assert "bubble theirs" in told["html"]
    assert "&lt;b&gt;you" in told["html"]
    assert listener.headers["Content-Type"].startswith("text/event-stream")
    assert "no-store" in listener.headers["Cache-Control"]
    assert "Content-Security-Policy" in listener.headers


def test_receipts_removals_and_counts(site: Site, pair: tuple[int, int], streams: Any) -> None:
    one, two = pair
    listener = streams(one)
    message = send(site.db, one, two)
    site.browser().signed_in(two).get(f"/messages/{message.conversation_id}")
    site.db.call("message_delete", one, message.id, "both")
    found = listener.wait_for(3)
    assert [kind for _, kind, _ in found] == ["message", "receipt", "removal"]
    assert found[1][2]["id"] == message.id
    assert "deleted" in found[2][2]["html"]
    reader = streams(two, 0)
    kinds = [kind for _, kind, _ in reader.wait_for(4)]
    assert kinds.count("unread") == 1


def test_what_was_missed_comes_once_and_in_order(
    site: Site,
    pair: tuple[int, int],
    streams: Any,
) -> None:
    one, two = pair
    first = streams(two)
    sent = [send(site.db, one, two, str(number)).id for number in range(3)]
    told = first.wait_for(3)
    first.close()
    sent += [send(site.db, one, two, str(number)).id for number in range(3, 6)]
    second = streams(two, told[-1][0])
    sent += [send(site.db, one, two, str(number)).id for number in range(6, 9)]
    missed = len(sent) - sum(kind == "message" for _, kind, _ in told)
    found = told + second.wait_for(missed, of="message")
    everything = [data["id"] for _, kind, data in found if kind == "message"]
    assert everything == sent
    sequences = [sequence for sequence, _, _ in second.told]
    assert sequences == sorted(set(sequences))


def test_too_much_was_missed(site: Site, pair: tuple[int, int], streams: Any) -> None:
    one, two = pair
    send(site.db, one, two)
    site.db.rows("DELETE FROM live_events WHERE recipient_id = %s", two)
    assert streams(two, 0).wait_for(1)[0][1] == "reset"
    assert streams(two, 10**6).wait_for(1)[0][1] == "reset"


def test_visitors_hear_nothing(site: Site) -> None:
    page = site.browser().http.get("/live", headers={"Accept": "text/event-stream"})
    assert page.status_code == 401


def test_a_page_says_where_it_begins(site: Site, pair: tuple[int, int]) -> None:
    one, two = pair
    send(site.db, one, two)
    last = site.db.value("SELECT last_sequence FROM live_streams WHERE recipient_id = %s", two)
    page = site.browser().signed_in(two).get("/dashboard")
    assert f'sse-connect="/live?after={last}"' in page.text
    assert "sse-connect" not in site.browser().get("/").text


def test_every_process_tells_and_stops_at_once(
    site: Site, pair: tuple[int, int], tmp_path: Path
) -> None:
    one, two = pair
    here = Site(site.db, site.account, tmp_path, WEB_WORKERS="2")
    here.start()
    workers = psutil.Process(here.pid).children()
    assert len(workers) == 2
    # The kernel chooses who takes a connection: more of them, until both have some.
    listeners: list[Stream] = []
    while len(listeners) < 30 and not all(
        any(found.status == "ESTABLISHED" for found in worker.net_connections(kind="inet"))
        for worker in workers
    ):
        listeners.append(Stream(here.browser().signed_in(two), last_of(site, two)).begin())
    sent = (
        here.browser()
        .signed_in(one)
        .submit(f"/messages/compose/{two}", {"message": "All"}, at="/dashboard")
    )
    assert sent.status == 303
    for listener in listeners:
        ((_, kind, told), *_) = listener.wait_for(1)
        assert kind == "message"
        assert "All" in told["html"]
    assert here.stop() == 0
    for listener in listeners:
        listener.end()
    # A worker that streams hold up is killed, and its streams break off.
    assert all(listener.has_ended for listener in listeners)
