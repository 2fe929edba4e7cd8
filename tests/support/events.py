"""Events and registrations as tests make them."""

from __future__ import annotations

from typing import Any

from tests.support.database import Client, Row


def in_hours(client: Client, hours: float) -> Any:
    """Return a time so many hours from now, in UTC, without parts of a second."""
    return client.value("SELECT UTC_TIMESTAMP() + INTERVAL %s SECOND", round(hours * 3600))


def hold(client: Client, creator: int, **changes: Any) -> int:
    """Publish an event in ten days for two hours; returns its id."""
    values = {
        "title": "Reunion",
        "description": "Come all.",
        "venue": "Hall 1",
        "starts_at": in_hours(client, 240),
        "ends_at": in_hours(client, 242),
        "max_guests": 3,
        "status": "published",
    }
    return int(client.call("event_post", creator, **{**values, **changes}).event.id)


def change(client: Client, actor: int, event: int, **changes: Any) -> Row:
    """Edit an event; what is not said stays as it is."""
    now = client.call("event_form_read", actor, event).event
    names = client.contract("event_edit")[0][2:-1]
    page = client.call("event_edit", actor, event, **{n: now[n] for n in names} | changes)
    assert isinstance(page.event, Row)
    return page.event


def register(client: Client, person: int, event: int, guests: int = 0) -> Row:
    """Ask for a seat; returns the registration."""
    found = client.call("event_register", person, event, guests).registration
    assert isinstance(found, Row)
    return found


def event_row(client: Client, event: int) -> Row:
    """Return the row of an event."""
    return client.row("SELECT * FROM events WHERE id = %s", event)


def state_of(client: Client, person: int, event: int) -> str | None:
    """Return the state of a registration; None where there is none."""
    rows = client.rows(
        "SELECT status FROM event_registrations WHERE event_id = %s AND user_id = %s", event, person
    )
    return str(rows[0].status) if rows else None


def shift(client: Client, event: int, hours: float) -> None:
    """Let time go by for an event: everything about it was so many hours earlier."""
    client.rows(
        "UPDATE events SET starts_at = starts_at - INTERVAL %s SECOND,"
        " ends_at = ends_at - INTERVAL %s SECOND,"
        " registration_deadline = registration_deadline - INTERVAL %s SECOND WHERE id = %s",
        *[round(hours * 3600)] * 3,
        event,
    )


def let_lapse(client: Client, person: int, event: int) -> None:
    """Let the time of an offer run out."""
    client.rows(
        "UPDATE event_registrations SET offer_expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND"
        " WHERE event_id = %s AND user_id = %s AND status = 'offered'",
        event,
        person,
    )


def assert_counters(client: Client, event: int) -> None:
    """Compare the counters of an event with a recount, and its history with its states."""
    counted = client.row(
        "SELECT e.seats_taken_count AS seats, e.waiting_count AS waiting, e.max_attendees AS most,"
        " COALESCE(SUM(r.seats_count), 0) AS seats_now,"
        " COALESCE(SUM(r.status = 'waitlisted'), 0) AS waiting_now"
        " FROM events AS e LEFT JOIN event_registrations AS r ON r.event_id = e.id"
        " WHERE e.id = %s GROUP BY e.id",
        event,
    )
    assert (counted.seats, counted.waiting) == (counted.seats_now, counted.waiting_now)
    assert counted.most is None or counted.seats <= counted.most
    last: dict[int, str] = {}
    for step in client.rows(
        "SELECT h.event_registration_id AS id, h.from_status, h.to_status, r.status"
        " FROM event_registrations AS r"
        " JOIN event_registration_history AS h ON h.event_registration_id = r.id"
        " WHERE r.event_id = %s ORDER BY h.id",
        event,
    ):
        assert step.from_status == last.get(step.id), "the history has no gap"
        last[step.id] = step.to_status
    for row in client.rows("SELECT id, status FROM event_registrations WHERE event_id = %s", event):
        assert last[row.id] == row.status
