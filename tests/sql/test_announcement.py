"""Announcements: who posts what for whom, when it is there, what is pinned, mailed and read."""

from __future__ import annotations

import datetime as dt
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import mysql.connector
import pytest

from tests.support.accounts import mails_to, set_setting
from tests.support.cost import handler_reads
from tests.support.database import Client, Database, Row
from tests.support.office import refused
from tests.support.races import at_once
from tests.support.waiting import until


def post(db: Client, author: int, **changes: Any) -> int:
    values = {"title": "News", "content": "Something **happened**.", **changes}
    return int(db.call("announcement_post", author, **values).announcement.id)


def edit(db: Client, actor: int, number: int, **changes: Any) -> Row:
    values = {"title": "News", "content": "Something else.", **changes}
    page = db.call("announcement_edit", actor, number, **values)
    assert isinstance(page.announcement, Row)
    return page.announcement


def state(db: Client, actor: int, number: int) -> str:
    return str(db.call("announcement_read", actor, number).announcement.state)


def listed(db: Client, actor: int, view: str | None = None) -> list[int]:
    """Walk all pages of a list, two rows a page."""
    found: list[int] = []
    after = None
    while True:
        page = db.call("announcement_list", actor, view, after, 2)
        found += [row.id for row in page.announcements]
        after = page.page.next_after
        if after is None:
            return found


def pinned(db: Client, actor: int) -> list[int]:
    return [row.id for row in db.call("announcement_list", actor).pinned]


def unread(db: Client, person: int) -> int:
    return int(db.value("SELECT unread_announcements_count_of(%s, role_of(%s))", person, person))


def later(minutes: float) -> dt.datetime:
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    return now + dt.timedelta(minutes=minutes)


@pytest.fixture(scope="module")
def own(lend: Callable[[str], Database], template: str) -> Database:
    """Return a schema of this module's own: everybody reads everything."""
    return lend(template)


@pytest.fixture
def db(own: Database) -> Iterator[Database]:
    """Return that schema, where nothing is announced and nobody else is active."""
    names = (
        "announcements_per_day",
        "announcements_require_approval",
        "announcement_mails_per_minute",
    )
    before = {name: str(own.value("SELECT setting_of(%s)", name)) for name in names}
    yield own
    for name, value in before.items():
        set_setting(own, name, value)
    own.rows("UPDATE announcement_pins SET announcement_id = NULL")
    own.rows("DELETE FROM announcements")
    own.rows("DELETE FROM mail_outbox")
    own.rows("DELETE FROM idempotency_keys")
    own.rows("UPDATE users SET status = 'blocked' WHERE status = 'active'")


@pytest.fixture
def admin(db: Database) -> int:
    return db.admin()


@pytest.fixture
def alumnus(db: Database) -> int:
    return db.alumnus()


@pytest.fixture
def student(db: Database) -> int:
    return db.student()


def test_each_audience_reads_its_own(db: Database, admin: int, alumnus: int, student: int) -> None:
    for_all = post(db, student)
    for_alumni = post(db, admin, target_audience="alumni_only")
    for_students = post(db, alumnus, target_audience="students_only")
    assert listed(db, student) == [for_students, for_all]
    assert listed(db, alumnus) == [for_alumni, for_all], "one's own for others is under mine"
    assert listed(db, alumnus, "mine") == [for_students]
    assert listed(db, admin) == [for_students, for_alumni, for_all]
    assert refused(lambda: db.call("announcement_read", student, for_alumni)).status == 404
    assert state(db, alumnus, for_students) == "current", "authors read their own"
    assert refused(lambda: db.call("announcement_list", None)).status == 401
    assert refused(lambda: db.call("announcement_post", None, "A", "B")).status == 401
    for view in ("waiting", "all"):
        assert refused(lambda: db.call("announcement_list", student, view)).status == 403  # noqa: B023


def test_pages_are_stable_with_equal_times(db: Database, admin: int, student: int) -> None:
    made = [
        post(db, admin, target_audience=("all", "students_only")[number % 2]) for number in range(9)
    ]
    db.rows("UPDATE announcements SET publish_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR")
    assert listed(db, student) == made[::-1]
    assert listed(db, admin, "all") == made[::-1]
    first = db.call("announcement_list", student, None, None, 4)
    post(db, admin)
    rest = db.call("announcement_list", student, None, first.page.next_after, 50)
    assert [row.id for row in [*first.announcements, *rest.announcements]] == made[::-1]


