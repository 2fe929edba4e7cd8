"""Blocks hold everywhere and in both directions; reports reach the office."""

from __future__ import annotations

import threading

import pytest

from tests.support.database import Database, Refused, Row
from tests.support.profiles import follow


def finds(db: Database, viewer: int, person: int, search: str = "Zebulon") -> bool:
    """Whether the directory of alumni shows a person to a viewer."""
    page = db.call("alumni_search", viewer, search=search, limit=50)
    return person in {row.id for row in page.people}


@pytest.fixture
def pair(db: Database) -> tuple[int, int]:
    """Two alumni who can see each other."""
    return db.alumnus("Zebulon", "One"), db.alumnus("Zebulon", "Two")


def block_directions(pair: tuple[int, int]) -> list[tuple[int, int]]:
    return [pair, pair[::-1]]


def test_who_is_blocked_is_nowhere_in_either_direction(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    follow(db, one, two)
    follow(db, two, one)
    assert finds(db, one, two)
    assert db.call("person_block", one, two).person.is_blocked == 1
    for viewer, owner in block_directions(pair):
        assert not finds(db, viewer, owner)
        for procedure in ("profile_read", "profile_open", "person_follow"):
            with pytest.raises(Refused, match="Person not found") as refused:
                db.call(procedure, viewer, owner)
            assert refused.value.status == 404
        assert db.value("SELECT can_see_person(%s, %s, 'photo')", viewer, owner) == 0
    assert db.value("SELECT COUNT(*) FROM follows WHERE follower_id IN (%s, %s)", one, two) == 0, (
        "what they followed has ended"
    )


def test_others_and_the_office_see_them_as_before(db: Database, pair: tuple[int, int]) -> None:
    db.call("person_block", *pair)
    for viewer in (db.student(), db.admin()):
        for person in pair:
            assert finds(db, viewer, person)
            assert db.call("profile_read", viewer, person).person.id == person


def test_a_block_is_taken_back_by_who_made_it(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    db.call("person_block", one, two)
    db.call("person_unblock", two, one)
    assert not finds(db, two, one), "the other one cannot take it back"
    db.call("person_unblock", one, two)
    assert finds(db, two, one)
    assert finds(db, one, two)


def test_both_can_block_and_both_have_to_take_it_back(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    db.call("person_block", one, two)
    db.call("person_block", two, one)
    db.call("person_block", two, one)
    db.call("person_unblock", one, two)
    assert not finds(db, one, two)
    db.call("person_unblock", two, one)
    assert finds(db, one, two)


def test_two_who_block_each_other_at_once(db: Database) -> None:
    pairs = [(db.alumnus(), db.alumnus()) for _ in range(4)]
    failures: list[Exception] = []

    def block(actor: int, other: int, start: threading.Barrier) -> None:
        with db.connect() as client:
            start.wait()
            try:
                client.call("person_block", actor, other)
            except Exception as failure:  # noqa: BLE001 - told below
                failures.append(failure)

    for pair in pairs:
        start = threading.Barrier(2)
        threads = [
            threading.Thread(target=block, args=(*direction, start))
            for direction in block_directions(pair)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures
        found = db.value("SELECT COUNT(*) FROM user_blocks WHERE blocker_id IN (%s, %s)", *pair)
        assert found == 2


def test_who_cannot_be_blocked(db: Database) -> None:
    me, admin = db.alumnus(), db.admin()
    hidden = db.alumnus()
    db.call("privacy_save", hidden, "profile", "only_me")
    for actor, person, status in (
        (None, me, 401),
        (me, me, 409),
        (me, admin, 409),
        (admin, me, 409),
        (me, 0, 404),
        (me, hidden, 404),
    ):
        with pytest.raises(Refused) as refused:
            db.call("person_block", actor, person)
        assert refused.value.status == status, (actor, person)


def test_the_list_of_the_blocked_has_pages(db: Database) -> None:
    me = db.alumnus()
    others = [db.student("Bo", f"Number {number}") for number in range(5)]
    for other in others:
        db.call("person_block", me, other)
    seen, after = [], None
    while True:
        page = db.call("person_blocks", me, after, 2)
        seen += [row.id for row in page.people]
        after = page.page.next_after
        if after is None:
            break
    assert seen == others
    assert db.call("person_blocks", others[0]).people == [], "nobody is told who blocked them"


# Reports


def test_a_person_is_reported_once(db: Database, pair: tuple[int, int]) -> None:
    me, other = pair
    form = db.call("content_report_form_read", me, "person", other).content
    assert (form.author_id, form.is_reported) == (other, 0)
    report = db.call("content_report", me, "person", other, "spam", "Sells watches.").report
    assert report.status == "open"
    with pytest.raises(Refused, match="already") as refused:
        db.call("content_report", me, "person", other, "hate", None)
    assert refused.value.status == 409
    assert db.call("content_report_form_read", me, "person", other).content.is_reported == 1


@pytest.mark.parametrize(
    ("values", "status", "field"),
    [
        (("person", "me", "spam", None), 409, None),
        (("person", 0, "spam", None), 404, None),
        (("person", "other", "nonsense", None), 422, "reason"),
        (("person", "other", None, None), 422, "reason"),
        (("person", "other", "other", None), 422, "note"),
        (("person", "other", "spam", "x" * 1001), 422, "note"),
        (("nonsense", "other", "spam", None), 422, "subject"),
        (("message", 0, "spam", None), 404, None),
    ],
)
def test_what_cannot_be_reported(
    db: Database,
    pair: tuple[int, int],
    values: tuple[str, str | int, str, str],
    status: int,
    field: str | None,
) -> None:
    me, other = pair
    subject, subject_id, reason, note = values
    who = {"me": me, "other": other}.get(str(subject_id), 0)
    with pytest.raises(Refused) as refused:
        db.call("content_report", me, subject, who, reason, note)
    assert (refused.value.status, refused.value.field) == (status, field)


def test_only_who_can_read_a_message_reports_it(db: Database, pair: tuple[int, int]) -> None:
    me, other = pair
    conversation = db.value("SELECT 1 + COALESCE(MAX(id), 0) FROM conversations")
    db.rows(
        "INSERT INTO conversations (id, user_one_id, user_two_id, state)"
        " VALUES (%s, %s, %s, 'open')",
        conversation,
        *sorted(pair),
    )
    for user, their in block_directions(pair):
        db.rows(
            "INSERT INTO conversation_participants (user_id, conversation_id, other_id)"
            " VALUES (%s, %s, %s)",
            user,
            conversation,
            their,
        )
    db.rows(
        "INSERT INTO messages (conversation_id, sender_id, body) VALUES (%s, %s, 'Rude words')",
        conversation,
        other,
    )
    message = db.value("SELECT MAX(id) FROM messages WHERE sender_id = %s", other)
    with pytest.raises(Refused) as refused:
        db.call("content_report", db.student(), "message", message, "harassment")
    assert refused.value.status == 404
    with pytest.raises(Refused) as refused:
        db.call("content_report", other, "message", message, "harassment")
    assert refused.value.status == 409
    db.call("content_report", me, "message", message, "harassment")
    admin = db.admin()
    report = next(
        row for row in reports(db, admin) if (row.subject, row.subject_id) == ("message", message)
    )
    assert (report.excerpt, report.author_id) == ("Rude words", other)
    db.call("content_report_decide", admin, report.id, "uphold", "It is rude.")
    assert db.value("SELECT is_deleted FROM messages WHERE id = %s", message) == 1


def reports(db: Database, admin: int, status: str = "open") -> list[Row]:
    """Return all reports in a state."""
    found: list[Row] = []
    after = None
    while True:
        page = db.call("content_reports", admin, status, after, 50)
        found += page.reports
        after = page.page.next_after
        if after is None:
            return found


def test_one_decision_for_all_who_reported_the_same(db: Database) -> None:
    author, admin = db.alumnus(), db.admin()
    ids = [
        db.call("content_report", db.student(), "person", author, "untrue").report.id
        for _ in range(3)
    ]
    db.call("content_report_decide", admin, ids[1], "dismiss", "It is true.")
    dismissed = {row["id"] for row in reports(db, admin, "dismissed")}
    assert dismissed >= set(ids)
    with pytest.raises(Refused) as refused:
        db.call("content_report_decide", admin, ids[0], "uphold")
    assert refused.value.status == 409
    assert (
        db.value(
            "SELECT COUNT(*) FROM admin_activity_log WHERE subject_table = 'content_reports'"
            " AND subject_id = %s AND actor_id = %s",
            ids[1],
            admin,
        )
        == 1
    )


def test_only_the_office_reads_and_decides(db: Database) -> None:
    report = db.call("content_report", db.student(), "person", db.alumnus(), "spam").report.id
    for actor, status in ((db.alumnus(), 403), (db.student(), 403), (None, 401)):
        for name, arguments in (
            ("content_reports", [None]),
            ("content_report_decide", [report, "uphold"]),
        ):
            with pytest.raises(Refused) as refused:
                db.call(name, actor, *arguments)
            assert refused.value.status == status


def test_too_many_reports_in_a_day(db: Database) -> None:
    me = db.student()
    most = db.value("SELECT value FROM settings WHERE name = 'content_reports_per_day'")
    db.rows("UPDATE settings SET value = '2' WHERE name = 'content_reports_per_day'")
    try:
        for _ in range(2):
            db.call("content_report", me, "person", db.alumnus(), "spam")
        with pytest.raises(Refused) as refused:
            db.call("content_report", me, "person", db.alumnus(), "spam")
    finally:
        db.rows("UPDATE settings SET value = %s WHERE name = 'content_reports_per_day'", most)
    assert refused.value.status == 429
