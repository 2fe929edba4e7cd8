"""Many people at once: no seat is sold twice, nobody is overtaken, nobody gets a defect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

import mysql.connector
import pytest

from tests.support.database import Client, Database, Refused
from tests.support.events import (
    assert_counters,
    change,
    event_row,
    hold,
    in_hours,
    let_lapse,
    register,
    state_of,
)
from tests.support.races import at_once

ROUNDS = 12


together = partial(at_once, may_deadlock=False)


@pytest.fixture(scope="module")
def crowd(db: Database) -> list[int]:
    """Return 200 people, made as quickly as rows can be."""
    prefix = f"crowd{db.alumnus()}-"
    db.rows(
        "INSERT INTO users (email, password_hash, role_id, status, email_verified_at, approved_at)"
        " WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
        " SELECT CONCAT(%s, n.i, '@example.org'), '$argon2id$x', r.id, 'active',"
        " UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM n JOIN roles AS r ON r.name = 'student'",
        prefix,
    )
    db.rows(
        "INSERT INTO student_profiles (user_id, first_name, last_name)"
        " SELECT id, 'Cora', 'Crowd' FROM users WHERE email LIKE %s",
        f"{prefix}%",
    )
    rows = db.rows("SELECT id FROM users WHERE email LIKE %s ORDER BY id", f"{prefix}%")
    return [int(row.id) for row in rows]


@pytest.mark.parametrize("guests", [0, 1])
def test_two_hundred_people_race_for_fifty_seats(
    db: Database, crowd: list[int], guests: int
) -> None:
    event = hold(db, db.alumnus(), max_attendees=50)
    connections = 40

    def some(number: int) -> Callable[[Client], object]:
        def act(client: Client) -> object:
            return [
                client.call("event_register", person, event, guests).registration
                for person in crowd[number::connections]
            ]

        return act

    answers = together(db, *[some(number) for number in range(connections)])
    told = [one for found in answers if isinstance(found, list) for one in found]
    assert len(told) == 200, [one for one in answers if not isinstance(one, list)]
    seated = 50 // (1 + guests)
    assert Counter(one.status for one in told) == {"registered": seated, "waitlisted": 200 - seated}
    row = event_row(db, event)
    assert (row.seats_taken_count, row.waiting_count) == (50, 200 - seated)
    assert_counters(db, event)

    # They wait in the order in which they were served, behind those who have a seat.
    rows = db.rows(
        "SELECT queue_number AS number, registered_at FROM event_registrations"
        " WHERE event_id = %s AND status = 'waitlisted' ORDER BY queue_number",
        event,
    )
    assert [line.number for line in rows] == list(range(1, 201 - seated))
    asked = [line.registered_at for line in rows]
    assert asked == sorted(asked)
    last = db.value(
        "SELECT MAX(registered_at) FROM event_registrations"
        " WHERE event_id = %s AND status = 'registered'",
        event,
    )
    assert last <= asked[0]
    # Everybody was told the place that they have.
    numbers = {one.id: one.queue_number for one in told}
    for line in db.rows(
        "SELECT id, queue_number FROM event_registrations WHERE event_id = %s", event
    ):
        assert numbers[line.id] == line.queue_number


def test_parties_of_all_sizes_race(db: Database, crowd: list[int]) -> None:
    event = hold(db, db.alumnus(), max_attendees=50)

    def some(number: int) -> Callable[[Client], object]:
        def act(client: Client) -> None:
            for person in crowd[number:80:20]:
                client.call("event_register", person, event, person % 4)

        return act

    together(db, *[some(number) for number in range(20)])
    assert_counters(db, event)
    row = event_row(db, event)
    first = db.row(
        "SELECT guests_count FROM event_registrations WHERE event_id = %s"
        " AND status = 'waitlisted' ORDER BY queue_number LIMIT 1",
        event,
    )
    assert row.seats_taken_count <= 50 < row.seats_taken_count + 1 + first.guests_count


def test_one_person_who_asks_many_times_has_one_seat(db: Database, crowd: list[int]) -> None:
    event, person = hold(db, crowd[0], max_attendees=5), crowd[1]
    answers = together(db, *[lambda client: register(client, person, event)] * 8)
    assert len({(one.id, one.status) for one in answers}) == 1
    assert event_row(db, event).seats_taken_count == 1
    assert_counters(db, event)


def test_a_seat_that_is_given_up_goes_to_who_waits(db: Database, crowd: list[int]) -> None:
    for _ in range(ROUNDS):
        event = hold(db, db.alumnus(), max_attendees=1)
        holder, waiting, late = crowd[:3]
        register(db, holder, event)
        register(db, waiting, event)
        together(
            db,
            lambda client: client.call("event_withdraw", holder, event),  # noqa: B023
            lambda client: register(client, late, event),  # noqa: B023
        )
        assert state_of(db, waiting, event) == "offered"
        assert state_of(db, late, event) == "waitlisted"
        assert_counters(db, event)


def test_more_seats_while_somebody_registers(db: Database, crowd: list[int]) -> None:
    for turn in range(ROUNDS):
        creator, people = crowd[9], crowd[:4]
        event = hold(db, creator, max_attendees=1)
        register(db, people[0], event)
        if turn % 2:
            register(db, people[1], event)
        answers = together(
            db,
            lambda client: change(client, creator, event, max_attendees=2),  # noqa: B023
            lambda client: register(client, people[2], event),  # noqa: B023
            lambda client: register(client, people[3], event),  # noqa: B023
        )
        assert not [one for one in answers if isinstance(one, Refused)]
        row = event_row(db, event)
        assert row.seats_taken_count == 2
        if turn % 2:
            assert state_of(db, people[1], event) == "offered"
        assert_counters(db, event)


def test_fewer_seats_while_somebody_registers(db: Database, crowd: list[int]) -> None:
    for _ in range(ROUNDS):
        creator, people = crowd[9], crowd[:2]
        event = hold(db, creator, max_attendees=2)
        register(db, people[0], event)
        edited, _ = together(
            db,
            lambda client: change(client, creator, event, max_attendees=1),  # noqa: B023
            lambda client: register(client, people[1], event),  # noqa: B023
        )
        row = event_row(db, event)
        if isinstance(edited, Refused):
            assert (edited.status, row.seats_taken_count) == (409, 2)
        else:
            assert (row.max_attendees, row.seats_taken_count, row.waiting_count) == (1, 1, 1)
        assert_counters(db, event)


def test_two_withdraw_at_once(db: Database, crowd: list[int]) -> None:
    for _ in range(ROUNDS):
        event, people = hold(db, crowd[9], max_attendees=2), crowd[:5]
        for person in people:
            register(db, person, event)
        together(
            db,
            lambda client: client.call("event_withdraw", people[0], event),  # noqa: B023
            lambda client: client.call("event_withdraw", people[1], event),  # noqa: B023
        )
        states = [state_of(db, person, event) for person in people]
        assert states == ["cancelled", "cancelled", "offered", "offered", "waitlisted"]
        assert_counters(db, event)


def test_an_offer_is_accepted_while_it_runs_out(db: Database, crowd: list[int]) -> None:
    ends = Counter[str]()
    for _ in range(ROUNDS):
        event, people = hold(db, crowd[9], max_attendees=1), crowd[:3]
        for person in people:
            register(db, person, event)
        db.call("event_withdraw", people[0], event)
        # It runs out at a moment that lies between the two, or does not.
        accepted, *_ = together(
            db,
            lambda client: client.call("event_offer_accept", people[1], event),  # noqa: B023
            lambda client: let_lapse(client, people[1], event),  # noqa: B023
            lambda client: client.call("events_settle", None, None),
            lambda client: client.call("events_settle", None, None),
        )
        db.call("events_settle", None, None)
        mine, next_one = (state_of(db, person, event) for person in people[1:])
        if isinstance(accepted, Refused):
            assert accepted.status == 409
            assert (mine, next_one) == ("expired", "offered")
        else:
            assert (mine, next_one) == ("registered", "waitlisted")
        ends[str(mine)] += 1
        assert_counters(db, event)
    assert sum(ends.values()) == ROUNDS


def test_parallel_schedulers_do_each_thing_once(db: Database, crowd: list[int]) -> None:
    events, lines = [], []
    for turn in range(6):
        event = hold(db, crowd[9], max_attendees=1)
        people = crowd[100 + 3 * turn : 103 + 3 * turn]
        for person in people:
            register(db, person, event)
        db.call("event_withdraw", people[0], event)
        let_lapse(db, people[1], event)
        events.append(event)
        lines.append(people)
    together(db, *[lambda client: client.call("events_settle", None, None)] * 6)
    for event, people in zip(events, lines, strict=True):
        states = [state_of(db, person, event) for person in people]
        assert states == ["cancelled", "expired", "offered"]
        assert_counters(db, event)
        mails = db.rows(
            "SELECT recipient_id, template, COUNT(*) AS many FROM mail_outbox"
            " WHERE template IN ('event_offered', 'event_offer_expired')"
            " AND recipient_id IN (%s, %s) AND data ->> '$.event_id' = %s"
            " GROUP BY recipient_id, template",
            *people[1:],
            event,
        )
        assert {(mail.recipient_id, mail.template, mail.many) for mail in mails} == {
            (people[1], "event_offered", 1),
            (people[1], "event_offer_expired", 1),
            (people[2], "event_offered", 1),
        }


def test_one_is_cancelled_while_people_register(db: Database, crowd: list[int]) -> None:
    for _ in range(ROUNDS // 2):
        creator, people = crowd[9], crowd[:6]
        event = hold(db, creator, max_attendees=3)
        answers = together(
            db,
            lambda client: client.call("event_cancel", creator, event, "Rain."),  # noqa: B023
            *[
                lambda client, person=person: register(client, person, event)  # noqa: B023
                for person in people
            ],
        )
        told = {
            row.recipient_id
            for row in db.rows(
                "SELECT recipient_id FROM mail_outbox WHERE template = 'event_cancelled'"
                " AND data ->> '$.event_id' = %s",
                event,
            )
        }
        for person, answer in zip(people, answers[1:], strict=True):
            # Who got in before it was called off is told; who came after got a sentence.
            assert (person in told) != isinstance(answer, Refused)
        assert_counters(db, event)


def test_events_of_one_name_race_for_their_slugs(db: Database, crowd: list[int]) -> None:
    creators = crowd[:24]
    answers = together(
        db,
        *[
            lambda client, creator=creator: hold(client, creator, title="Große Frage: wer?")
            for creator in creators
        ],
    )
    rows = db.rows("SELECT slug FROM events WHERE title = 'Große Frage: wer?'")
    names = {"grosse-frage-wer", *(f"grosse-frage-wer-{n}" for n in range(2, 25))}
    assert {row.slug for row in rows} == names, answers


def test_a_form_sent_twice_at_once_makes_one_event(db: Database, crowd: list[int]) -> None:
    creator = crowd[150]
    answers = together(db, *[lambda client: hold(client, creator, idempotency_key="k" * 24)] * 6)
    assert len(set(map(str, answers))) == 1
    assert db.value("SELECT COUNT(*) FROM events WHERE creator_id = %s", creator) == 1


def test_many_events_at_once_do_not_meet_in_a_deadlock(db: Database, crowd: list[int]) -> None:
    creators = crowd[100:108]
    events = [hold(db, creator, max_attendees=3) for creator in creators]

    def life(number: int) -> Callable[[Client], object]:
        event = events[number]

        def act(client: Client) -> None:
            for turn in range(4):
                mine = crowd[number : 8 * 8 : 8]
                for person in mine:
                    client.call("event_register", person, event, 0)
                for person in mine[turn:]:
                    client.call("event_withdraw", person, event)
            change(
                client,
                creators[number],
                event,
                starts_at=in_hours(client, 300),
                ends_at=in_hours(client, 301),
            )

        return act

    answers = together(db, *[life(number) for number in range(8)])
    assert not [one for one in answers if one is not None]
    for event in events:
        assert_counters(db, event)


def test_the_table_itself_sells_no_seat_twice(db: Database, crowd: list[int]) -> None:
    event, people = hold(db, crowd[9], max_attendees=1), crowd[:2]
    for person in people:
        register(db, person, event)
    with pytest.raises(mysql.connector.Error, match="ck_events_seats_taken_count"):
        db.rows("UPDATE event_registrations SET status = 'registered' WHERE event_id = %s", event)
    assert_counters(db, event)
