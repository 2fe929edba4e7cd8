"""Whatever happens to the seats of an event, in whatever order: a small model knows who has one.

Hypothesis lets seven people register with guests, change their mind, take, leave and miss offers,
while the creator changes the number of seats and time goes by; after every step each registration
is what the model says, the counters equal a recount, and no seat is sold twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.support.database import Database, Refused
from tests.support.events import assert_counters, change, hold, let_lapse

PEOPLE = 7
MOST_GUESTS = 2
SEATED = ("registered", "offered")
who_acts = st.integers(0, PEOPLE - 1)


@dataclass
class Registration:
    """What the model knows of one."""

    status: str
    guests: int
    number: int | None = None
    is_lapsed: bool = False

    @property
    def seats(self) -> int:
        return 1 + self.guests


class Model:
    """The seats of one event."""

    def __init__(self, capacity: int | None) -> None:
        self.capacity = capacity
        self.last_number = 0
        self.all: dict[int, Registration] = {}

    @property
    def taken(self) -> int:
        return sum(one.seats for one in self.all.values() if one.status in SEATED)

    @property
    def line(self) -> list[Registration]:
        waiting = [one for one in self.all.values() if one.status == "waitlisted"]
        return sorted(waiting, key=lambda one: one.number or 0)

    def fits(self, seats: int) -> bool:
        return self.capacity is None or self.taken + seats <= self.capacity

    def settle(self) -> None:
        """Let what has run out lapse, then offer seats down the line; nobody is overtaken."""
        for one in self.all.values():
            if one.status == "offered" and one.is_lapsed:
                one.status = "expired"
        for one in self.line:
            if not self.fits(one.seats):
                break
            one.status, one.is_lapsed = "offered", False


class Seats(RuleBasedStateMachine):
    """One event, its creator, seven people."""

    db: ClassVar[Database]
    people: ClassVar[list[int]]
    creator: ClassVar[int]

    @initialize(capacity=st.one_of(st.none(), st.integers(1, 6)))
    def announce(self, capacity: int | None) -> None:
        self.model = Model(capacity)
        self.event = hold(self.db, self.creator, max_attendees=capacity, max_guests=MOST_GUESTS)

    def refused(self, procedure: str, who: int, *values: object) -> bool:
        try:
            self.db.call(procedure, self.people[who], self.event, *values)
        except Refused as refusal:
            assert refusal.status in (404, 409, 422), refusal
            return True
        return False

    def one(self, who: int) -> Registration:
        return self.model.all.get(who) or Registration("none", 0)

    @rule(who=who_acts, guests=st.integers(0, MOST_GUESTS))
    def register(self, who: int, guests: int) -> None:
        model, now = self.model, self.one(who)
        too_many = model.capacity is not None and 1 + guests > model.capacity
        is_new = now.status not in ("registered", "waitlisted", "offered")
        assert self.refused("event_register", who, guests) == (is_new and too_many)
        if is_new and not too_many:
            model.settle()
            if not model.line and model.fits(1 + guests):
                model.all[who] = Registration("registered", guests)
            else:
                model.last_number += 1
                model.all[who] = Registration("waitlisted", guests, model.last_number)

    @rule(who=who_acts, guests=st.integers(0, MOST_GUESTS))
    def bring(self, who: int, guests: int) -> None:
        model, now = self.model, self.one(who)
        will_lapse = now.status == "offered" and now.is_lapsed
        # Who waits may be offered a seat by this very call; with the lapsed offers gone.
        before = {key: vars(one).copy() for key, one in model.all.items()}
        model.settle()
        now = self.one(who)
        more = guests - now.guests
        allowed = now.status in ("registered", "waitlisted", "offered") and (
            more <= 0 or (now.status in SEATED and not model.line and model.fits(more))
        )
        assert self.refused("event_registration_edit", who, guests) == (not allowed)
        if allowed:
            now.guests = guests
            model.settle()
        else:
            assert not will_lapse or now.status == "expired"
            for key, values in before.items():
                vars(model.all[key]).update(values)

    @rule(who=who_acts)
    def withdraw(self, who: int) -> None:
        now = self.one(who)
        assert self.refused("event_withdraw", who) == (now.status == "none")
        if now.status != "none":
            if now.status in ("registered", "waitlisted", "offered"):
                now.status = "cancelled"
            self.model.settle()

    @rule(who=who_acts)
    def accept(self, who: int) -> None:
        now = self.one(who)
        if now.status != "none":
            self.model.settle()
        is_refused = now.status not in SEATED
        assert self.refused("event_offer_accept", who) == is_refused
        if now.status == "offered":
            now.status = "registered"

    @rule(who=who_acts)
    def decline(self, who: int) -> None:
        now = self.one(who)
        is_refused = now.status not in ("offered", "cancelled", "expired")
        assert self.refused("event_offer_decline", who) == is_refused
        if not is_refused:
            if now.status == "offered":
                now.status = "cancelled"
            self.model.settle()

    @rule(capacity=st.one_of(st.none(), st.integers(1, 8)))
    def change_the_seats(self, capacity: int | None) -> None:
        model = self.model
        needed = max([model.taken, *(one.seats for one in model.line)], default=0)
        is_refused = capacity is not None and capacity < needed
        try:
            change(self.db, self.creator, self.event, max_attendees=capacity)
        except Refused as refusal:
            assert is_refused
            assert (refusal.status, refusal.field) == (409, "max_attendees")
        else:
            assert not is_refused
            model.capacity = capacity
            model.settle()

    @rule(who=who_acts)
    def miss_the_offer(self, who: int) -> None:
        now = self.one(who)
        if now.status == "offered":
            let_lapse(self.db, self.people[who], self.event)
            now.is_lapsed = True

    @rule()
    def a_minute_goes_by(self) -> None:
        assert self.db.call("events_settle", None, None).settlement.failed_count == 0
        if any(one.status == "offered" and one.is_lapsed for one in self.model.all.values()):
            self.model.settle()

    @invariant()
    def everybody_has_what_the_model_says(self) -> None:
        rows = self.db.rows(
            "SELECT user_id, status, guests_count AS guests, queue_number AS number"
            " FROM event_registrations WHERE event_id = %s",
            self.event,
        )
        found = {row.user_id: (row.status, row.guests, row.number) for row in rows}
        assert found == {
            self.people[who]: (one.status, one.guests, one.number)
            for who, one in self.model.all.items()
        }
        assert_counters(self.db, self.event)

    @invariant()
    def whoever_is_offered_a_seat_has_a_mail_about_it(self) -> None:
        rows = self.db.rows(
            "SELECT h.to_status, COUNT(*) AS many FROM event_registrations AS r"
            " JOIN event_registration_history AS h ON h.event_registration_id = r.id"
            " WHERE r.event_id = %s AND h.to_status IN ('offered', 'registered', 'expired')"
            " GROUP BY h.to_status",
            self.event,
        )
        mails = self.db.rows(
            "SELECT template, COUNT(*) AS many FROM mail_outbox"
            " WHERE template IN ('event_offered', 'event_registered', 'event_offer_expired')"
            " AND data ->> '$.event_id' = %s GROUP BY template",
            self.event,
        )
        names = {
            "offered": "event_offered",
            "registered": "event_registered",
            "expired": "event_offer_expired",
        }
        assert {names[row.to_status]: row.many for row in rows} == {
            mail.template: mail.many for mail in mails
        }

    def teardown(self) -> None:
        # The outbox is searched by what it holds: it stays small.
        self.db.rows("DELETE FROM mail_outbox WHERE template LIKE 'event%'")


@pytest.mark.parametrize("turn", range(2))
def test_any_order_of_registrations_is_fair(db: Database, turn: int) -> None:
    Seats.db, Seats.creator = db, db.alumnus()
    Seats.people = [db.student() for _ in range(PEOPLE)]
    run_state_machine_as_test(
        Seats,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