@pytest.mark.parametrize(
    "after",
    [
        "x",
        "1",
        "20261301000000-1",
        "20260230000000-1",
        "20260101000000-",
        "-1",
        "20260101000000-99999999999999999999",
        "00000000000000-1",
    ],
)
def test_a_page_that_is_none(db: Database, student: int, after: str) -> None:
    assert refused(lambda: db.call("announcement_list", student, None, after)).status == 400


def test_a_scheduled_one_is_there_from_its_second_on(
    db: Database, admin: int, student: int
) -> None:
    start = int(time.time())
    moment = dt.datetime.fromtimestamp(start, dt.UTC).replace(tzinfo=None)
    number = post(
        db,
        admin,
        publish_at=moment + dt.timedelta(minutes=60),
        expires_at=moment + dt.timedelta(minutes=120),
    )
    assert state(db, admin, number) == "scheduled"
    assert listed(db, student) == []
    assert refused(lambda: db.call("announcement_open", student, number)).status == 404
    assert unread(db, student) == 0
    for minutes, there in ((59.99, []), (60, [number]), (119.99, [number]), (120, [])):
        with db.connect() as client:
            # The clock of this connection stands still there.
            client.rows(f"SET timestamp = {start + minutes * 60}")
            assert listed(client, student) == there, minutes
    db.rows(
        "UPDATE announcements SET publish_at = UTC_TIMESTAMP() - INTERVAL 2 HOUR,"
        " expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND"
    )
    assert state(db, admin, number) == "expired"
    assert listed(db, student) == []
    db.rows("CALL _announcements_expire_due()")
    assert db.value("SELECT is_listed FROM announcements") == 0
    assert state(db, admin, number) == "expired", "the office still reads it"
    edit(db, admin, number, expires_at=later(10))
    assert listed(db, student) == [number]


def test_from_draft_to_archive_and_back(db: Database, alumnus: int, student: int) -> None:
    number = post(db, alumnus, is_draft=1)
    assert state(db, alumnus, number) == "draft"
    assert refused(lambda: db.call("announcement_read", student, number)).status == 404
    for step, left in (("publish", "current"), ("archive", "archived"), ("publish", "current")):
        assert db.call(f"announcement_{step}", alumnus, number).announcement.state == left
        assert listed(db, student) == ([number] if left == "current" else [])
    assert refused(lambda: db.call("announcement_publish", alumnus, number)).status == 409
    db.call("announcement_archive", alumnus, number)
    assert refused(lambda: db.call("announcement_archive", alumnus, number)).status == 409
    done = db.call("announcement_publish", alumnus, number, later(30)).announcement
    assert done.state == "scheduled"
    assert db.call("announcement_publish", alumnus, number).announcement.state == "current"


def test_deleting_and_undoing(db: Database, admin: int, alumnus: int, student: int) -> None:
    number = post(db, alumnus)
    assert refused(lambda: db.call("announcement_delete", student, number)).status == 403
    db.call("announcement_delete", alumnus, number)
    assert listed(db, student) == []
    assert refused(lambda: db.call("announcement_delete", alumnus, number)).status == 404
    assert refused(lambda: db.call("announcement_restore", student, number)).status == 404
    db.call("announcement_restore", alumnus, number)
    assert listed(db, student) == [number]
    assert refused(lambda: db.call("announcement_restore", alumnus, number)).status == 409
    # What the office takes away, only the office brings back.
    for away, back in (("delete", "restore"), ("archive", "publish")):
        db.call(f"announcement_{away}", admin, number)
        assert refused(lambda: db.call(f"announcement_{back}", alumnus, number)).status == 403  # noqa: B023
        assert refused(lambda: edit(db, alumnus, number)).status in (403, 404)
        db.call(f"announcement_{back}", admin, number)
        assert listed(db, student) == [number]
    db.call("announcement_delete", alumnus, number)
    db.rows("UPDATE announcements SET deleted_at = deleted_at - INTERVAL 31 DAY")
    assert refused(lambda: db.call("announcement_restore", alumnus, number)).status == 409
    log = db.rows(
        "SELECT action FROM admin_activity_log WHERE subject_table = 'announcements'"
        " AND subject_id = %s",
        number,
    )
    assert [row.action for row in log].count("announcement_delete") == 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": None}, "title"),
        ({"title": "a\nb"}, "title"),
        ({"content": ""}, "content"),
        ({"content": "x" * 20_001}, "content"),
        ({"content": "😀" * 20_000}, "content"),
        ({"content": "\x00"}, "content"),
        ({"target_audience": "staff"}, "target_audience"),
        ({"priority": "loud"}, "priority"),
        ({"publish_at": later(60 * 24 * 800)}, "publish_at"),
        ({"expires_at": later(-1)}, "expires_at"),
        ({"publish_at": later(20), "expires_at": later(10)}, "expires_at"),
        ({"expires_at": later(60 * 24 * 365 * 11)}, "expires_at"),
    ],
)
def test_values_that_are_unacceptable(
    db: Database, admin: int, changes: dict[str, Any], field: str
) -> None:
    refusal = refused(lambda: post(db, admin, **changes))
    assert (refusal.status, refusal.field) == (422, field)
    number = post(db, admin, is_draft=1)
    refusal = refused(lambda: edit(db, admin, number, **changes))
    assert (refusal.status, refusal.field) == (422, field)


