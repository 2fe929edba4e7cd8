"""Speakers: invited, confirmed, declined, presented; in which order; who is told; who may not."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import mysql.connector
import pytest

from tests.support.accounts import mails_to
from tests.support.database import Client, Database, Refused
from tests.support.event_rows import event, registration


def refused(call: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value


@pytest.fixture(scope="module")
def creator(db: Database) -> int:
    """Return a student who makes events."""
    return db.student("Sana", "Starter")


def invite(
    db: Client, actor: int, event_id: int, user: int, title: str = "Databases", **more: Any
) -> int:
    values = {"session_title": title, **more}
    return int(db.call("event_speaker_invite", actor, event_id, user, **values).speaker.id)


def status(db: Client, speaker: int) -> str:
    return str(db.value("SELECT status FROM event_speakers WHERE id = %s", speaker))


def order(db: Client, actor: int, event_id: int) -> list[int]:
    return [int(row.id) for row in db.call("event_speakers_read", actor, event_id).speakers]


def test_from_the_invitation_to_the_talk(db: Database, creator: int) -> None:
    one, alumna = event(db, creator), db.alumnus("Ines", "Invited")
    during = db.value("SELECT starts_at + INTERVAL 1 HOUR FROM events WHERE id = %s", one)
    speaker = invite(
        db, creator, one, alumna, "Databases 😀", topic="All of **it**", session_starts_at=during
    )
    assert status(db, speaker) == "invited"
    assert mails_to(db, alumna)[-1] == "speaker_invited"
    (waiting,) = db.call("event_invitations", alumna).invitations
    assert (waiting.id, waiting.session_title, waiting.can_answer) == (speaker, "Databases 😀", 1)
    assert waiting.inviter_name == "Sana Starter"
    told = len(mails_to(db, creator))
    db.call("event_speaker_answer", alumna, speaker, "confirm", "With pleasure")
    db.call("event_speaker_answer", alumna, speaker, "confirm", "With pleasure")
    assert status(db, speaker) == "confirmed"
    assert mails_to(db, creator)[told:] == ["speaker_answered"], "the same answer tells once"
    assert refused(lambda: db.call("event_speaker_presented", creator, speaker, 1)).status == 409
    (seen,) = db.call("event_speakers_read", creator, one).speakers
    assert (seen.answer_note, seen.session_starts_at) == ("With pleasure", during)
    db.rows("UPDATE events SET starts_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR WHERE id = %s", one)
    db.call("event_speaker_presented", creator, speaker, 1)
    assert status(db, speaker) == "presented"
    assert (
        refused(lambda: db.call("event_speaker_answer", alumna, speaker, "decline")).status == 409
    )
    db.call("event_speaker_presented", creator, speaker, 0)
    assert status(db, speaker) == "confirmed"
    log = [
        row.action
        for row in db.rows(
            "SELECT action FROM admin_activity_log WHERE subject_table = 'event_speakers'"
            " AND subject_id = %s ORDER BY id",
            speaker,
        )
    ]
    assert log == [
        "event_speaker_invite",
        "event_speaker_answer",
        "event_speaker_presented",
        "event_speaker_presented",
    ]


def test_an_answer_can_be_changed_and_an_invitation_repeated(db: Database, creator: int) -> None:
    one, alumnus = event(db, creator), db.alumnus()
    speaker = invite(db, creator, one, alumnus)
    assert refused(lambda: invite(db, creator, one, alumnus)).status == 409
    db.call("event_speaker_answer", alumnus, speaker, "decline", "Abroad")
    assert status(db, speaker) == "declined"
    db.call("event_speaker_answer", alumnus, speaker, "confirm")
    db.call("event_speaker_answer", alumnus, speaker, "decline")
    assert invite(db, creator, one, alumnus, "Another title") == speaker
    row = db.row("SELECT * FROM event_speakers WHERE id = %s", speaker)
    assert (row.status, row.answered_at, row.session_title) == ("invited", None, "Another title")
    assert mails_to(db, alumnus).count("speaker_invited") == 2


def test_who_invites_themselves_has_said_yes(db: Database) -> None:
    alumnus = db.alumnus()
    one = event(db, alumnus)
    mails = mails_to(db, alumnus)
    assert status(db, invite(db, alumnus, one, alumnus)) == "confirmed"
    assert mails_to(db, alumnus) == mails


def test_the_same_form_twice_is_one_invitation(db: Database, creator: int) -> None:
    one, alumnus = event(db, creator), db.alumnus()
    first = invite(db, creator, one, alumnus, idempotency_key="k-1")
    assert invite(db, creator, one, alumnus, idempotency_key="k-1") == first
    assert mails_to(db, alumnus).count("speaker_invited") == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"session_title": None}, "session_title"),
        ({"session_title": " \u200b"}, "session_title"),
        ({"topic": "a\0"}, "topic"),
        ({"session_starts_at": dt.datetime(2001, 1, 1)}, "session_starts_at"),  # noqa: DTZ001
        ({"user_id": 10**9}, "user_id"),
        ({"user_id": None}, "user_id"),
    ],
)
def test_an_invitation_that_makes_no_sense(
    db: Database, creator: int, changes: dict[str, Any], field: str
) -> None:
    one = event(db, creator)
    values = {"user_id": db.alumnus(), "session_title": "T", **changes}
    refusal = refused(lambda: db.call("event_speaker_invite", creator, one, **values))
    assert (refusal.status, refusal.field) == (422, field)
    assert order(db, creator, one) == []


def test_only_alumni_who_may_be_seen(db: Database, creator: int) -> None:
    one = event(db, creator)
    hidden, blocked = db.alumnus(), db.alumnus()
    db.rows(
        "REPLACE INTO privacy_settings (user_id, field, audience)"
        " VALUES (%s, 'profile', 'only_me')",
        hidden,
    )
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", blocked)
    for person in (db.student(), db.admin(), hidden, blocked):
        assert refused(partial(invite, db, creator, one, person)).field == "user_id"


def test_who_may_not(db: Database, creator: int) -> None:
    one, speaker_id = event(db, creator), db.alumnus()
    speaker = invite(db, creator, one, speaker_id)
    draft = event(db, creator, status="draft")
    stranger = db.alumnus()
    calls = (
        ("event_speaker_invite", [one, stranger, "T"]),
        ("event_speaker_edit", [speaker, "T"]),
        ("event_speaker_move", [speaker, "up"]),
        ("event_speaker_remove", [speaker]),
        ("event_speaker_presented", [speaker, 1]),
        ("event_speakers_read", [one]),
        ("event_helpers_read", [one]),
        ("event_helper_add", [one, stranger]),
        ("event_helper_remove", [one, stranger]),
        ("event_registrants", [one]),
    )
    for name, arguments in calls:
        for actor, expected in ((None, 401), (stranger, 403), (speaker_id, 403)):
            assert refused(partial(db.call, name, actor, *arguments)).status == expected, name
    for name in ("event_speakers_read", "event_helpers_read", "event_registrants"):
        assert refused(partial(db.call, name, stranger, draft)).status == 404, "a draft"
    assert (
        refused(lambda: db.call("event_speaker_answer", creator, speaker, "confirm")).status == 404
    )
    for name in ("event_invitations", "event_speaker_answer"):
        assert refused(partial(db.call, name, None)).status == 401
    assert (
        refused(lambda: db.call("event_speaker_answer", speaker_id, speaker, "perhaps")).field
        == "answer"
    )
    assert status(db, speaker) == "invited"
    assert invite(db, db.admin(), one, stranger), "the office may"


def test_an_event_that_is_over_or_cancelled(db: Database, creator: int) -> None:
    alumnus = db.alumnus()
    one = event(db, creator)
    speaker = invite(db, creator, one, alumnus)
    db.rows(
        "UPDATE events SET status = 'cancelled', cancelled_at = UTC_TIMESTAMP(),"
        " cancellation_reason = 'Storm' WHERE id = %s",
        one,
    )
    assert (
        refused(lambda: db.call("event_speaker_answer", alumnus, speaker, "confirm")).status == 409
    )
    assert refused(lambda: invite(db, creator, one, db.alumnus())).status == 409
    (told,) = db.call("event_invitations", alumnus).invitations
    assert told.can_answer == 0
    over = event(db, creator, starts_in=-5)
    assert refused(lambda: invite(db, creator, over, db.alumnus())).status == 409
    db.rows("UPDATE events SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s", one)
    assert db.call("event_invitations", alumnus).invitations == []
    assert (
        refused(lambda: db.call("event_speaker_answer", alumnus, speaker, "decline")).status == 404
    )


def test_the_order_of_the_programme(db: Database, creator: int) -> None:
    one = event(db, creator)
    first, second, third = (invite(db, creator, one, db.alumnus()) for _ in range(3))
    assert order(db, creator, one) == [first, second, third]
    db.call("event_speaker_move", creator, third, "up")
    assert order(db, creator, one) == [first, third, second]
    db.call("event_speaker_move", creator, first, "up")
    db.call("event_speaker_move", creator, second, "down")
    assert order(db, creator, one) == [first, third, second], "the ends stay"
    db.call("event_speaker_move", creator, first, "down")
    assert order(db, creator, one) == [third, first, second]
    assert refused(lambda: db.call("event_speaker_move", creator, first, "left")).status == 422
    told = db.value("SELECT user_id FROM event_speakers WHERE id = %s", first)
    db.call("event_speaker_remove", creator, first)
    assert mails_to(db, told)[-1] == "speaker_removed"
    assert order(db, creator, one) == [third, second]
    fourth = invite(db, creator, one, db.alumnus())
    assert order(db, creator, one) == [third, second, fourth]
    assert refused(lambda: db.call("event_speaker_remove", creator, first)).status == 404


def test_a_changed_session_is_told(db: Database, creator: int) -> None:
    one, alumnus = event(db, creator), db.alumnus()
    speaker = invite(db, creator, one, alumnus)
    db.call("event_speaker_edit", creator, speaker, "Databases", "Now with a topic")
    assert mails_to(db, alumnus).count("speaker_changed") == 0
    db.call("event_speaker_edit", creator, speaker, "Indexes", None)
    assert mails_to(db, alumnus).count("speaker_changed") == 1
    assert refused(lambda: db.call("event_speaker_edit", creator, speaker, "")).field == (
        "session_title"
    )


def test_candidates_are_found_in_the_directory(db: Database, creator: int) -> None:
    one, alumna = event(db, creator), db.alumnus("Zenobia", "Quaxworth")
    db.call("directory_rebuild", None, alumna)
    assert db.call("event_speakers_read", creator, one).people == []
    page = db.call("event_speakers_read", creator, one, "zeno quax")
    assert [person.id for person in page.people] == [alumna]
    assert db.call("event_helpers_read", creator, one, "students", "zeno").people == []
    assert refused(lambda: db.call("event_helpers_read", creator, one, "staff")).status == 422


def test_the_view(db: Database, creator: int) -> None:
    one, draft = event(db, creator), event(db, creator, status="draft")
    yes, no = db.alumnus("Vera", "View"), db.alumnus()
    speaker = invite(db, creator, one, yes)
    invite(db, creator, draft, yes)
    db.call("event_speaker_answer", no, invite(db, creator, one, no), "decline")
    rows = db.rows(
        "SELECT id, speaker_name, status, position FROM vw_event_speakers"
        " WHERE event_id IN (%s, %s)",
        one,
        draft,
    )
    assert [tuple(row.values()) for row in rows] == [(speaker, "Vera View", "invited", 1)]


def test_the_dashboard_has_what_waits(db: Database, creator: int) -> None:
    alumnus = db.alumnus()
    waiting = [invite(db, creator, event(db, creator), alumnus) for _ in range(2)]
    db.call("event_speaker_answer", alumnus, waiting[0], "decline")
    rows = db.call("_dashboard_invitations", alumnus).invitations
    assert [row.id for row in rows] == waiting[1:]


def test_two_invite_the_same_alumnus_at_once(db: Database, creator: int) -> None:
    one, alumnus, admin = event(db, creator), db.alumnus(), db.admin()
    start = threading.Barrier(4)
    results: list[object] = []

    def run(actor: int) -> None:
        with db.connect() as client:
            start.wait()
            try:
                results.append(invite(client, actor, one, alumnus))
            except (Refused, mysql.connector.Error) as error:
                results.append(error)

    threads = [threading.Thread(target=run, args=(who,)) for who in (creator, admin) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([found for found in results if isinstance(found, int)]) == 1
    assert all(isinstance(f, int) or (isinstance(f, Refused) and f.status == 409) for f in results)
    assert mails_to(db, alumnus).count("speaker_invited") == 1


def test_helpers(db: Database, creator: int) -> None:
    one, helper = event(db, creator, starts_in=1), db.student("Hugo", "Helper")
    db.call("event_helper_add", creator, one, helper)
    db.call("event_helper_add", creator, one, helper)
    assert mails_to(db, helper).count("helper_added") == 1
    (row,) = db.call("event_helpers_read", creator, one).helpers
    assert (row.user_id, row.name) == (helper, "Hugo Helper")
    guest = registration(db, one, db.student())
    db.call("event_check_in", helper, guest)
    assert refused(lambda: db.call("event_helper_add", helper, one, helper)).status == 403
    db.call("event_helper_remove", creator, one, helper)
    db.call("event_helper_remove", creator, one, helper)
    assert refused(lambda: db.call("event_check_in", helper, guest)).status == 403
    for person in (None, 10**9):
        assert refused(partial(db.call, "event_helper_add", creator, one, person)).field == (
            "user_id"
        )
