"""Events as people meet them: make one, find it, register, wait, take an offer, run it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from tests.support.site import Browser, Page, Site

SOON = (dt.datetime.now(dt.UTC) + dt.timedelta(30)).date()
EVENT = {
    "title": "Soirée des anciens 数据",
    "description": "Come **all**, <b>please</b>.",
    "start_date": f"{SOON}",
    "start_time": "18:30",
    "end_date": f"{SOON}",
    "end_time": "21:00",
    "time_zone": "Asia/Tokyo",
    "venue": "Hall 1 & garden",
    "visibility": "all",
    "target_audience": "all",
    "max_attendees": "2",
    "max_guests": "1",
    "status": "published",
}


@pytest.fixture
def creator(site: Site) -> Browser:
    """Return the browser of a student who runs events."""
    return site.browser().signed_in(site.db.student("Cleo", "Creator"))


@pytest.fixture
def guest(site: Site) -> Browser:
    """Return the browser of an alumna."""
    return site.browser().signed_in(site.db.alumnus("Greta", "Guest"))


def _create(creator: Browser, **changes: str) -> str:
    page = creator.submit("/events/create", {**EVENT, **changes})
    assert page.status == 303, page.errors
    assert page.location
    return page.location


def _act(browser: Browser, event: str, act: str, **fields: Any) -> Page:
    return browser.submit(f"{event}/{act}", fields, at=event)


def test_from_a_draft_to_the_waiting_list(site: Site, creator: Browser, guest: Browser) -> None:
    event = _create(creator, status="draft")
    assert guest.get(event).status == 404
    assert "draft" in creator.get(event).text
    assert _act(creator, event, "publish").status == 303

    page = guest.get(event)
    assert "Soirée des anciens 数据" in page.text
    assert "<strong>all</strong>, &lt;b&gt;" in page.text
    starts = f"{SOON}T09:30:00Z"
    assert f'datetime="{starts}"' in page.text
    assert "18:30 to 21:00" in page.text
    assert "Asia/Tokyo, UTC+09:00" in page.text
    assert page.round_trips == 1
    assert f'href="{event}"' in guest.get("/events?search=soiree 数据").text
    assert f'href="{event}"' not in guest.get("/events?search=zzzz").text

    taken = _act(guest, event, "register", guests="1", note="Vegetarian 😀 <b>")
    assert taken.status == 303
    assert "You're registered" in guest.get(event).text
    late = site.browser().signed_in(site.db.student("Lars", "Late"))
    assert _act(late, event, "register").status == 303
    assert "number 1 on the waiting list" in late.get(event).text
    seen = creator.get(event).text
    assert "Greta Guest" in seen
    assert "Vegetarian 😀 &lt;b&gt;" in seen
    assert "Lars Late" in creator.get(f"{event}?status=waitlisted").text
    assert "Greta Guest" not in late.get(event).text

    assert _act(guest, event, "withdraw").status == 303
    assert "A seat is available for you" in late.get(event).text
    recipient = site.db.value(
        "SELECT MAX(user_id) FROM event_registrations WHERE event_id = %s", event.split("/")[-1]
    )
    assert "A seat is available" in site.mail(recipient, "event_offered")["Subject"]
    assert _act(late, event, "accept").status == 303
    assert "You're registered" in late.get(event).text
    assert f'href="{event}"' in late.get("/events?view=mine").text

    assert creator.submit(f"{event}/cancel", {}).errors["reason"]
    cancelled = creator.submit(f"{event}/cancel", {"reason": "The hall is flooded <b>"})
    assert cancelled.status == 303
    assert "flooded &lt;b&gt;" in late.get(event).text
    body = site.mail(recipient, "event_cancelled").get_body(("plain",))
    assert body
    assert "flooded" in body.get_content()


def test_the_online_link_is_for_those_who_have_a_seat(creator: Browser, guest: Browser) -> None:
    link = "https://meet.example.org/secret-room"
    event = _create(creator, online_url=link, visibility="public")
    assert link in creator.get(event).text
    assert "secret-room" not in guest.get(event).text
    assert "secret-room" not in guest.site.browser().get(event).text
    _act(guest, event, "register")
    assert link in guest.get(event).text
    _act(guest, event, "withdraw")
    assert "secret-room" not in guest.get(event).text


def test_visitors_see_public_events_only(creator: Browser, browser: Browser) -> None:
    public, private = _create(creator, visibility="public"), _create(creator)
    assert browser.get(public).status == 200
    asked = browser.get(private)
    assert asked.status == 303
    assert asked.location == f"/login?next={private.replace('/', '%2F')}"
    assert browser.get("/events").status == 303


def test_a_readable_address_leads_to_the_event(site: Site, creator: Browser) -> None:
    event = _create(creator, title="Ünïque Töpic of Tests")
    slug = site.db.value("SELECT slug FROM events WHERE id = %s", event.split("/")[-1])
    assert slug == "unique-topic-of-tests"
    assert creator.get(f"/events/{slug}").location == event
    assert creator.get("/events/no-such-event").status == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"start_date": "yesterday"}, "start_date"),
        ({"start_time": ""}, "start_time"),
        ({"start_date": "2020-01-01", "end_date": "2020-01-01"}, "starts_at"),
        ({"end_time": "18:00"}, "ends_at"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"venue": ""}, "venue"),
        ({"online_url": "javascript:alert(1)"}, "online_url"),
        ({"max_attendees": "none"}, "max_attendees"),
        ({"max_attendees": "0"}, "max_attendees"),
        ({"max_guests": "21"}, "max_guests"),
        ({"registration_deadline": f"{SOON + dt.timedelta(9)}"}, "registration_deadline"),
        ({"visibility": "alumni_only", "target_audience": "students_only"}, "target_audience"),
        ({"start_date": "9999-12-31", "end_date": "9999-12-31"}, "starts_at"),
        ({"start_date": "0001-01-01"}, "starts_at"),
    ],
)
def test_what_was_typed_is_kept(creator: Browser, changes: dict[str, str], field: str) -> None:
    page = creator.submit("/events/create", {**EVENT, **changes})
    assert page.status == 422
    assert list(page.errors) == [field]
    for name in ("title", "start_date", "start_time", "venue", "max_attendees", "online_url"):
        assert page.values[name] == {"online_url": "", **EVENT, **changes}[name], name


def _next_gap() -> str:
    """Return a day on which clocks in Berlin go forward: the last Sunday of March."""
    year = dt.datetime.now(dt.UTC).year + 1
    day = dt.date(year, 3, 31)
    return f"{day - dt.timedelta((day.weekday() + 1) % 7)}"


def test_an_hour_that_clocks_skip(creator: Browser) -> None:
    day = _next_gap()
    gap = {
        **EVENT,
        "time_zone": "Europe/Berlin",
        "start_date": day,
        "end_date": day,
        "start_time": "02:30",
        "end_time": "05:00",
    }
    page = creator.submit("/events/create", gap)
    assert "skip this time" in page.errors["start_time"]
    event = _create(creator, **{**gap, "start_time": "01:30"})
    text = creator.get(event).text
    assert "01:30 to 05:00" in text
    assert "UTC+01:00" in text


def test_an_edit_begins_with_what_is_there(creator: Browser, guest: Browser, site: Site) -> None:
    event = _create(creator, registration_deadline=f"{SOON}", registration_deadline_time="12:00")
    _act(guest, event, "register")
    form = creator.get(f"{event}/edit")
    for name, value in EVENT.items():
        if name not in ("description", "time_zone", "visibility", "target_audience", "status"):
            assert form.values[name] == value, name
    assert form.values["registration_deadline_time"] == "12:00"
    sent = {**EVENT, "revision": form.values["revision"], "venue": "Hall 2"}
    assert creator.submit(f"{event}/edit", sent).status == 303
    assert creator.submit(f"{event}/edit", sent).status == 409, "somebody changed it meanwhile"
    recipient = site.db.value(
        "SELECT user_id FROM event_registrations WHERE event_id = %s", event.split("/")[-1]
    )
    assert "New location" in site.mail(recipient, "event_changed")["Subject"]
    refused = guest.get(f"{event}/edit")
    assert refused.status == 403


def test_a_form_sent_twice_makes_one(creator: Browser) -> None:
    form = creator.get("/events/create").values
    sent = {**EVENT, "csrf_token": form["csrf_token"], "idempotency_key": form["idempotency_key"]}
    first, second = creator.post("/events/create", sent), creator.post("/events/create", sent)
    assert first.status == second.status == 303
    assert first.location == second.location


def test_deleting_can_be_undone(creator: Browser, guest: Browser) -> None:
    event = _create(creator)
    gone = creator.submit(f"{event}/delete", {})
    assert f'action="{event}/restore"' in creator.get(str(gone.location)).text
    assert guest.get(event).status == 404
    assert creator.submit(f"{event}/restore", {}, at="/events/create").status == 303
    assert guest.get(event).status == 200


def test_refusals_are_sentences(creator: Browser, guest: Browser) -> None:
    event = _create(creator, target_audience="students_only")
    assert "not open to you" in guest.get(event).text
    assert guest.submit(f"{event}/register", {}, at="/events/create").status == 403
    full = _create(creator)
    page = _act(guest, full, "register", guests="7")
    assert page.status == 422
    assert "at most" in page.errors["guests"]
    assert guest.submit(f"{full}/accept", {}, at="/events/create").status == 404
    assert guest.submit(f"{full}/publish", {}, at="/events/create").status == 403
    assert guest.get("/events?view=nonsense").status == 422
    assert guest.get("/events?from_date=nonsense").status == 422
    assert guest.get("/events?after=nonsense").status == 400


def test_htmx_gets_the_part_that_changes(guest: Browser) -> None:
    part = guest.get("/events?search=zzzz", HX_Request="true").text
    assert "<html" not in part
    assert re.search(r'<section id="results"', part)
