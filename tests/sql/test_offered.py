"""What a page offers, the procedure accepts; what it does not offer, the procedure refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.accounts import email_of, sign_in
from tests.support.database import Database, Refused
from tests.support.event_rows import event as event_of
from tests.support.event_rows import members, registration
from tests.support.events import hold, in_hours, register, shift
from tests.support.mentoring import answer, ask, offer


def _complete(db: Database, me: int, event: int) -> None:
    shift(db, event, 300)
    db.call("event_complete", me, event)


def _run(db: Database, _: int, event: int) -> None:
    shift(db, event, 241)


def _end(db: Database, _: int, event: int) -> None:
    shift(db, event, 300)


def _draft(db: Database, _: int, event: int) -> None:
    db.rows("UPDATE events SET status = 'draft', published_at = NULL WHERE id = %s", event)


def _old_draft(db: Database, me: int, event: int) -> None:
    _end(db, me, event)
    _draft(db, me, event)


STATES: dict[str, Callable[[Database, int, int], object]] = {
    "future": lambda _db, _me, _event: None,
    "running": _run,
    "over": _end,
    "completed": _complete,
    "cancelled": lambda db, me, event: db.call("event_cancel", me, event, "Ill."),
    "draft": _draft,
    "draft of the past": _old_draft,
}
"""How an event in ten days comes into a state."""


def accepts(call: Callable[..., Any], *arguments: Any, **named: Any) -> bool:
    """Tell whether a procedure accepts a call."""
    try:
        call(*arguments, **named)
    except Refused as refused:
        assert refused.status == 409, refused
        return False
    return True


def _edited(db: Database, me: int, event: int) -> dict[str, Any]:
    form = db.call("event_form_read", me, event).event
    names = db.contract("event_edit")[0][2:-1]
    return {**{name: form[name] for name in names}, "venue": "Hall 2"}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("flag", ["can_publish", "can_complete", "can_cancel", "can_change"])
def test_an_event_offers_what_can_be_done(db: Database, state: str, flag: str) -> None:
    me = db.alumnus()
    event = hold(db, me)
    STATES[state](db, me, event)
    offered = db.call("event_read", me, event).event[flag]
    done = {
        "can_publish": lambda: accepts(db.call, "event_publish", me, event),
        "can_complete": lambda: accepts(db.call, "event_complete", me, event),
        "can_cancel": lambda: accepts(db.call, "event_cancel", me, event, "Ill."),
        "can_change": lambda: accepts(db.call, "event_edit", me, event, **_edited(db, me, event)),
    }[flag]()
    assert bool(offered) == done


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("flag", ["can_add_helpers", "can_invite_speakers", "can_set_reminders"])
def test_the_crew_is_offered_what_can_be_done(db: Database, state: str, flag: str) -> None:
    me, other = db.alumnus(), db.alumnus()
    event = hold(db, me)
    STATES[state](db, me, event)
    offered = db.call("event_reminders_read", me, event).event[flag]
    done = {
        "can_add_helpers": lambda: accepts(db.call, "event_helper_add", me, event, other),
        "can_invite_speakers": lambda: accepts(
            db.call, "event_speaker_invite", me, event, other, "On plans", None, None, None
        ),
        "can_set_reminders": lambda: accepts(db.call, "event_reminders_save", me, event, "2"),
    }[flag]()
    assert bool(offered) == done


@pytest.mark.parametrize("state", ["future", "running", "over", "completed", "cancelled"])
def test_a_registration_offers_to_be_changed_while_it_can(db: Database, state: str) -> None:
    me, guest = db.alumnus(), db.student()
    event = hold(db, me)
    register(db, guest, event)
    STATES[state](db, me, event)
    offered = db.call("event_read", guest, event).registration.can_change
    assert bool(offered) == accepts(db.call, "event_withdraw", guest, event)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("status", ["invited", "confirmed", "declined", "presented"])
def test_a_speaker_offers_to_be_marked_while_it_can(db: Database, state: str, status: str) -> None:
    me, other = db.alumnus(), db.alumnus()
    event = hold(db, me)
    db.call("event_speaker_invite", me, event, other, "On plans", None, None, None)
    STATES[state](db, me, event)
    db.rows(
        "UPDATE event_speakers"
        " SET status = %s, answered_at = IF(%s = 'invited', NULL, UTC_TIMESTAMP())"
        " WHERE event_id = %s",
        status,
        status,
        event,
    )
    (speaker,) = db.call("event_speakers_read", me, event).speakers
    assert bool(speaker.is_declined) == (status == "declined")
    assert bool(speaker.is_presented) == (status == "presented")
    assert bool(speaker.can_be_presented) == accepts(
        db.call, "event_speaker_presented", me, speaker.id, 1
    )


def test_an_engagement_that_has_not_begun_cannot_be_started(db: Database) -> None:
    admin, me = db.admin(), db.alumnus()
    engagement = db.call(
        "engagement_propose",
        admin,
        me,
        kind="speaker",
        title="Talk",
        start_date=in_hours(db, 240).date(),
    ).engagement.id
    before = db.call("engagement_read", admin, engagement)
    assert (before.engagement.can_edit, before.engagement.can_delete) == (1, 0)
    assert not db.call("engagement_read", me, engagement).engagement.can_edit
    db.call("engagement_move", me, engagement, "confirmed", "proposed", 1)
    after = db.call("engagement_read", admin, engagement)
    assert not after.engagement.can_edit
    assert "in_progress" not in {move.to_status for move in after.moves}
    db.rows(
        "UPDATE alumni_engagements SET start_date = UTC_DATE() - INTERVAL 1 DAY WHERE id = %s",
        engagement,
    )
    begun = db.call("engagement_read", admin, engagement)
    assert "in_progress" in {move.to_status for move in begun.moves}


@pytest.mark.parametrize(
    ("role", "office", "graduate", "jobs"),
    [("admin", 1, 0, 1), ("alumni", 0, 1, 1), ("student", 0, 0, 0)],
)
def test_the_viewer_is_told_apart_by_what_they_can_do(
    db: Database, role: str, office: int, graduate: int, jobs: int
) -> None:
    person = db.person(role, "Ada", "Able")
    viewer = sign_in(db, email_of(db, person))
    assert (viewer.is_office, viewer.is_graduate, viewer.can_post_jobs) == (office, graduate, jobs)


@pytest.mark.parametrize(
    "status", ["registered", "offered", "waitlisted", "expired", "cancelled", "no_show", "attended"]
)
def test_the_door_offers_to_check_in_who_has_a_seat(db: Database, status: str) -> None:
    creator = db.alumnus()
    event = event_of(db, creator, starts_in=1)
    (guest,) = members(db, 1)
    registration(db, event, guest, status)
    (row,) = db.call("event_check_in_list", creator, event).registrations
    assert bool(row.is_checked_in) == (status == "attended")
    if not row.is_checked_in:
        assert bool(row.has_seat) == accepts(db.call, "event_check_in", creator, row.id)


def test_a_request_offers_goals_and_a_rating_while_it_can(db: Database) -> None:
    me, mentor = db.student(), db.alumnus()
    offer(db, mentor)
    request = ask(db, me, mentor)
    for step in ("requested", "accepted", "completed"):
        if step == "accepted":
            answer(db, mentor, request)
        elif step == "completed":
            db.call("reference_complete", mentor, request, None)
        shown = db.call("reference_read", me, request).request
        assert not db.call("reference_read", mentor, request).request.can_rate
        assert bool(shown.can_set_goals) == accepts(
            db.call, "reference_goal_save", me, request, title="A CV"
        )
        assert bool(shown.can_rate) == accepts(db.call, "reference_rate", me, request, 5, None)