def test_the_same_form_again_is_the_same(db: Database, student: int) -> None:
    assert post(db, student, idempotency_key="k") == post(db, student, idempotency_key="k")


def test_nobody_posts_without_end(db: Database, admin: int, student: int) -> None:
    set_setting(db, "announcements_per_day", "3")
    results = at_once(db, *[lambda client: post(client, student)] * 6)
    assert [getattr(one, "status", 0) for one in results if isinstance(one, Exception)] == [429] * 3
    for _ in range(4):
        post(db, admin)
    db.rows("UPDATE announcements SET created_at = created_at - INTERVAL 25 HOUR")
    post(db, student)


def test_the_office_agrees_where_it_wants_to(
    db: Database, admin: int, alumnus: int, student: int
) -> None:
    set_setting(db, "announcements_require_approval", "1")
    assert db.call("announcement_form_read", student).rules.is_approval_needed == 1
    number = post(db, alumnus)
    assert state(db, alumnus, number) == "waiting"
    assert listed(db, student) == []
    assert listed(db, admin, "waiting") == [number]
    assert db.call("announcement_list", admin).page.waiting_count == 1
    decide = "announcement_decide"
    assert refused(lambda: db.call(decide, alumnus, number, "approve")).status == 403
    assert refused(lambda: db.call(decide, admin, number, "reject")).field == "reason"
    db.call(decide, admin, number, "reject", "Say who may come.")
    assert state(db, alumnus, number) == "rejected"
    assert db.call("announcement_read", alumnus, number).announcement.decided_reason
    # The author mends it: it waits again, and the office decides on what it has read.
    seen = db.call("announcement_read", admin, number).announcement.revision
    edit(db, alumnus, number, content="Everybody may come.")
    assert refused(lambda: db.call(decide, admin, number, "approve", None, seen)).status == 409
    db.rows("UPDATE announcements SET publish_at = publish_at - INTERVAL 1 HOUR")
    done = db.call(decide, admin, number, "approve", None, seen + 1).announcement
    assert done.state == "current"
    assert done.publish_at > later(-5), "it is new from now on"
    assert refused(lambda: db.call(decide, admin, number, "approve")).status == 409
    assert listed(db, student) == [number]
    told = [one for one in mails_to(db, alumnus) if one.startswith("announcement")]
    assert told == ["announcement_rejected", "announcement_approved"]
    # What is changed afterwards needs the office again, also by way of the archive.
    edit(db, alumnus, number, content="Changed.")
    assert (state(db, alumnus, number), listed(db, student)) == ("waiting", [])
    db.call(decide, admin, number, "approve")
    db.call("announcement_archive", alumnus, number)
    assert db.call("announcement_publish", alumnus, number).announcement.state == "current"
    db.call("announcement_archive", alumnus, number)
    edit(db, alumnus, number, content="Changed again.")
    assert db.call("announcement_publish", alumnus, number).announcement.state == "waiting"
    assert state(db, admin, post(db, admin)) == "current", "the office agrees with itself"


def test_urgent_ones_of_members_always_wait(db: Database, student: int) -> None:
    number = post(db, student, priority="urgent")
    assert state(db, student, number) == "waiting"
    assert db.call("announcements_mail_due").mailing.mails_count == 0
    other = post(db, student)
    edit(db, student, other, priority="urgent")
    assert state(db, student, other) == "waiting"


