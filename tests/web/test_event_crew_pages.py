"""Running an event as people meet it: speakers, helpers, the door, tickets, reminders, CSV."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.support.event_rows import event, members, registration, state
from tests.support.site import Browser, Site


@pytest.fixture
def creator_id(site: Site) -> int:
    """Return an alumnus who makes events."""
    return site.db.alumnus("Carla", "<b>Creator</b>")


@pytest.fixture
def creator(site: Site, creator_id: int) -> Browser:
    """Return the creator's browser."""
    return site.browser().signed_in(creator_id)


def _code(site: Site, registration_id: int) -> str:
    return str(
        site.db.value(
            "SELECT check_in_code FROM event_registrations WHERE id = %s", registration_id
        )
    )


def _there(site: Site, event_id: int, sql: str = "starts_at + INTERVAL 1 HOUR") -> str:
    """Return a time of an event in Lisbon as one types it; the year has no summer time there."""
    site.db.rows("UPDATE events SET time_zone = 'UTC' WHERE id = %s", event_id)
    return f"{site.db.value(f'SELECT {sql} FROM events WHERE id = %s', event_id):%Y-%m-%dT%H:%M}"


def test_a_speaker_is_found_invited_and_answers(
    site: Site, creator: Browser, creator_id: int
) -> None:
    one = event(site.db, creator_id)
    alumna_id = site.db.alumnus("Xanthippe", "Zwicky")
    site.db.call("directory_rebuild", None, alumna_id)
    path = f"/events/{one}/speakers"
    assert "No speakers yet" in creator.get(path).text
    found = creator.get(f"{path}?search=xanth")
    assert "Xanthippe Zwicky" in found.text
    assert found.round_trips == 1
    fields = {
        "user_id": str(alumna_id),
        "session_title": "Why <i>not</i>? 😀",
        "topic": "All",
        "time_zone": "UTC",
    }
    late = creator.submit(
        f"{path}?search=xanth", {**fields, "session_starts_at": "2001-01-01T10:00"}
    )
    assert late.status == 422
    assert "Xanthippe Zwicky" in late.text, "the search is kept"
    assert "Why &lt;i&gt;not&lt;/i&gt;? 😀" in late.text, "what was typed is kept"
    assert "during the event" in late.text
    for wrong in ("soon", "2027-01-01", "2027-13-01T10:00"):
        page = creator.submit(path, {**fields, "session_starts_at": wrong}, at=path)
        assert page.status == 422
    done = creator.submit(
        path, {**fields, "session_starts_at": _there(site, one)}, at=f"{path}?search=xanth"
    )
    assert (done.status, done.location) == (303, path)
    mail = site.mail(alumna_id, "speaker_invited").get_body(("plain",))
    assert mail
    assert "/events/invitations" in mail.get_content()

    alumna = site.browser().signed_in(alumna_id)
    waiting = alumna.get("/events/invitations")
    assert "needs your reply" in waiting.text
    assert "Carla &lt;b&gt;Creator&lt;/b&gt;" in waiting.text
    speaker = site.db.value("SELECT id FROM event_speakers WHERE event_id = %s", one)
    answer = f"/events/invitations/{speaker}"
    assert alumna.submit(answer, {"answer": "maybe"}, at="/events/invitations").status == 422
    assert (
        alumna.submit(
            answer, {"answer": "confirm", "note": "Gladly <u>"}, at="/events/invitations"
        ).status
        == 303
    )
    shown = creator.get(path)
    assert "Gladly &lt;u&gt;" in shown.text
    assert "Why &lt;i&gt;not&lt;/i&gt;? 😀" in alumna.get(f"/events/{one}").text
    assert (
        creator.submit(
            f"{path}/{speaker}/edit", {"session_title": "Other", "time_zone": "UTC"}, at=path
        ).status
        == 303
    )
    assert creator.submit(f"{path}/{speaker}/move", {"direction": "up"}, at=path).status == 303
    assert (
        creator.submit(f"{path}/{speaker}/presented", {"is_presented": "1"}, at=path).status == 409
    )
    assert creator.submit(f"{path}/{speaker}/remove", {}, at=path).status == 303
    assert "No invitations" in alumna.get("/events/invitations").text


