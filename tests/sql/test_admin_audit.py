"""The audit log is a chain: whatever is altered, removed, inserted or moved is found."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import mysql.connector
import pytest

from tests.support.database import Client, Database, Refused, Row
from tests.support.schemas import Schemas

TRIGGERS = (
    "tr_admin_activity_log_insert",
    "tr_admin_activity_log_update",
    "tr_admin_activity_log_delete",
    "tr_audit_pending_insert",
)
TABLES = ("admin_activity_log", "audit_pending", "audit_seals", "audit_heads")
Written = tuple[Database, list[int]]


@pytest.fixture
def alone(schemas: Schemas, template: str) -> Iterator[Database]:
    """Return a schema of its own, whose log can be spoilt."""
    with schemas.lent(template) as database:
        yield database


def audit(db: Client, actor: int | None, subject: int, **after: Any) -> int:
    """Write a row of the log as procedures do; returns its id."""
    db.rows("CALL _audit(%s, 'user_add', 'users', %s, NULL, %s)", actor, subject, json.dumps(after))
    return int(db.value("SELECT MAX(id) FROM admin_activity_log"))


def verify(db: Client) -> Row:
    found = db.call("audit_verify").verification
    assert isinstance(found, Row)
    return found


@pytest.fixture(scope="module")
def sealed(lend: Callable[[str], Database], template: str) -> Written:
    """Return a schema with six sealed rows, whose triggers an owner has taken away."""
    db = lend(template)
    admin = db.admin()
    ids = [audit(db, admin, admin, number=number, text="ü 😀") for number in range(5)]
    assert verify(db).is_intact
    for trigger in TRIGGERS:
        db.rows(f"DROP TRIGGER {trigger}")
    db.rows("SET foreign_key_checks = 0")
    for table in TABLES:
        db.rows(f"CREATE TABLE saved_{table} AS SELECT * FROM {table}")
    return db, [1, *ids]


@pytest.fixture
def written(sealed: Written) -> Written:
    """Return that schema as it was before the last test."""
    db, _ = sealed
    for table in TABLES:
        db.rows(f"DELETE FROM {table}")
        db.rows(f"INSERT INTO {table} SELECT * FROM saved_{table}")
    db.rows("ALTER TABLE admin_activity_log AUTO_INCREMENT = 1")  # as large as it must be
    return sealed


def test_a_chain_that_nobody_touched(alone: Database) -> None:
    assert verify(alone).checked_count == 0
    admin = alone.admin()
    values: list[Any] = [None, 1.5, 10**15, 1e300, [], {}, "é\u0301", [None, {"b": 1, "a": [2]}]]
    for value in values:
        audit(alone, admin, admin, value=value)
    # What procedures put into the states: times, days, decimals.
    alone.rows(
        "CALL _audit(%s, 'x', 'users', 1, JSON_OBJECT('at', UTC_TIMESTAMP(6), 'on', UTC_DATE(),"
        " 'pay', CAST(1.50 AS DECIMAL(12, 2))), JSON_OBJECT('at', NULL))",
        admin,
    )
    found = verify(alone)
    assert (found.is_intact, found.broken_reason, found.next_after) == (1, None, None)
    assert found.checked_count == found.head_position == 10
    assert len(found.head_hash) == 64
    before = found.head_hash
    audit(alone, admin, admin, more=1)
    after = verify(alone)
    assert (after.is_intact, after.head_position) == (1, 11)
    assert after.head_hash != before


def test_the_connection_does_not_matter(alone: Database) -> None:
    admin = alone.admin()
    with alone.connect() as other:
        other.rows("SET NAMES latin1")
        other.rows("SET time_zone = '+05:00'")
        audit(other, admin, admin, text="fünf")
    assert verify(alone).is_intact
    with alone.connect() as other:
        other.rows("SET NAMES latin1")
        other.rows("SET time_zone = '-03:00'")
        assert verify(other).is_intact


@pytest.mark.parametrize(
    "change",
    [
        "actor_id = NULL",
        "action = 'USER_ADD'",
        "subject_id = 99",
        "subject_table = 'roles'",
        "before_state = '{}'",
        "after_state = '{\"number\": 9}'",
        "after_state = NULL",
        "client_address = '192.0.2.1'",
        "request_id = 'r'",
        "database_user = 'x'",
        "created_at = created_at - INTERVAL 1 DAY",
        "state_salt = RANDOM_BYTES(16)",
        "origin_salt = RANDOM_BYTES(16)",
        "state_digest = RANDOM_BYTES(32)",
        "origin_digest = RANDOM_BYTES(32)",
        "after_state = NULL, state_salt = NULL",  # as erasure does, but nobody was erased
        "client_address = NULL, origin_salt = NULL",
    ],
)
def test_altered(written: Written, change: str) -> None:
    db, ids = written
    db.rows(f"UPDATE admin_activity_log SET {change} WHERE id = %s", ids[2])
    found = verify(db)
    assert (found.is_intact, found.broken_reason) == (0, "altered")
    assert (found.broken_log_id, found.broken_position) == (ids[2], 3)


def test_altered_with_its_digest(written: Written) -> None:
    db, ids = written
    db.rows(
        "UPDATE admin_activity_log SET after_state = '{}', state_digest = UNHEX(SHA2(CONCAT("
        "HEX(state_salt), JSON_ARRAY(before_state, after_state)), 256)) WHERE id = %s",
        ids[2],
    )
    assert verify(db).broken_reason == "altered"


def test_removed(written: Written) -> None:
    db, ids = written
    db.rows("DELETE FROM admin_activity_log WHERE id = %s", ids[2])
    found = verify(db)
    assert (found.broken_reason, found.broken_position) == ("removed", 3)
    assert found.broken_log_id == ids[2]
    # With its seal.
    db.rows("DELETE FROM audit_seals WHERE position = 3")
    found = verify(db)
    assert (found.broken_reason, found.broken_position, found.broken_log_id) == ("removed", 3, None)


def test_removed_at_the_end(written: Written) -> None:
    db, ids = written
    db.rows("DELETE FROM audit_seals WHERE position = 6")
    db.rows("DELETE FROM admin_activity_log WHERE id = %s", ids[5])
    found = verify(db)
    assert (found.broken_reason, found.broken_position) == ("removed", 6)


def test_inserted(written: Written) -> None:
    db, ids = written
    db.rows(
        "INSERT INTO admin_activity_log (action, subject_table, subject_id, database_user,"
        " created_at, state_digest, origin_digest)"
        " SELECT action, subject_table, 7, database_user, created_at, state_digest, origin_digest"
        " FROM admin_activity_log WHERE id = %s",
        ids[2],
    )
    found = verify(db)
    assert (found.broken_reason, found.broken_log_id) == ("inserted", ids[-1] + 1)


def test_inserted_into_the_chain(written: Written) -> None:
    db, ids = written
    new = ids[-1] + 1
    db.rows(
        "INSERT INTO admin_activity_log (id, action, subject_table, subject_id, database_user,"
        " created_at, state_salt, state_digest, origin_salt, origin_digest)"
        " SELECT %s, action, subject_table, 7, database_user, created_at, state_salt,"
        " UNHEX(SHA2(CONCAT(HEX(state_salt), JSON_ARRAY(NULL, NULL)), 256)), origin_salt,"
        " origin_digest FROM admin_activity_log WHERE id = %s",
        new,
        ids[2],
    )
    db.rows(
        "UPDATE audit_seals SET position = position + 1 WHERE position >= 3 ORDER BY position DESC"
    )
    db.rows(
        "INSERT INTO audit_seals (position, log_id, row_hash, chain_hash)"
        " SELECT 3, l.id, _audit_row_hash_of(l.id, l.actor_id, l.action, l.subject_table,"
        " l.subject_id, l.database_user, l.created_at, l.state_digest, l.origin_digest), ''"
        " FROM admin_activity_log AS l WHERE l.id = %s",
        new,
    )
    db.rows(
        "UPDATE audit_seals AS s JOIN audit_seals AS p ON p.position = 2"
        " SET s.chain_hash = UNHEX(SHA2(CONCAT(p.chain_hash, s.row_hash), 256))"
        " WHERE s.position = 3"
    )
    found = verify(db)
    assert (found.broken_reason, found.broken_position) == ("inserted", 3)
    assert found.broken_log_id == new


def test_reordered(written: Written) -> None:
    db, ids = written
    swap = "UPDATE audit_seals SET position = %s WHERE position = %s"
    for to, at in ((99, 2), (2, 4), (4, 99)):
        db.rows(swap, to, at)
    found = verify(db)
    assert (found.broken_reason, found.broken_position) == ("reordered", 2)
    assert found.broken_log_id == ids[3]


def test_a_head_that_somebody_set_back(written: Written) -> None:
    db, _ = written
    db.rows("UPDATE audit_heads SET chain_hash = REPEAT(x'00', 32)")
    assert verify(db).broken_reason == "removed"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM admin_activity_log",
        "UPDATE admin_activity_log SET action = 'x'",
        "UPDATE admin_activity_log SET after_state = NULL",
        "UPDATE admin_activity_log SET after_state = '{}', state_salt = NULL",
        "UPDATE admin_activity_log SET client_address = '192.0.2.1'",
        "UPDATE admin_activity_log SET id = id + 1000",
        "UPDATE admin_activity_log SET actor_id = NULL",
        "UPDATE admin_activity_log SET state_digest = ''",
    ],
)
def test_nobody_changes_the_log_in_passing(db: Database, statement: str) -> None:
    audit(db, db.admin(), 1, a=1)
    with pytest.raises(mysql.connector.Error) as refusal:
        db.rows(statement)
    assert refusal.value.sqlstate == "45409"


def test_a_row_has_the_time_of_now(db: Database) -> None:
    db.rows(
        "INSERT INTO admin_activity_log (action, subject_table, subject_id, database_user,"
        " created_at) VALUES ('x', 'users', 1, 'x', '2001-01-01')"
    )
    assert db.value("SELECT MIN(created_at) > '2020-01-01' FROM admin_activity_log")


def test_erasure_is_no_alteration(alone: Database) -> None:
    db = alone
    admin, ada, bob = db.admin(), db.alumnus("Ada", "Erasable"), db.student()
    db.rows("SET @client_address = '192.0.2.77', @request_id = 'secret-request'")
    db.call("account_block", admin, ada, "Words about Ada")
    db.call("account_unblock", admin, ada)
    audit(db, ada, bob, about="Bob")  # what Ada did
    head = verify(db).head_hash
    db.call("account_erase_now", admin, ada, db.value("SELECT email FROM users WHERE id = %s", ada))
    found = verify(db)
    assert (found.is_intact, found.broken_reason) == (1, None)
    assert found.erased_count >= 4
    assert head in {
        row.h for row in db.rows("SELECT LOWER(HEX(chain_hash)) AS h FROM audit_seals")
    }, "the chain of before is the beginning of the chain of now"
    about = db.rows(
        "SELECT * FROM admin_activity_log WHERE subject_id = %s"
        " AND subject_table = 'users' ORDER BY id",
        ada,
    )
    # The last row tells of the erasure itself.
    assert {(row.before_state, row.after_state, row.state_salt) for row in about[:-1]} == {
        (None, None, None)
    }
    (did,) = db.rows("SELECT * FROM admin_activity_log WHERE actor_id = %s", ada)
    assert (did.client_address, did.request_id, did.origin_salt) == (None, None, None)
    assert json.loads(did.after_state) == {"about": "Bob"}
    assert {row.client_address for row in about if row.actor_id == admin} == {"192.0.2.77"}
    # Somebody takes the chance to hide what was done to Bob.
    db.rows(
        "UPDATE admin_activity_log SET before_state = NULL, after_state = NULL, state_salt = NULL"
        " WHERE subject_id = %s",
        bob,
    )
    assert verify(db).broken_reason == "altered"


def test_many_write_while_others_seal(alone: Database) -> None:
    admin = alone.admin()
    threads_count, rows_each = 6, 25
    start = threading.Barrier(threads_count + 2)
    failures: list[BaseException] = []

    def work(act: Callable[[Client], object]) -> None:
        try:
            with alone.connect() as client:
                start.wait()
                act(client)
        except BaseException as error:  # noqa: BLE001
            failures.append(error)

    def write(client: Client) -> None:
        for number in range(rows_each):
            client.rows("START TRANSACTION")
            audit(client, admin, number, n=number)
            client.rows("ROLLBACK" if number % 5 == 0 else "COMMIT")

    def seal(client: Client) -> None:
        for _ in range(40):
            client.rows("CALL audit_seal(NULL)")

    threads = [threading.Thread(target=work, args=(write,)) for _ in range(threads_count)]
    threads += [threading.Thread(target=work, args=(seal,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    found = verify(alone)
    count = alone.value("SELECT COUNT(*) FROM admin_activity_log")
    assert count == threads_count * rows_each * 4 // 5 + 1
    assert (found.is_intact, found.checked_count, found.head_position) == (1, count, count)


def test_who_audits_does_not_wait_for_who_seals(alone: Database) -> None:
    admin = alone.admin()
    with alone.connect() as sealer, alone.connect() as writer:
        sealer.rows("START TRANSACTION")
        sealer.rows("CALL _audit_seal(1000, @count)")
        writer.rows("SET innodb_lock_wait_timeout = 1")
        audit(writer, admin, admin, a=1)
        sealer.rows("COMMIT")
    assert verify(alone).checked_count == 2


def test_the_office_checks_a_stretch_at_a_time(alone: Database) -> None:
    admin = alone.admin()
    assert alone.call("audit_check", admin, None).verification.is_intact
    alone.rows("CALL audit_seal(NULL)")
    for number in range(9):
        audit(alone, admin, admin, n=number)
    alone.rows("CALL audit_seal(NULL)")
    after, checked = None, 0
    while True:
        alone.rows("START TRANSACTION")
        with alone.connection.cursor() as cursor:
            cursor.execute("CALL _audit_verify(%s, 4, @reason)", (after,))
            found = Row(zip(cursor.column_names, cursor.fetchall()[0], strict=True))
            while cursor.nextset():
                pass
        alone.rows("COMMIT")
        assert found.is_intact
        checked += found.checked_count
        after = found.next_after
        if after is None:
            break
    assert checked == 10


@pytest.fixture(scope="module")
def log(db: Database) -> Iterator[tuple[int, int, list[int]]]:
    """Return an admin, a person, and the rows of what the one did to the other."""
    admin, person = db.admin("Petra", "Protocol"), db.student("Sam", "Subject")
    for _ in range(4):
        db.call("account_block", admin, person, "A reason")
        db.call("account_unblock", admin, person)
    rows = db.rows("SELECT id FROM admin_activity_log WHERE actor_id = %s ORDER BY id DESC", admin)
    yield admin, person, [row.id for row in rows]


def found(db: Database, admin: int, **filters: Any) -> list[Row]:
    """Walk all pages of a search."""
    rows: list[Row] = []
    after = None
    while True:
        page = db.call("audit_search", admin, **filters, after=after, limit=3)
        assert len(page.entries) <= 3
        rows += page.entries
        after = page.page.next_after
        if after is None:
            return rows


def test_filters_and_pages(db: Database, log: tuple[int, int, list[int]]) -> None:
    admin, person, ids = log
    today = dt.datetime.now(dt.UTC).date()
    assert [row.id for row in found(db, admin, actor=str(admin))] == ids
    email = db.value("SELECT email FROM users WHERE id = %s", admin)
    assert [row.id for row in found(db, admin, actor=email)] == ids
    about = {"subject_table": "users", "subject_id": person}
    assert [row.id for row in found(db, admin, **about)][: len(ids)] == ids
    blocks = found(db, admin, actor=str(admin), action="account_block")
    assert [row.action for row in blocks] == ["account_block"] * 4
    assert blocks[0].subject_name == "Sam Subject"
    assert blocks[0].actor_name == "Petra Protocol"
    assert json.loads(blocks[0].after_state)["status_reason"] == "A reason"
    assert json.loads(blocks[0].before_state) == {"status": "active"}
    now = {"from": today, "until": today}
    assert [row.id for row in found(db, admin, actor=str(admin), **now)] == ids
    past = {"from": "2001-01-01", "until": "2001-01-31"}
    assert found(db, admin, actor=str(admin), **past) == []
    assert found(db, admin, actor="nobody@example.org") == []
    assert found(db, admin, action="nothing") == []
    by_nobody = {row.actor_id for row in found(db, admin, actor="system")}
    assert by_nobody == {None}, "what the system did, and nothing else"
    everything = [row.id for row in found(db, admin)]
    assert everything == sorted(everything, reverse=True)
    assert len(everything) == db.value("SELECT COUNT(*) FROM admin_activity_log")
    page = db.call("audit_search", admin)
    assert {"account_block", "user_add"} <= {row.name for row in page.actions}
    assert "users" in {row.name for row in page.tables}


def test_filters_that_make_no_sense(db: Database, log: tuple[int, int, list[int]]) -> None:
    admin = log[0]
    for filters, status, field in (
        ({"after": "x"}, 400, None),
        ({"subject_id": 1}, 422, "subject_table"),
        ({"from": "2026-02-01", "until": "2026-01-01"}, 422, "until"),
    ):
        with pytest.raises(Refused) as refusal:
            db.call("audit_search", admin, **filters)
        assert (refusal.value.status, refusal.value.field) == (status, field)