def test_a_stale_edit_is_refused(db: Database, admin: int, alumnus: int) -> None:
    number = post(db, alumnus)
    seen = db.call("announcement_form_read", alumnus, number).announcement.revision
    edit(db, admin, number, revision=seen)
    refusal = refused(lambda: edit(db, alumnus, number, revision=seen))
    assert refusal.status == 409
    assert "Reload the page" in refusal.message


def test_an_edit_keeps_the_time_of_what_is_there(db: Database, admin: int, student: int) -> None:
    number = post(db, admin)
    db.rows("UPDATE announcements SET publish_at = publish_at - INTERVAL 1 DAY")
    before = db.value("SELECT publish_at FROM announcements")
    edit(db, admin, number, publish_at=later(-5))
    assert db.value("SELECT publish_at FROM announcements") == before
    edit(db, admin, number, publish_at=later(5))
    assert (state(db, admin, number), listed(db, student)) == ("scheduled", [])


def test_the_pinned_have_an_order_of_their_own(db: Database, admin: int, student: int) -> None:
    made = [post(db, admin, title=f"N{number}") for number in range(7)]
    a, b, c, d, e, f, _ = made
    for one in (a, b, c):
        db.call("announcement_pin", admin, one)
    assert pinned(db, student) == [a, b, c]
    assert listed(db, student) == [one for one in made[::-1] if one not in (a, b, c)]
    db.call("announcement_pin", admin, c, 1)
    assert pinned(db, student) == [c, a, b]
    db.call("announcement_pin", admin, c, 2)
    assert pinned(db, student) == [a, c, b]
    db.call("announcement_pin", admin, a, 0)
    assert pinned(db, student) == [c, b]
    for one in (d, e, f):
        db.call("announcement_pin", admin, one)
    assert refused(lambda: db.call("announcement_pin", admin, a)).status == 409
    assert refused(lambda: db.call("announcement_pin", student, a)).status == 403
    # What goes gives its place away.
    db.call("announcement_archive", admin, c)
    assert pinned(db, student) == [b, d, e, f]
    assert refused(lambda: db.call("announcement_pin", admin, c)).status == 409
    db.call("announcement_delete", admin, b)
    db.call("announcement_restore", admin, b)
    assert pinned(db, student) == [d, e, f]
    edit(db, admin, d, target_audience="alumni_only")
    assert pinned(db, student) == [e, f]
    assert unread(db, student) == len(listed(db, student, "unread"))


def test_reading(db: Database, admin: int, alumnus: int, student: int) -> None:
    made = [post(db, admin), post(db, admin, target_audience="students_only"), post(db, alumnus)]
    assert [unread(db, one) for one in (student, alumnus, admin)] == [3, 1, 1]
    assert db.call("announcement_open", student, made[0]).announcement.is_read == 1
    assert listed(db, student, "unread") == [made[2], made[1]]
    rows = {row.id: row.is_unread for row in db.call("announcement_list", student).announcements}
    assert rows == {made[0]: 0, made[1]: 1, made[2]: 1}
    assert db.call("announcement_read", admin, made[0]).announcement.readers_count == 1
    done = db.call("announcement_read_all", student).reading
    assert (done.read_count, done.unread_count) == (2, 0)
    assert listed(db, student, "unread") == []
    # Who comes later has missed nothing.
    db.rows("UPDATE announcements SET publish_at = publish_at - INTERVAL 1 HOUR")
    newcomer = db.student()
    assert unread(db, newcomer) == 0
    shown = db.call("announcement_list", newcomer).announcements
    assert {row.is_unread for row in shown} == {0}


def test_the_badge_ends_at_a_hundred_and_costs_little(
    db: Database, admin: int, student: int
) -> None:
    db.rows("UPDATE users SET created_at = created_at - INTERVAL 1 YEAR")
    db.rows("SET SESSION cte_max_recursion_depth = 5000")
    db.rows(
        "INSERT INTO announcements (author_id, title, content, status, target_audience, publish_at)"
        " WITH RECURSIVE n AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM n WHERE n < 4000)"
        " SELECT %s, 'T', 'C', 'published', ELT(1 + n MOD 3, 'all', 'alumni_only',"
        " 'students_only'), UTC_TIMESTAMP() - INTERVAL n SECOND FROM n",
        admin,
    )
    assert unread(db, student) == 100
    token = secrets.token_bytes(32)
    db.rows(
        "INSERT INTO user_sessions (user_id, token_hash, idle_expires_at, expires_at, last_seen_at)"
        " VALUES (%s, %s, '2100-01-01', '2100-01-01', UTC_TIMESTAMP())",
        student,
        token,
    )
    for client in (db.connect(), db.connect()):
        with client:
            viewer = client.call("session_use", token).viewer
            assert viewer.unread_announcements_count == 100
            assert handler_reads(client, "session_use", token) < 1_000
            assert handler_reads(client, "announcement_list", student) < 1_500
            after = client.call("announcement_list", student, None, None, 50).page.next_after
            assert handler_reads(client, "announcement_list", student, None, after) < 1_500
            assert handler_reads(client, "announcement_list", student, "unread") < 1_500
    done = db.call("announcement_read_all", student).reading
    assert done.read_count == 100


