"""The door: by list and by code, again and at once, undone, without a seat, and who may not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.support.database import Client, Database, Refused
from tests.support.event_rows import event, members, registration, state
from tests.support.races import at_once, calling, statuses


def refused(call: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value


@pytest.fixture(scope="module")
def creator(db: Database) -> int:
    """Return an alumnus who makes events."""
    return db.alumnus("Dora", "Door")


def code_of(db: Client, registration_id: int) -> str:
    return str(
        db.value("SELECT check_in_code FROM event_registrations WHERE id = %s", registration_id)
    )


def history(db: Client, registration_id: int) -> list[tuple[str | None, str]]:
    rows = db.rows(
        "SELECT from_status, to_status FROM event_registration_history"
        " WHERE event_registration_id = %s ORDER BY id",
        registration_id,
    )
    return [(row.from_status, row.to_status) for row in rows]


def test_by_list_and_again(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=1)
    person = db.student("Ada", "Arrives")
    seat = registration(db, one, person, guests_count=2, note="Vegan")
    first = db.call("event_check_in", creator, seat).registration
    assert (first.result, first.status, first.name) == ("checked_in", "attended", "Ada Arrives")
    assert first.checked_in_by_name == "Dora Door"
    db.rows(
        "UPDATE event_registrations SET checked_in_at = checked_in_at - INTERVAL 5 MINUTE"
        " WHERE id = %s",
        seat,
    )
    again = db.call("event_check_in", db.admin(), seat).registration
    assert again.result == "already"
    assert again.checked_in_at < first.checked_in_at, "it says when it was"
    assert again.checked_in_by_name == "Dora Door"
    assert history(db, seat) == [("registered", "attended")]
    undone = db.call("event_check_in_undo", creator, seat).registration
    assert (undone.result, undone.status, undone.checked_in_at) == ("undone", "registered", None)
    assert db.call("event_check_in_undo", creator, seat).registration.result == "already"
    assert db.value("SELECT seats_taken_count FROM events WHERE id = %s", one) == 3


def test_by_code(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=1)
    person = db.student()
    seat = registration(db, one, person)
    ticket = db.call("event_ticket_read", person, one).ticket
    code = code_of(db, seat)
    assert (ticket.check_in_code, ticket.status) == (code, "registered")
    page = db.call("event_check_in_read", creator, code)
    assert (page.event.id, page.registration.id, page.door.obstacle) == (one, seat, None)
    assert state(db, seat) == "registered", "looking at it does nothing"
    assert db.call("event_check_in_scan", creator, code).registration.result == "checked_in"
    assert db.call("event_check_in_scan", creator, code).registration.result == "already"
    flipped = code.swapcase()
    for wrong in (flipped, code[:-1], "", None, "x" * 40):
        assert refused(partial(db.call, "event_check_in_scan", creator, wrong)).status == 404
        assert refused(partial(db.call, "event_check_in_read", creator, wrong)).status == 404


@pytest.mark.parametrize("status", ["waitlisted", "cancelled", "expired"])
def test_a_code_without_a_seat_says_so(db: Database, creator: int, status: str) -> None:
    one = event(db, creator, starts_in=1)
    person = db.student()
    seat = registration(db, one, person, status)
    refusal = refused(lambda: db.call("event_check_in_scan", creator, code_of(db, seat)))
    assert refusal.status == 409
    assert "No seat" in refusal.message
    assert db.call("event_check_in_read", creator, code_of(db, seat)).registration.status == status
    assert db.call("event_ticket_read", person, one).ticket.check_in_code is None
    assert state(db, seat) == status


def test_an_offered_seat_is_taken_at_the_door(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=1, max_attendees=1)
    seat = registration(db, one, db.student(), "offered")
    db.call("event_check_in", creator, seat)
    assert state(db, seat) == "attended"
    assert db.value("SELECT seats_taken_count FROM events WHERE id = %s", one) == 1


def test_too_early_and_cancelled(db: Database, creator: int) -> None:
    early = event(db, creator, starts_in=30)
    seat = registration(db, early, db.student())
    refusal = refused(lambda: db.call("event_check_in", creator, seat))
    assert (refusal.status, "24 hours" in refusal.message) == (409, True)
    db.rows(
        "UPDATE events SET status = 'cancelled', cancelled_at = UTC_TIMESTAMP(),"
        " cancellation_reason = 'Storm', starts_at = UTC_TIMESTAMP() WHERE id = %s",
        early,
    )
    assert "cancelled" in refused(lambda: db.call("event_check_in", creator, seat)).message
    assert refused(lambda: db.call("event_walk_in", creator, early, db.student())).status == 409


def test_a_mistake_is_mended_after_the_event(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=-5)
    seat = registration(db, one, db.student(), "no_show")
    db.rows(
        "UPDATE events SET status = 'completed', completed_at = UTC_TIMESTAMP() WHERE id = %s", one
    )
    db.call("event_check_in", creator, seat)
    assert state(db, seat) == "attended"
    db.call("event_check_in_undo", creator, seat)
    assert state(db, seat) == "no_show"


def test_who_may_not(db: Database, creator: int) -> None:
    one, person = event(db, creator, starts_in=1), db.student()
    seat = registration(db, one, person)
    code = code_of(db, seat)
    calls = (
        ("event_check_in", [seat]),
        ("event_check_in_scan", [code]),
        ("event_check_in_read", [code]),
        ("event_check_in_undo", [seat]),
        ("event_check_in_list", [one]),
        ("event_walk_in", [one, person]),
        ("event_walk_in_read", [one]),
    )
    for name, arguments in calls:
        for actor, status in ((None, 401), (person, 403), (db.alumnus(), 403)):
            assert refused(partial(db.call, name, actor, *arguments)).status == status, name
    assert state(db, seat) == "registered"
    assert refused(lambda: db.call("event_ticket_read", None, one)).status == 401
    assert refused(lambda: db.call("event_ticket_read", db.student(), one)).status == 404
    for name in ("event_check_in", "event_check_in_undo"):
        assert refused(partial(db.call, name, creator, 10**9)).status == 404


def test_many_scanners_of_one_code(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=1)
    seat = registration(db, one, db.student())
    code = code_of(db, seat)
    found = at_once(db, *[calling("event_check_in_scan", creator, code)] * 8)
    results = sorted(page.registration.result for page in found)
    assert results == ["already"] * 7 + ["checked_in"]
    assert history(db, seat) == [("registered", "attended")]


def test_a_walk_in_takes_a_free_seat_and_no_other(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=1, max_attendees=4)
    registration(db, one, db.student(), guests_count=1)
    came = db.student("Wanda", "Walksin")
    found = db.call("event_walk_in", creator, one, came).registration
    assert (found.result, found.status, found.guests_count) == ("checked_in", "attended", 0)
    assert history(db, found.id) == [(None, "registered"), ("registered", "attended")]
    assert db.call("event_walk_in", creator, one, came).registration.result == "already"
    waits = db.student()
    line = registration(db, one, waits, "waitlisted", guests_count=1)
    refusal = refused(lambda: db.call("event_walk_in", creator, one, waits))
    assert (refusal.status, "only 1" in refusal.message) == (409, True)
    db.rows("UPDATE event_registrations SET guests_count = 0 WHERE id = %s", line)
    db.call("event_walk_in", creator, one, waits)
    assert state(db, line) == "attended"
    full = refused(lambda: db.call("event_walk_in", creator, one, db.student()))
    assert (full.status, "Not enough free seats" in full.message) == (409, True)
    row = db.row(
        "SELECT seats_taken_count AS taken, waiting_count AS waiting FROM events WHERE id = %s", one
    )
    assert (row.taken, row.waiting) == (4, 0)
    for nobody in (None, 10**9):
        assert refused(partial(db.call, "event_walk_in", creator, one, nobody)).status == 422


def test_walk_ins_race_for_the_last_seats(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=1, max_attendees=5)
    people = members(db, 12)
    walk_ins = [calling("event_walk_in", creator, one, person) for person in people]
    assert statuses(at_once(db, *walk_ins)) == [0] * 5 + [409] * 7
    assert db.value("SELECT seats_taken_count FROM events WHERE id = %s", one) == 5


def names(db: Client, actor: int, event_id: int, *arguments: object) -> list[str]:
    page = db.call("event_check_in_list", actor, event_id, *arguments)
    return [str(row.name) for row in page.registrations]


def test_the_list_is_searched_by_name(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=1, max_attendees=50)
    for first, last in (
        ("Ada", "Lovelace"),
        ("Adam", "Smith"),
        ("Zoë", "O'Neil"),
        ("Li", "100%_Sure"),
    ):
        registration(db, one, db.student(first, last))
    came = registration(db, one, db.student("Al", "Ready"), guests_count=1)
    db.call("event_check_in", creator, came)
    assert len(names(db, creator, one)) == 5
    assert names(db, creator, one, "ada") == ["Ada Lovelace", "Adam Smith"]
    assert names(db, creator, one, "smi ad") == ["Adam Smith"]
    assert names(db, creator, one, "zoe o'n") == ["Zoë O'Neil"]
    assert names(db, creator, one, "100%_") == ["Li 100%_Sure"]
    for nothing in ("%", "_", "love%", "\\", '"', "dam"):
        assert names(db, creator, one, nothing) in ([], names(db, creator, one)), nothing
    assert names(db, creator, one, "%") == []
    assert names(db, creator, one, "  ") == names(db, creator, one)
    page = db.call("event_check_in_list", creator, one)
    assert (page.counts.attended_count, page.counts.expected_count) == (2, 4)
    assert page.door.free_count == 44


def test_the_list_has_pages(db: Database, creator: int) -> None:
    one = event(db, creator, starts_in=1)
    people = members(db, 45)
    for person in people:
        registration(db, one, person)
    for search in (None, "mem"):
        found: list[int] = []
        after = None
        while True:
            page = db.call("event_check_in_list", creator, one, search, after, 20)
            assert len(page.registrations) <= 20
            found += [row.user_id for row in page.registrations]
            after = page.page.next_after
            if after is None:
                break
        assert found == people
    assert refused(lambda: db.call("event_check_in_list", creator, one, None, "x")).status == 400


@pytest.mark.parametrize(("audience", "is_shown"), [("only_me", False), ("members", True)])
def test_a_walk_in_discloses_nothing(
    db: Database, creator: int, audience: str, is_shown: bool
) -> None:
    """An organiser who checks members in, one after the other, learns no hidden address."""
    one = event(db, creator, starts_in=1)
    came, registered = db.student(), db.student()
    for person in (came, registered):
        db.call("privacy_edit", person, f'[["email", "{audience}"]]')
    db.call("event_register", registered, one)
    db.call("event_walk_in", creator, one, came)
    addresses = {
        row.user_id: row.email for row in db.call("event_registrants", creator, one).registrants
    }
    for status, person in (("attended", came), ("registered", registered)):
        (row,) = db.call("event_read", creator, one, status).registrants
        assert (row.user_id, row.email) == (person, addresses[person])
    assert (addresses[came] is not None) == is_shown
    assert addresses[registered], "the form says that the organiser will see it"
    told = db.rows("SELECT template FROM mail_outbox WHERE recipient_id = %s", came)
    assert [mail.template for mail in told] == ["event_registered"]
    # Who cancels has taken it back.
    left = db.student()
    db.call("privacy_edit", left, f'[["email", "{audience}"]]')
    later = event(db, creator, starts_in=48)
    db.call("event_register", left, later)
    db.call("event_withdraw", left, later)
    (row,) = db.call("event_registrants", creator, later).registrants
    assert (row.status, row.email is not None) == ("cancelled", is_shown)


def test_registrants_to_take_along(db: Database, creator: int) -> None:
    one = event(db, creator)
    people = members(db, 9)
    states = (
        "registered",
        "waitlisted",
        "offered",
        "expired",
        "cancelled",
        "attended",
        "no_show",
        "registered",
        "registered",
    )
    for person, status in zip(people, states, strict=True):
        registration(db, one, person, status, note=f"=note {person}")
    db.rows(
        "UPDATE users SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s", people[8]
    )
    found = []
    after = None
    while True:
        page = db.call("event_registrants", creator, one, after, 4)
        found += page.registrants
        after = page.page.next_after
        if after is None:
            break
    assert [row.user_id for row in found] == people
    assert [row.status for row in found] == list(states)
    assert (found[0].name, found[0].note) == (f"M{people[0]} Member", f"=note {people[0]}")
    assert (found[8].name, found[8].email, found[8].note) == ("Former member", None, None)
    assert refused(lambda: db.call("event_registrants", creator, one, "x")).status == 400
    # Exactly full pages end as well.
    assert db.call("event_registrants", creator, one, None, 9).page.next_after is None