def test_a_helper_checks_in_by_list_and_by_code(
    site: Site, creator: Browser, creator_id: int
) -> None:
    one = event(site.db, creator_id, starts_in=1, max_attendees=4)
    helper_id, guest_id = site.db.student("Hale", "Helper"), site.db.student("Gil", "<i>Guest</i>")
    site.db.call("directory_rebuild", None, helper_id)
    path = f"/events/{one}/helpers"
    assert "Hale Helper" in creator.get(f"{path}?directory=students&search=hale").text
    assert creator.submit(path, {"user_id": str(helper_id)}, at=path).status == 303
    helper = site.browser().signed_in(helper_id)
    guest = site.browser().signed_in(guest_id)
    seat = registration(site.db, one, guest_id, guests_count=1, note="Vegan <b>")
    door = f"/events/{one}/check-in"
    page = helper.get(f"{door}?search=gil")
    assert "Gil &lt;i&gt;Guest&lt;/i&gt;" in page.text
    assert "Vegan &lt;b&gt;" in page.text
    assert page.round_trips == 1
    part = helper.get(f"{door}?search=zzz", HX_Request="true")
    assert part.text.lstrip().startswith("<section")
    assert "No people found" in part.text

    ticket = guest.get(f"/events/{one}/ticket")
    assert 'src="data:image/svg+xml' in ticket.text
    assert ticket.round_trips == 1
    code = _code(site, seat)
    scan = f"/check-in/{code}"
    shown = helper.get(scan)
    assert shown.status == 200
    assert "Check in</button>" in shown.text
    assert state(site.db, seat) == "registered", "a GET changes nothing"
    assert guest.get(scan).status == 403
    assert site.browser().get(scan).status == 303, "sign in first"
    assert helper.submit(scan, {}).status == 303
    again = helper.get(scan)
    assert "Checked in" in again.text
    assert "by Hale Helper" in again.text
    assert helper.submit(scan, {}, at=door).status == 303, "harmless"
    assert "You checked in" in guest.get(f"/events/{one}/ticket").text
    assert helper.submit(f"{door}/{seat}/undo", {}, at=door).status == 303
    assert helper.submit(f"{door}/{seat}", {}, at=door).status == 303
    assert state(site.db, seat) == "attended"
    assert code not in site.log_file.read_text(), "codes are not in the log"
    assert helper.get("/check-in/nothing").status == 404
    assert helper.get(path).status == 403
    assert helper.get(f"/events/{one}/registrants.csv").status == 403


def test_the_door_of_a_full_house(site: Site, creator: Browser, creator_id: int) -> None:
    one = event(site.db, creator_id, starts_in=1, max_attendees=1)
    waits = site.db.student("Willa", "Waits")
    line = registration(site.db, one, waits, "waitlisted")
    came = site.db.student("Wim", "Walksin")
    site.db.call("directory_rebuild", None, came)
    door = f"/events/{one}/check-in"
    assert "No seat: on the waiting list" in creator.get(f"/check-in/{_code(site, line)}").text
    form = f"{door}/walk-in"
    found = creator.get(f"{form}?directory=students&search=wim")
    assert "Wim Walksin" in found.text
    assert creator.submit(form, {"user_id": str(came)}, at=form).status == 303
    full = creator.submit(form, {"user_id": str(waits)}, at=form)
    assert full.status == 409
    assert "All seats are taken" in full.text
    assert "All seats are taken" in creator.get(f"/check-in/{_code(site, line)}").text
    assert creator.submit(f"/check-in/{_code(site, line)}", {}, at=door).status == 409
    assert creator.get(f"{form}?directory=staff").status == 422


def test_reminders_are_chosen(site: Site, creator: Browser, creator_id: int) -> None:
    one = event(site.db, creator_id)
    path = f"/events/{one}/reminders"
    assert creator.get(path).values["hours"] == "24, 2"
    wrong = creator.submit(path, {"hours": "soon"})
    assert (wrong.status, wrong.values["hours"]) == (422, "soon")
    assert "hours" in wrong.errors
    assert creator.submit(path, {"hours": "48, 1"}).status == 303
    assert creator.get(path).values["hours"] == "48, 1"
    assert creator.submit(path, {"hours": ""}).status == 303
    assert "No reminders" in creator.get(path).text


def test_registrants_as_a_file(site: Site, creator: Browser, creator_id: int) -> None:
    one = event(site.db, creator_id)
    people = members(site.db, 230)
    for number, person in enumerate(people):
        registration(site.db, one, person, note="=HYPERLINK(1)" if number == 0 else None)
    page = creator.get(f"/events/{one}/registrants.csv")
    assert page.status == 200
    assert page.headers["Content-Type"].startswith("text/csv")
    assert "registrants-" in page.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(page.response.content.decode("utf-8-sig"), newline="")))
    assert rows[0][:2] == ["Name", "Email"]
    assert [row[0] for row in rows[1:]] == [f"M{person} Member" for person in people]
    assert rows[1][7] == "'=HYPERLINK(1)"
    empty = creator.get(f"/events/{event(site.db, creator_id)}/registrants.csv")
    assert len(empty.response.content.decode("utf-8-sig").splitlines()) == 1
    assert site.browser().signed_in(people[0]).get(f"/events/{one}/registrants.csv").status == 403
    assert site.browser().get(f"/events/{one}/registrants.csv").status in {303, 401}


def test_the_event_leads_to_all_that(site: Site, creator: Browser, creator_id: int) -> None:
    one = event(site.db, creator_id, starts_in=1)
    text = creator.get(f"/events/{one}").text
    for part in ("check-in", "speakers", "helpers", "reminders", "registrants.csv"):
        assert f'/events/{one}/{part}"' in text, part
    guest_id = site.db.student()
    registration(site.db, one, guest_id)
    seen = site.browser().signed_in(guest_id).get(f"/events/{one}").text
    assert f'/events/{one}/ticket"' in seen
    assert f'/events/{one}.ics"' in seen
    assert not re.search(rf"/events/{one}/(check-in|helpers|registrants)", seen)
    stranger = site.browser().signed_in(site.db.student())
    for part in ("check-in", "speakers", "helpers", "reminders", "check-in/walk-in"):
        assert stranger.get(f"/events/{one}/{part}").status == 403, part
    assert stranger.get(f"/events/{one}/ticket").status == 404