def test_race_of_two_edits(db: Database, admin: int, alumnus: int) -> None:
    for _ in range(5):
        number = post(db, alumnus)
        results = at_once(
            db,
            lambda c: edit(c, admin, number, title="Of the office", revision=1),  # noqa: B023
            lambda c: edit(c, alumnus, number, title="Of the author", revision=1),  # noqa: B023
        )
        errors = [one for one in results if isinstance(one, Exception)]
        assert [getattr(one, "status", one) for one in errors] == [409]


def test_race_of_publishing_and_deleting(db: Database, alumnus: int, student: int) -> None:
    for _ in range(5):
        number = post(db, alumnus, is_draft=1)
        results = at_once(
            db,
            lambda c: c.call("announcement_publish", alumnus, number),  # noqa: B023
            lambda c: c.call("announcement_delete", alumnus, number),  # noqa: B023
        )
        errors = [one for one in results if isinstance(one, Exception)]
        assert [getattr(one, "status", one) for one in errors] in ([], [404])
        assert not isinstance(results[1], Exception)
        assert number not in listed(db, student)


def test_race_of_pins_deletions_and_moves(db: Database, admin: int) -> None:
    for _ in range(4):
        made = [post(db, admin) for _ in range(5)]
        results = at_once(
            db,
            *[lambda c, n=one: c.call("announcement_pin", admin, n, 1) for one in made],
            lambda c: c.call("announcement_delete", admin, made[0]),  # noqa: B023
            lambda c: c.call("announcement_pin", admin, made[1], 0),  # noqa: B023
        )
        errors = [one for one in results if isinstance(one, Exception)]
        assert [getattr(one, "status", one) for one in errors] in ([], [404])
        places = db.rows(
            "SELECT position, announcement_id AS id FROM announcement_pins"
            " WHERE announcement_id IS NOT NULL ORDER BY position"
        )
        assert [row.position for row in places] == list(range(1, len(places) + 1)), "no holes"
        assert made[0] not in [row.id for row in places]
        for one in places:
            db.call("announcement_pin", admin, one.id, 0)


def test_race_of_two_windows_of_one_reader(db: Database, admin: int, student: int) -> None:
    number = post(db, admin)
    open_it = lambda c: c.call("announcement_open", student, number)  # noqa: E731
    all_of_it = lambda c: c.call("announcement_read_all", student)  # noqa: E731
    results = at_once(db, open_it, open_it, all_of_it, open_it)
    assert [one for one in results if isinstance(one, Exception)] == []
    assert db.value("SELECT COUNT(*) FROM announcement_reads WHERE reader_id = %s", student) == 1


def mailed(db: Client, number: int) -> list[int]:
    rows = db.rows(
        "SELECT recipient_id AS id FROM mail_outbox WHERE template ="
        " 'announcement_urgent' AND data ->> '$.announcement_id' = %s ORDER BY id",
        number,
    )
    return [row.id for row in rows]


def test_urgent_ones_are_mailed_once_when_their_time_comes(
    db: Database, admin: int, alumnus: int, student: int
) -> None:
    blocked, gone = db.student(), db.student()
    db.rows("UPDATE users SET status = 'blocked', status_reason = 'x' WHERE id = %s", blocked)
    db.call("account_delete", gone)
    number = post(
        db,
        admin,
        priority="urgent",
        title="Closed <today>",
        publish_at=later(30),
        target_audience="students_only",
    )
    assert db.call("announcements_mail_due").mailing.mails_count == 0
    db.rows("UPDATE announcements SET publish_at = UTC_TIMESTAMP()")
    done = db.call("announcements_mail_due").mailing
    assert (done.announcements_count, done.mails_count) == (1, 1)
    assert mailed(db, number) == [student]
    data = json.loads(
        db.value(
            "SELECT data FROM mail_outbox WHERE recipient_id = %s"
            " AND template = 'announcement_urgent'",
            student,
        )
    )
    assert (data["title"], data["name"]) == ("Closed <today>", "Sam Student")
    # Whatever happens to it afterwards, nobody gets it twice; who comes into its audience gets it.
    for step in ("archive", "publish", "delete", "restore"):
        db.call(f"announcement_{step}", admin, number)
        db.call("announcements_mail_due")
    assert mailed(db, number) == [student]
    edit(db, admin, number, priority="urgent")
    db.call("announcements_mail_due")
    assert sorted(mailed(db, number)) == sorted([student, alumnus]), "for all now"


