"""Events: who sees and runs them, who may register, what happens when they change or end."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.accounts import mails_to, set_setting
from tests.support.database import Client, Database, Refused, Row
from tests.support.events import (
    assert_counters,
    change,
    event_row,
    hold,
    in_hours,
    let_lapse,
    register,
    shift,
    state_of,
)


def refused(call: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value


@pytest.fixture(scope="module")
def people(db: Database) -> dict[str, int | None]:
    """Return one of each kind; `creator` is a student."""
    return {
        "creator": db.student("Cleo", "Creator"),
        "alumni": db.alumnus(),
        "student": db.student(),
        "admin": db.admin(),
        "visitor": None,
    }


def mail_data(db: Client, person: int, template: str) -> dict[str, Any]:
    value = db.value(
        "SELECT data FROM mail_outbox WHERE recipient_id = %s AND template = %s"
        " ORDER BY id DESC LIMIT 1",
        person,
        template,
    )
    found = json.loads(value)
    assert isinstance(found, dict)
    return found


def read(db: Client, actor: int | None, event: int, **more: Any) -> Any:
    return db.call("event_read", actor, event, **more)


SIGNED_IN = {"creator", "admin", "alumni", "student"}
SEES = {
    "public": {*SIGNED_IN, "visitor"},
    "all": SIGNED_IN,
    "alumni_only": {"creator", "admin", "alumni"},
    "students_only": {*SIGNED_IN} - {"alumni"},
}


@pytest.mark.parametrize("visibility", SEES)
@pytest.mark.parametrize("status", ["published", "draft"])
def test_who_sees_an_event(
    db: Database, people: dict[str, int | None], visibility: str, status: str
) -> None:
    word = f"Qv{visibility[:6]}{status}".replace("_", "")
    event = hold(db, people["creator"] or 0, visibility=visibility, status=status, title=word)
    may = SEES[visibility] if status == "published" else {"creator", "admin"}
    for kind, person in people.items():
        if kind in may:
            page = read(db, person, event)
            assert page.event.id == event
            assert page.event.can_edit == (kind in ("creator", "admin"))
        else:
            refusal = refused(lambda: read(db, person, event))  # noqa: B023
            assert refusal.status == (401 if person is None else 404), kind
        if person:
            found = [row.id for row in db.call("event_search", person, "upcoming", word).events]
            # A draft is in nobody's list but the creator's own.
            assert found == ([event] if kind in may and status == "published" else [])
    mine = db.call("event_search", people["creator"], "mine", word).events
    assert [row.id for row in mine] == [event]


@pytest.mark.parametrize("audience", ["all", "alumni_only", "students_only"])
def test_who_may_register(db: Database, people: dict[str, int | None], audience: str) -> None:
    event = hold(db, people["creator"] or 0, visibility="public", target_audience=audience)
    may = {
        "all": SIGNED_IN,
        "alumni_only": {"alumni", "creator"},
        "students_only": {"student", "creator"},
    }[audience]
    for kind, person in people.items():
        assert read(db, person, event).event.can_register == (kind in may), kind
        if kind in may:
            assert register(db, person or 0, event).status == "registered"
        else:
            refusal = refused(lambda: db.call("event_register", person, event))  # noqa: B023
            assert refusal.status == (401 if person is None else 403)
    assert_counters(db, event)


def test_who_has_a_part_keeps_seeing_it(db: Database) -> None:
    creator, seated, gone = db.alumnus(), db.student(), db.student()
    event = hold(db, creator)
    register(db, seated, event)
    register(db, gone, event)
    db.call("event_withdraw", gone, event)
    change(db, creator, event, visibility="alumni_only", target_audience="alumni_only")
    assert read(db, seated, event).registration.status == "registered"
    assert refused(lambda: read(db, gone, event)).status == 404
    assert refused(lambda: db.call("event_withdraw", db.student(), event)).status == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " \u200b"}, "title"),
        ({"title": "a\nb"}, "title"),
        ({"description": None}, "description"),
        ({"description": "x" * 20_001}, "description"),
        ({"venue": None}, "venue"),
        ({"online_url": "ftp://a.org"}, "online_url"),
        ({"time_zone": "Europe/Lisbon; DROP"}, "time_zone"),
        ({"starts_at": None}, "starts_at"),
        ({"ends_at": None}, "ends_at"),
        ({"visibility": "nobody"}, "visibility"),
        ({"target_audience": "admins"}, "target_audience"),
        ({"visibility": "students_only", "target_audience": "alumni_only"}, "target_audience"),
        ({"max_attendees": 0}, "max_attendees"),
        ({"max_attendees": 100_001}, "max_attendees"),
        ({"max_guests": 21}, "max_guests"),
        ({"status": "cancelled"}, "status"),
    ],
)
def test_values_that_are_refused(db: Database, changes: dict[str, Any], field: str) -> None:
    refusal = refused(lambda: hold(db, db.alumnus(), **changes))
    assert (refusal.status, refusal.field) == (422, field)


@pytest.mark.parametrize(
    ("begins", "ends", "deadline", "field"),
    [
        (-1, 2, None, "starts_at"),
        (24 * 365 * 4, 24 * 365 * 4 + 1, None, "starts_at"),
        (10, 10, None, "ends_at"),
        (10, 10 + 24 * 32, None, "ends_at"),
        (10, 12, 13, "registration_deadline"),
        (10, 12, -1, "registration_deadline"),
    ],
)
def test_times_that_are_refused(
    db: Database, begins: float, ends: float, deadline: float | None, field: str
) -> None:
    refusal = refused(
        lambda: hold(
            db,
            db.alumnus(),
            starts_at=in_hours(db, begins),
            ends_at=in_hours(db, ends),
            registration_deadline=None if deadline is None else in_hours(db, deadline),
        )
    )
    assert (refusal.status, refusal.field) == (422, field)


def test_what_has_a_link_is_online(db: Database) -> None:
    event = hold(db, db.alumnus(), venue=None, online_url="https://meet.example.org/x")
    row = event_row(db, event)
    assert (row.is_online, row.venue) == (1, None)
    zone = db.value("SELECT time_zone FROM institution_info")
    assert row.time_zone == zone


def test_the_online_link_is_shown_to_who_has_a_seat(db: Database) -> None:
    creator, seated, waiting = db.alumnus(), db.student(), db.student()
    speaker, helper, asked = db.alumnus(), db.student(), db.alumnus()
    link = "https://meet.example.org/x"
    event = hold(db, creator, online_url=link, max_attendees=1, visibility="public")
    register(db, seated, event)
    register(db, waiting, event)
    for number, (person, status) in enumerate(((speaker, "confirmed"), (asked, "invited")), 1):
        db.rows(
            "INSERT INTO event_speakers (event_id, user_id, session_title, position, status,"
            " answered_at) VALUES (%s, %s, 'A talk', %s, %s,"
            " IF(%s = 'invited', NULL, UTC_TIMESTAMP()))",
            event,
            person,
            number,
            status,
            status,
        )
    db.rows("INSERT INTO event_helpers (event_id, user_id) VALUES (%s, %s)", event, helper)
    for person in (creator, seated, speaker, helper, db.admin()):
        assert read(db, person, event).event.online_url == link
    for outsider in (waiting, asked, None, db.student()):
        assert read(db, outsider, event).event.online_url is None
    db.call("event_withdraw", seated, event)
    assert state_of(db, waiting, event) == "offered"
    assert read(db, waiting, event).event.online_url is None, "not before they take the seat"
    db.call("event_offer_accept", waiting, event)
    assert read(db, waiting, event).event.online_url == link


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Soirée Événement #1", "soiree-evenement-1"),
        ("Łódź & Ørsted: ÅÄÖ", "lodz-orsted-aao"),
        ("数据之夜", "event"),
        ("2031", "event-2031"),
        ("Create", "event-create"),
        ("C++ for C# people", "cplusplus-for-csharp-people"),
        ("ﬀ — 'quoted'!", "quoted"),
        ("A" * 150, "a" * 80),
        (("word " * 30).strip(), "-".join(["word"] * 16)),
        ("e\u0301tude", "etude"),
        ("Straße", "strasse"),
        ("<b>&amp;</b>", "b-amp-b"),
    ],
)
def test_slugs(db: Database, title: str, slug: str) -> None:
    assert db.value("SELECT slug_of(%s)", title) == slug


def test_slugs_stay_and_differ(db: Database) -> None:
    creator = db.alumnus()
    events = [hold(db, creator, title="Très unique") for _ in range(3)]
    slugs = [event_row(db, event).slug for event in events]
    assert slugs == ["tres-unique", "tres-unique-2", "tres-unique-3"]
    change(db, creator, events[0], title="Another title")
    assert event_row(db, events[0]).slug == "tres-unique"
    assert db.call("event_find", creator, "tres-unique-2").event.id == events[1]
    db.call("event_delete", creator, events[1])
    assert refused(lambda: db.call("event_find", creator, "tres-unique-2")).status == 404
    assert event_row(db, hold(db, creator, title="Très unique")).slug == "tres-unique-4"


def test_only_who_runs_it_can_do_that(db: Database) -> None:
    creator, other = db.alumnus(), db.alumnus()
    event = hold(db, creator)
    acts: list[tuple[str, list[Any]]] = [
        ("event_publish", []),
        ("event_cancel", ["No."]),
        ("event_complete", []),
        ("event_delete", []),
        ("event_form_read", []),
        ("event_edit", ["T", "D", "V"]),
    ]
    for procedure, values in acts:
        for person, status in ((other, 403), (None, 401)):
            refusal = refused(lambda: db.call(procedure, person, event, *values))  # noqa: B023
            assert refusal.status == status, procedure
        missing = refused(lambda: db.call(procedure, creator, 10**12, *values))  # noqa: B023
        assert missing.status == 404
    assert read(db, other, event).registrants == []
    # The office may, and it is written down.
    db.call("event_cancel", db.admin(), event, "The office says so.")
    logged = db.row(
        "SELECT action, before_state, after_state FROM admin_activity_log"
        " WHERE subject_table = 'events' AND subject_id = %s",
        event,
    )
    assert logged.action == "event_cancel"
    assert json.loads(logged.after_state)["reason"] == "The office says so."


def test_publishing_a_draft(db: Database) -> None:
    creator = db.alumnus()
    event = hold(db, creator, status=None)
    assert event_row(db, event).status == "draft"
    refusal = refused(lambda: register(db, creator, event))
    assert "not published" in refusal.message
    assert db.call("event_publish", creator, event).event.status == "published"
    assert refused(lambda: db.call("event_publish", creator, event)).status == 409
    assert register(db, db.student(), event).status == "registered"
    late = hold(db, creator, status="draft")
    shift(db, late, 241)
    assert refused(lambda: db.call("event_publish", creator, late)).status == 409
    assert refused(lambda: db.call("event_cancel", creator, late, "No.")).status == 409


def test_registering_has_an_end(db: Database) -> None:
    event = hold(db, db.alumnus(), registration_deadline=in_hours(db, 100))
    seated = db.student()
    register(db, seated, event, 1)
    shift(db, event, 101)
    refusal = refused(lambda: register(db, db.student(), event))
    assert (refusal.status, refusal.message) == (409, "Registration is closed.")
    bring = refused(lambda: db.call("event_registration_edit", seated, event, 2))
    assert (bring.status, bring.field) == (409, "guests")
    db.call("event_registration_edit", seated, event, 0, "fewer is fine")
    assert db.call("event_withdraw", seated, event).registration.status == "cancelled"
    shift(db, event, 139.5)
    assert refused(lambda: db.call("event_withdraw", seated, event)).message == (
        "This event has already started."
    )
    shift(db, event, 5)
    assert "over" in refused(lambda: register(db, db.student(), event)).message


def test_who_waits_is_promoted_after_the_deadline_too(db: Database) -> None:
    event = hold(db, db.alumnus(), max_attendees=1, registration_deadline=in_hours(db, 100))
    seated, waiting = db.student(), db.student()
    register(db, seated, event)
    register(db, waiting, event)
    shift(db, event, 101)
    db.call("event_withdraw", seated, event)
    assert state_of(db, waiting, event) == "offered"
    assert db.call("event_offer_accept", waiting, event).registration.status == "registered"


def test_registering_again(db: Database) -> None:
    event = hold(db, db.alumnus(), max_attendees=2)
    one, two, three = db.student(), db.student(), db.student()
    first = register(db, one, event)
    assert register(db, one, event, 1) == first, "asking again changes nothing"
    register(db, two, event)
    register(db, three, event)
    db.call("event_withdraw", one, event)
    assert db.call("event_withdraw", one, event).registration.status == "cancelled"
    again = register(db, one, event)
    assert (again.status, again.queue_number, again.place) == ("waitlisted", 2, 1)
    db.call("event_offer_decline", three, event)
    seat = db.call("event_offer_accept", one, event).registration
    assert seat.status == "registered"
    assert seat.id == first.id
    assert seat.check_in_code != first.check_in_code, "an old ticket opens no door"
    assert_counters(db, event)


def test_nobody_is_overtaken(db: Database) -> None:
    creator = db.alumnus()
    event = hold(db, creator, max_attendees=4)
    holder, party, single = db.student(), db.student(), db.student()
    register(db, holder, event, 2)
    assert register(db, party, event, 1).status == "waitlisted", "one seat is too few for two"
    assert register(db, single, event).status == "waitlisted", "the party came first"
    more = refused(lambda: db.call("event_registration_edit", holder, event, 3))
    assert (more.status, more.field) == (409, "guests")
    db.call("event_registration_edit", holder, event, 1)
    assert (state_of(db, party, event), state_of(db, single, event)) == ("offered", "waitlisted")
    change(db, creator, event, max_attendees=5)
    assert state_of(db, single, event) == "offered"
    assert event_row(db, event).seats_taken_count == 5
    # A party that becomes smaller lets in who is behind it, where that is enough.
    two = hold(db, creator, max_attendees=2)
    register(db, holder, two)
    register(db, party, two, 1)
    db.call("event_registration_edit", party, two, 0)
    assert state_of(db, party, two) == "offered"
    assert_counters(db, event)
    assert_counters(db, two)


def test_guests_that_are_refused(db: Database) -> None:
    event, none = hold(db, db.alumnus(), max_attendees=2), hold(db, db.alumnus(), max_guests=0)
    person = db.student()
    assert "Guests are not allowed" in refused(lambda: register(db, person, none, 1)).message
    assert "at most 3 guests" in refused(lambda: register(db, person, event, 4)).message
    assert "only 2 seats" in refused(lambda: register(db, person, event, 2)).message
    register(db, person, event)
    assert refused(lambda: db.call("event_registration_edit", person, event, 9)).status == 422


def test_seats_cannot_be_fewer_than_are_taken(db: Database) -> None:
    creator = db.alumnus()
    event = hold(db, creator, max_attendees=5)
    register(db, db.student(), event, 2)
    refusal = refused(lambda: change(db, creator, event, max_attendees=2))
    assert (refusal.status, refusal.field) == (409, "max_attendees")
    change(db, creator, event, max_attendees=3)
    register(db, db.student(), event, 2)
    waits = db.student()
    register(db, waits, event)
    change(db, creator, event, max_attendees=None)
    assert read(db, creator, event, status="offered").registrants[1].user_id == waits
    assert read(db, creator, event).event.seats_free_count is None


def test_an_edit_knows_what_the_editor_saw(db: Database) -> None:
    creator = db.alumnus()
    event = hold(db, creator)
    now = db.call("event_form_read", creator, event).event
    change(db, creator, event, title="First")
    values = {k: now[k] for k in ("title", "description", "venue", "starts_at", "ends_at")}
    refusal = refused(lambda: db.call("event_edit", creator, event, **values, revision=1))
    assert "Someone else changed" in refusal.message


def test_changes_of_time_or_place_are_told(db: Database) -> None:
    creator, seated, waiting = db.alumnus(), db.student(), db.student()
    speaker, gone = db.alumnus(), db.student()
    event = hold(db, creator, max_attendees=2)
    for person in (seated, gone, waiting):
        register(db, person, event)
    db.rows(
        "INSERT INTO event_speakers (event_id, user_id, session_title, position)"
        " VALUES (%s, %s, 'A talk', 1)",
        event,
        speaker,
    )
    sequence = event_row(db, event).calendar_sequence
    change(db, creator, event, title="Only words", description="Nothing that moves.")
    assert event_row(db, event).calendar_sequence == sequence
    assert "event_changed" not in mails_to(db, seated)

    change(db, creator, event, starts_at=in_hours(db, 300), ends_at=in_hours(db, 302))
    assert event_row(db, event).calendar_sequence == sequence + 1
    assert mail_data(db, seated, "event_changed")["is_moved"] == 1
    assert mail_data(db, speaker, "event_changed")["is_elsewhere"] == 0
    for person in (waiting, creator):
        assert "event_changed" not in mails_to(db, person)
    db.call("event_withdraw", gone, event)
    change(db, creator, event, venue="Hall 2")
    assert mails_to(db, seated).count("event_changed") == 2
    assert mails_to(db, gone).count("event_changed") == 1
    assert "event_changed" in mails_to(db, waiting), "they are offered a seat by now"


def test_a_cancellation_tells_everybody_concerned(db: Database) -> None:
    creator = db.alumnus()
    event = hold(db, creator, max_attendees=2)
    everybody = [db.student() for _ in range(6)]
    for person in everybody:
        register(db, person, event)
    db.call("event_withdraw", everybody[0], event)
    helper = db.student()
    db.rows("INSERT INTO event_helpers (event_id, user_id) VALUES (%s, %s)", event, helper)
    assert refused(lambda: db.call("event_cancel", creator, event, " ")).field == "reason"
    assert db.call("event_cancel", creator, event, "Rain.").event.status == "cancelled"
    for person in [*everybody[1:], helper]:
        assert mails_to(db, person).count("event_cancelled") == 1
        assert mail_data(db, person, "event_cancelled")["reason"] == "Rain."
    for person in (everybody[0], creator):
        assert "event_cancelled" not in mails_to(db, person)
    assert refused(lambda: db.call("event_cancel", creator, event, "Rain.")).status == 409
    assert "cancelled" in refused(lambda: register(db, everybody[0], event)).message
    assert refused(lambda: change(db, creator, event, title="No")).status == 409
    page = read(db, everybody[1], event)
    assert (page.event.cancellation_reason, page.registration.status) == ("Rain.", "registered")
    found = db.call("event_search", everybody[1], "upcoming").events
    assert event not in [row.id for row in found]
    mine = db.call("event_search", everybody[1], "mine").events
    assert [(row.id, row.status) for row in mine] == [(event, "cancelled")]
    # Its offers run out in silence.
    let_lapse(db, everybody[2], event)
    assert db.call("events_settle", None).settlement.failed_count == 0
    assert "event_offer_expired" not in mails_to(db, everybody[2])


def complete(db: Database, creator: int, event: int, how: str) -> None:
    if how == "by hand":
        db.call("event_complete", creator, event)
    else:
        assert db.call("events_complete_due", None).completion.failed_count == 0


@pytest.mark.parametrize("how", ["by hand", "by itself"])
@pytest.mark.parametrize("is_door_kept", [True, False])
def test_completing(db: Database, how: str, is_door_kept: bool) -> None:
    creator, came, missed, waiting = db.alumnus(), db.student(), db.student(), db.student()
    event = hold(db, creator, max_attendees=2)
    for person in (came, missed, waiting):
        register(db, person, event)
    assert "not over" in refused(lambda: db.call("event_complete", creator, event)).message
    shift(db, event, 241)
    if is_door_kept:
        db.rows(
            "UPDATE event_registrations SET status = 'attended', checked_in_at = UTC_TIMESTAMP()"
            " WHERE event_id = %s AND user_id = %s",
            event,
            came,
        )
        db.rows(
            "INSERT INTO event_registration_history (event_registration_id, from_status, to_status)"
            " SELECT id, 'registered', 'attended' FROM event_registrations"
            " WHERE event_id = %s AND user_id = %s",
            event,
            came,
        )
    shift(db, event, 2)
    if how == "by itself":
        complete(db, creator, event, how)
        assert event_row(db, event).status == "published", "people can still be checked in"
        shift(db, event, 24)
    complete(db, creator, event, how)
    row = event_row(db, event)
    assert row.status == "completed"
    assert row.completed_at
    states = [state_of(db, person, event) for person in (came, missed, waiting)]
    if is_door_kept:
        assert states == ["attended", "no_show", "waitlisted"]
        assert read(db, creator, event).page.status == "attended"
    else:
        assert states == ["registered", "registered", "waitlisted"]
    assert_counters(db, event)
    assert [row.id for row in db.call("event_search", missed, "mine_past").events] == [event]
    refusal = refused(
        lambda: change(db, creator, event, starts_at=in_hours(db, 1), ends_at=in_hours(db, 2))
    )
    assert refusal.status == 409
    change(db, creator, event, description="With pictures now.")


def test_deleting_and_bringing_back(db: Database) -> None:
    creator, seated = db.alumnus(), db.student()
    event = hold(db, creator)
    register(db, seated, event)
    sequence = event_row(db, event).calendar_sequence
    db.call("event_delete", creator, event)
    assert mail_data(db, seated, "event_cancelled")["reason"] is None
    for person in (seated, creator, db.admin()):
        assert refused(lambda: read(db, person, event)).status == 404  # noqa: B023
    assert db.call("event_search", creator, "mine").events == []
    assert refused(lambda: register(db, db.student(), event)).status == 404
    assert refused(lambda: db.call("event_withdraw", seated, event)).status == 404
    assert refused(lambda: db.call("event_restore", seated, event)).status == 404
    assert db.call("event_restore", creator, event).event.status == "published"
    assert mails_to(db, seated)[-1] == "event_restored"
    assert state_of(db, seated, event) == "registered"
    assert event_row(db, event).calendar_sequence == sequence + 2
    assert refused(lambda: db.call("event_restore", creator, event)).status == 409
    # What the office takes away, only the office brings back, and nobody after a month.
    admin = db.admin()
    db.call("event_delete", admin, event)
    assert refused(lambda: db.call("event_restore", creator, event)).status == 409
    db.call("event_restore", admin, event)
    db.call("event_delete", creator, event)
    assert mails_to(db, seated).count("event_cancelled") == 3, "each time is a fact of its own"
    db.rows("UPDATE events SET deleted_at = deleted_at - INTERVAL 31 DAY WHERE id = %s", event)
    assert refused(lambda: db.call("event_restore", creator, event)).status == 409


@pytest.mark.parametrize(
    ("hours", "minutes"), [(240, 24 * 60), (40, 20 * 60), (1, 30), (0.4, 15), (0.1, 6)]
)
def test_offers_are_shorter_near_the_start(db: Database, hours: float, minutes: int) -> None:
    event, seated, waiting = hold(db, db.alumnus(), max_attendees=1), db.student(), db.student()
    register(db, seated, event)
    register(db, waiting, event)
    shift(db, event, 240 - hours)
    db.call("event_withdraw", seated, event)
    left = db.value(
        "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), offer_expires_at)"
        " FROM event_registrations WHERE event_id = %s AND user_id = %s",
        event,
        waiting,
    )
    assert minutes * 60 - 20 <= left <= minutes * 60 + 1
    row = event_row(db, event)
    assert mail_data(db, waiting, "event_offered")["offer_expires_at"] <= f"{row.starts_at}.1"


def test_the_office_sets_how_long_an_offer_holds(db: Database) -> None:
    now, starts = in_hours(db, 0), in_hours(db, 200)
    set_setting(db, "event_offer_hours", "2")
    try:
        assert db.value("SELECT offer_end_of(%s, %s)", now, starts) == now + dt.timedelta(hours=2)
    finally:
        set_setting(db, "event_offer_hours", "24")


def test_nothing_is_offered_after_the_start(db: Database) -> None:
    creator = db.alumnus()
    event, seated, waiting = hold(db, creator, max_attendees=1), db.student(), db.student()
    register(db, seated, event)
    register(db, waiting, event)
    shift(db, event, 240.5)
    change(db, creator, event, max_attendees=9)
    assert state_of(db, waiting, event) == "waitlisted"


def test_the_seat_of_who_has_left_is_free(db: Database) -> None:
    event, leaver, waiting = hold(db, db.alumnus(), max_attendees=1), db.student(), db.student()
    over = hold(db, db.alumnus())
    register(db, leaver, event)
    register(db, leaver, over)
    shift(db, over, 300)
    register(db, waiting, event)
    db.call("account_delete", leaver)
    assert db.call("events_settle", None).settlement.failed_count == 0
    assert (state_of(db, leaver, event), state_of(db, waiting, event)) == ("cancelled", "offered")
    assert state_of(db, leaver, over) == "registered", "what is over stays as it was"
    assert_counters(db, event)


def test_counters_follow_whatever_is_done_to_the_rows(db: Database) -> None:
    one, two = hold(db, db.alumnus()), hold(db, db.alumnus(), max_attendees=1)
    people = [db.student() for _ in range(3)]
    for person in people:
        register(db, person, one, 1)
    register(db, people[0], two)
    register(db, people[1], two)
    db.rows("DELETE FROM event_registrations WHERE event_id = %s AND user_id = %s", one, people[1])
    db.rows(
        "UPDATE event_registrations SET event_id = %s WHERE event_id = %s AND user_id = %s",
        one,
        two,
        people[1],
    )
    db.rows("DELETE FROM event_registrations WHERE event_id = %s AND user_id = %s", two, people[0])
    rows = (event_row(db, one), event_row(db, two))
    assert [(row.seats_taken_count, row.waiting_count) for row in rows] == [(4, 1), (0, 0)]
    assert_counters(db, one)
    before = rows[0].updated_at
    db.rows("UPDATE events SET updated_at = updated_at - INTERVAL 1 DAY WHERE id = %s", one)
    register(db, db.student(), one)
    assert event_row(db, one).updated_at == before - dt.timedelta(1), "counting is no edit"


def pages(db: Client, actor: int, view: str, limit: int, **filters: Any) -> list[Row]:
    """Walk through all pages of a list."""
    found: list[Row] = []
    after = None
    while True:
        page = db.call("event_search", actor, view, **filters, after=after, limit=limit)
        assert len(page.events) <= limit
        found += page.events
        after = page.page.next_after
        if after is None:
            return found


@pytest.mark.parametrize("limit", [1, 3, 50])
def test_pages_have_everything_once_and_in_order(db: Database, limit: int) -> None:
    creator, word = db.alumnus(), f"Qpaging{limit}"
    same = in_hours(db, 50)
    for number in range(9):
        begins = same if number % 2 else in_hours(db, 60 + number)
        hold(
            db,
            creator,
            title=f"{word} {number}",
            starts_at=begins,
            ends_at=begins + dt.timedelta(hours=1),
        )
    for event in [hold(db, creator, title=f"{word} old") for _ in range(4)]:
        shift(db, event, 300 + event % 3)
    running = hold(db, creator, title=f"{word} running", ends_at=in_hours(db, 260))
    shift(db, running, 250)
    lists = ((creator, "mine", "mine_past"), (db.student(), "upcoming", "past"))
    for actor, ahead, behind in lists:
        coming = pages(db, actor, ahead, limit, search=word)
        assert len(coming) == 10
        assert coming[0].id == running
        keys = [(row.starts_at, row.id) for row in coming]
        assert keys == sorted(set(keys))
        gone = pages(db, actor, behind, limit, search=word)
        keys = [(row.starts_at, row.id) for row in gone]
        assert len(keys) == 4
        assert keys == sorted(set(keys), reverse=True)


def test_a_rare_word_is_on_the_first_page_however_many_events_there_are(db: Database) -> None:
    creator = db.alumnus()
    many = hold(db, creator, title="Qordinary meeting")
    columns = (
        "creator_id, title, description, venue, is_online, time_zone, starts_at, ends_at,"
        " visibility, target_audience, max_guests, status, published_at"
    )
    db.rows(
        f"INSERT INTO events ({columns}, slug, calendar_uid)"
        " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 320)"
        f" SELECT {columns}, CONCAT('qordinary-', i), UUID() FROM events, n"
        " WHERE events.id = %s",
        many,
    )
    rare = hold(
        db,
        creator,
        title="Qrare evening",
        description="On glassblowing & Kant's ethics",
        starts_at=in_hours(db, 24 * 30),
        ends_at=in_hours(db, 24 * 30 + 1),
    )
    for search in ("qrare", "qRARE Kant's", "glassblow", "ethics & on qrare", "evening qrare hall"):
        page = db.call("event_search", db.student(), "upcoming", search)
        assert [row.id for row in page.events] == [rare], search
        assert page.page.next_after is None
    assert db.call("event_search", creator, "past", "qrare").events == []
    assert len(pages(db, creator, "upcoming", 50, search="qordinary")) == 321
    db.call("event_delete", creator, rare)
    assert db.call("event_search", creator, "upcoming", "qrare").events == []


def test_filters(db: Database) -> None:
    creator = db.alumnus()
    here = hold(db, creator, title="Qfilter Über Größe", venue="O'Brien & Sons 100%")
    there = hold(
        db,
        creator,
        title="Qfilter elsewhere",
        online_url="https://a.org/",
        venue=None,
        starts_at=in_hours(db, 24 * 20),
        ends_at=in_hours(db, 24 * 20 + 1),
    )

    def found(search: str | None, **more: Any) -> set[int]:
        page = db.call("event_search", creator, "upcoming", search, **more)
        return {row.id for row in page.events}

    for search in ("qfilter", '  qfilter \\ " ', "QFILTER come"):
        assert found(search) == {here, there}, search
    for search in ("qfilter uber", "grosse qfilter", "qfilter 100%", "o'brien qfilter & sons"):
        assert found(search) == {here}, search
    assert found("qfilter _") == set()
    assert found("qfilter", is_online=1) == {there}
    later = (in_hours(db, 24 * 15)).date()
    assert found("qfilter", from_date=later) == {there}
    assert refused(lambda: db.call("event_search", creator, "theirs")).field == "view"
    assert refused(lambda: db.call("event_search", creator, after="1 OR 1")).status == 400
    assert refused(lambda: db.call("event_search", None)).status == 401


def test_registrants_page_by_page(db: Database) -> None:
    creator = db.alumnus()
    event = hold(db, creator, max_attendees=5)
    everybody = [db.student() for _ in range(9)]
    for person in everybody:
        register(db, person, event)

    def walk(status: str | None) -> list[int]:
        found, after = [], None
        while True:
            page = read(db, creator, event, status=status, after=after, limit=2)
            assert page.page.status == (status or "registered")
            found += [row.user_id for row in page.registrants]
            after = page.page.next_after
            if after is None:
                return found

    assert walk(None) == everybody[:5]
    assert walk("waitlisted") == everybody[5:]
    db.call("event_withdraw", everybody[5], event)
    register(db, everybody[5], event)
    assert walk("waitlisted") == [*everybody[6:], everybody[5]], "in the order of the line"
    assert walk("no_show") == []
    assert refused(lambda: read(db, creator, event, status="gone")).field == "status"
    assert refused(lambda: read(db, creator, event, after="x")).status == 400


def test_the_view_of_what_comes(db: Database) -> None:
    event = hold(db, db.alumnus(), max_attendees=5)
    register(db, db.student(), event, 2)
    register(db, db.student(), event, 2)
    row = db.row("SELECT * FROM vw_upcoming_events WHERE id = %s", event)
    assert (row.registrations_count, row.seats_taken_count, row.waiting_count) == (1, 3, 1)
    assert (row.seats_free_count, row.creator_name) == (2, "Ada Lovelace")
    shift(db, event, 300)
    assert db.rows("SELECT 1 FROM vw_upcoming_events WHERE id = %s", event) == []


def test_what_home_and_dashboard_show(db: Database) -> None:
    creator, person = db.alumnus(), db.student()
    first, second = in_hours(db, 1), in_hours(db, 2)
    public = hold(db, creator, visibility="public", starts_at=first, ends_at=second)
    members = hold(db, creator, starts_at=first, ends_at=second)
    found = [row.id for row in db.call("_home_events").events]
    assert public in found
    assert members not in found
    assert len(found) <= 3
    register(db, person, members)
    mine = db.call("_dashboard_events", person).events
    assert [(row.id, row.my_status, row.is_mine) for row in mine] == [(members, "registered", 0)]
    runs = db.call("_dashboard_events", creator).events
    assert {(row.id, row.is_mine) for row in runs} == {(public, 1), (members, 1)}


def test_reading_takes_no_locks_that_others_wait_for(db: Database) -> None:
    event, person = hold(db, db.alumnus()), db.student()
    with db.connect() as other:
        other.rows("START TRANSACTION")
        other.rows(
            "SELECT has_part_in_event(%s, %s), can_join_event(%s, %s), free_slug_of('x')",
            person,
            event,
            person,
            event,
        )
        locks = db.value(
            "SELECT COUNT(*) FROM performance_schema.data_locks WHERE lock_type = 'RECORD'"
            " AND object_schema = DATABASE() AND object_name LIKE 'event%'"
        )
        other.rows("ROLLBACK")
    assert locks == 0
