"""The demo data: a load that was interrupted leaves nothing behind when it is done again."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.support.database import Database
from tools.seed.demo import load as loading


class Interrupted(Exception):  # noqa: N818 - reads as the fact it is
    """The load ends here."""


def interrupt(_: object) -> None:
    raise Interrupted


def counts(db: Database) -> dict[str, int]:
    """Count the rows of every table; figures are kept for two counts of theirs, so not of those."""
    tables = db.rows(
        "SELECT table_name AS name FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
    )
    return {
        row.name: db.value(f"SELECT COUNT(*) FROM {row.name}")
        for row in tables
        if not row.name.startswith("statistics_")
    }


def test_a_load_that_was_interrupted_is_done_again(
    db: Database, demo: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = SimpleNamespace(load=interrupt)
    with monkeypatch.context() as patch:
        patch.setattr(loading, "PARTS", (*loading.PARTS, end))
        with pytest.raises(Interrupted):
            loading.load(db.connection, lambda _: None)
    db.call("password_recover", None, "student@example.com")
    said: list[str] = []
    assert loading.load(db.connection, said.append)
    assert said == ["Taking an interrupted load away", "Loading the demo university"]
    assert counts(db) == counts(demo)
    assert db.call("counters_verify", None).differences == []


def test_people_of_ones_own_are_left_alone(db: Database) -> None:
    db.rows("DELETE FROM settings WHERE name = 'demo_data'")
    before = counts(db)
    assert not loading.load(db.connection, lambda _: None)
    assert counts(db) == before


def test_what_is_kept_are_tables(db: Database) -> None:
    assert set(loading.KEPT) <= {*counts(db), "statistics_snapshots"}