def test_two_schedulers_mail_everybody_exactly_once(db: Database, admin: int) -> None:
    people = [db.student() for _ in range(30)]
    numbers = [post(db, admin, priority="urgent") for _ in range(2)]
    results = at_once(db, *[lambda c: c.call("announcements_mail_due", None, 3)] * 4)
    assert [one for one in results if isinstance(one, Exception)] == []
    assert sum(page.mailing.mails_count for page in results) == 60
    for number in numbers:
        assert sorted(mailed(db, number)) == people
    assert db.value("SELECT COUNT(*) FROM announcements WHERE mailed_at IS NULL") == 0


def test_killed_in_the_middle_of_the_mails(db: Database, admin: int) -> None:
    people = [db.student() for _ in range(12)]
    number = post(db, admin, priority="urgent")
    with db.connect() as holder, db.connect() as victim:
        # Somebody holds the mail of one in the middle, so that the walk waits there.
        holder.rows("START TRANSACTION")
        holder.rows(
            "INSERT INTO mail_outbox (email, template, data, fact_key) VALUES ('a@example.org',"
            " 'x', '{}', CONCAT('announcement_urgent:', %s, ':', %s))",
            number,
            people[7],
        )
        connection = victim.value("SELECT CONNECTION_ID()")
        failed = threading.Event()

        def send() -> None:
            try:
                victim.call("announcements_mail_due", None, 2)
            except mysql.connector.Error:
                failed.set()

        thread = threading.Thread(target=send)
        thread.start()
        waiting = (
            "SELECT COUNT(*) FROM performance_schema.data_lock_waits AS w"
            " JOIN performance_schema.threads AS t ON t.thread_id = w.requesting_thread_id"
            f" WHERE t.processlist_id = {connection}"
        )
        until(lambda: db.value(waiting), "a call that waits for the lock")
        db.rows(f"KILL {connection}")
        thread.join()
        assert failed.is_set()
        holder.rows("ROLLBACK")
    assert 0 < len(mailed(db, number)) < 12, "the batches before are kept"
    db.call("announcements_mail_due", None, 2)
    assert sorted(mailed(db, number)) == people


def test_mails_to_many_are_spread(db: Database, admin: int) -> None:
    for _ in range(6):
        db.student()
    set_setting(db, "announcement_mails_per_minute", "2")
    post(db, admin, priority="urgent")
    began = time.monotonic()
    db.call("announcements_mail_due", None, 2)
    # Each batch counts from the second in which it is written.
    elapsed = time.monotonic() - began + 1
    span = db.value(
        "SELECT TIMESTAMPDIFF(SECOND, MIN(next_attempt_at), MAX(next_attempt_at)) FROM mail_outbox"
        " WHERE template = 'announcement_urgent'"
    )
    assert 150 <= span <= 150 + elapsed


def test_who_left_is_a_former_member_and_takes_the_drafts_along(
    db: Database, admin: int, alumnus: int, student: int
) -> None:
    number, draft = post(db, alumnus), post(db, alumnus, is_draft=1, title="Secret plan")
    db.call("announcement_open", alumnus, post(db, admin))
    db.call("account_erase", admin, alumnus)
    row = db.call("announcement_read", student, number).announcement
    assert (row.title, row.author_name) == ("News", "Former member")
    assert db.value("SELECT title FROM announcements WHERE id = %s", draft) == "erased"
    assert db.value("SELECT COUNT(*) FROM announcement_reads WHERE reader_id = %s", alumnus) == 0


def test_the_dashboard_shows_what_is_pinned_first(db: Database, admin: int, student: int) -> None:
    made = [post(db, admin) for _ in range(7)]
    db.call("announcement_pin", admin, made[0])
    with db.connect() as client:
        rows = client.rows("CALL _dashboard_announcements(%s)", student)
    assert [row.id for row in rows] == [made[0], *made[:2:-1]]
