"""What a DBA looks at: costs, locks, sizes, the outbox, the scheduler; as a DBA and nobody else."""

from __future__ import annotations

import threading
from collections.abc import Callable

import mysql.connector
import pytest

from tests.support.database import Client, Database, Row
from tests.support.sources import sources
from tests.support.waiting import until

VIEWS = [source.name for source in sources("view") if source.path.parent.name == "dba"]


@pytest.mark.parametrize("view", VIEWS)
def test_dbas_read_them_and_readers_do_not(
    view: str, db: Database, signed_in_as: Callable[[str], Client]
) -> None:
    signed_in_as("alumni_dba").rows(f"SELECT * FROM {view}")
    for role in ("alumni_reader", "alumni_web"):
        with pytest.raises(mysql.connector.Error, match="denied"):
            signed_in_as(role).rows(f"SELECT * FROM {view}")


def test_what_a_procedure_costs(db: Database) -> None:
    def calls_count() -> int:
        rows = db.rows("SELECT calls_count FROM vw_slow_procedures WHERE name = 'home_read'")
        return sum(row.calls_count for row in rows)

    before = calls_count()
    for _ in range(3):
        db.call("home_read", None)
    assert calls_count() == before + 3
    costs = [row.total_seconds for row in db.rows("SELECT * FROM vw_slow_procedures")]
    assert costs == sorted(costs, reverse=True)


def test_the_size_of_tables(db: Database) -> None:
    sizes = db.rows("SELECT * FROM vw_table_sizes")
    tables = db.value(
        "SELECT COUNT(*) FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
    )
    assert len(sizes) == tables
    # Each share is rounded to a tenth: all of them together are off by as much for each.
    assert abs(sum(row.share_percent for row in sizes) - 100) <= tables / 20


def _wait(db: Database, statement: str, kind: str) -> Row:
    """Run a statement that must wait; returns the wait that the view shows."""
    with db.connect() as waiting:
        number = waiting.value("SELECT CONNECTION_ID()")

        def run() -> None:
            waiting.rows("SET SESSION lock_wait_timeout = 300, innodb_lock_wait_timeout = 300")
            waiting.rows(statement)

        thread = threading.Thread(target=run)
        thread.start()
        try:
            waits = (
                "SELECT * FROM vw_lock_waits WHERE waiting_connection_id = %s AND kind = %s",
                number,
                kind,
            )
            until(lambda: db.rows(*waits), "a wait in the view")
            return db.row(*waits)
        finally:
            db.rows("ROLLBACK")
            thread.join()


def test_waits_for_a_row_and_for_a_definition(db: Database) -> None:
    mine = db.value("SELECT CONNECTION_ID()")
    comment = db.row("SHOW CREATE TABLE settings")["Create Table"].rpartition("COMMENT=")[2]
    for statement, kind in (
        ("UPDATE settings SET updated_at = updated_at WHERE name = 'session_days'", "row"),
        (f"ALTER TABLE settings COMMENT = {comment}", "definition"),
    ):
        db.rows("START TRANSACTION")
        db.rows("SELECT value FROM settings WHERE name = 'session_days' FOR UPDATE")
        wait = _wait(db, statement, kind)
        assert (wait.table_name, wait.blocking_connection_id) == ("settings", mine)
        assert wait.waiting_statement == statement
    assert db.rows("SELECT * FROM vw_lock_waits WHERE blocking_connection_id = %s", mine) == []


def test_the_health_of_the_outbox(db: Database) -> None:
    def state(name: str) -> tuple[int, int]:
        row = db.row("SELECT * FROM vw_outbox_health WHERE state = %s", name)
        return row.mails_count, row.is_healthy

    db.rows("DELETE FROM mail_outbox")
    assert len(db.rows("SELECT * FROM vw_outbox_health WHERE is_healthy = 1")) == 5
    for status, more, name, is_healthy in (
        ("queued", "UTC_TIMESTAMP(), NULL, NULL", "due", 1),
        ("queued", "'2099-01-01', NULL, NULL", "later", 1),
        ("leased", "UTC_TIMESTAMP(), 'a', '2099-01-01'", "leased", 1),
        ("leased", "UTC_TIMESTAMP(), 'a', '2020-01-01'", "lease lost", 0),
        ("failed", "UTC_TIMESTAMP(), NULL, NULL", "failed", 0),
        ("queued", "'2020-01-01', NULL, NULL", "due", 0),
    ):
        count = state(name)[0]
        db.rows(
            "INSERT INTO mail_outbox (email, template, data, fact_key, status, next_attempt_at,"
            f" leased_by, leased_until) VALUES ('a@b.org', 'x', '{{}}', UUID(), '{status}', {more})"
        )
        assert state(name) == (count + 1, is_healthy), name
    db.rows("DELETE FROM mail_outbox")


def test_the_health_of_the_scheduler(db: Database) -> None:
    def health() -> Row | None:
        rows = db.rows("SELECT * FROM vw_scheduler_health WHERE name = 'ev_test_health'")
        return rows[0] if rows else None

    db.rows("CREATE EVENT ev_test_health ON SCHEDULE EVERY 1 HOUR DO SELECT 1 INTO @a")
    try:
        seen = health()
        assert seen and (seen.is_healthy, seen.every_seconds, seen.scheduler) == (1, 3600, "ON")
        db.rows("ALTER EVENT ev_test_health DISABLE")
        seen = health()
        assert seen and seen.is_healthy == 0
    finally:
        db.rows("DROP EVENT ev_test_health")
