"""db/SCHEMA-CHANGES.md says what this server does: each statement of it is run."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import mysql.connector
import pytest

from tests.support.database import Database
from tests.support.sources import CHECKOUT
from tools.server.distribution import version_of

DOCUMENT = (CHECKOUT / "db/SCHEMA-CHANGES.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| .+? \| `(.+)` \| (INSTANT|INPLACE|COPY) \| (go on|wait) \| (yes|no) \|$", re.M
)
REFUSED = {1845, 1846}
"""Not supported for this operation; the same with a reason."""


@dataclass(frozen=True)
class Claim:
    """A row of the document."""

    statement: str
    algorithm: str
    writers: str
    is_rewritten: bool

    @property
    def table(self) -> str:
        """The table that changes."""
        return str(re.findall(r"ALTER TABLE (\w+)", self.statement)[0])

    @property
    def promise(self) -> str:
        """The algorithm and the lock with which it must work."""
        if self.algorithm == "INSTANT":
            return "ALGORITHM = INSTANT"
        return f"ALGORITHM = {self.algorithm}, LOCK = {'NONE' if self._is_free else 'SHARED'}"

    @property
    def better(self) -> list[str]:
        """What must be refused, or the claim is too modest."""
        found = []
        if self.algorithm != "INSTANT":
            found.append("ALGORITHM = INSTANT")
        if self.algorithm == "COPY":
            found.append("ALGORITHM = INPLACE, LOCK = SHARED")
        elif not self._is_free:
            found.append("ALGORITHM = INPLACE, LOCK = NONE")
        return found

    @property
    def _is_free(self) -> bool:
        return self.writers == "go on"


CLAIMS = [
    Claim(statement, algorithm, writers, rewritten == "yes")
    for statement, algorithm, writers, rewritten in ROW.findall(DOCUMENT)
]


@pytest.fixture(scope="module")
def scratch(lend: Callable[[str], Database], template: str) -> Database:
    """Return a schema whose tables may be changed, on the version that the document names."""
    database = lend(template)
    version = version_of(database.value("SELECT VERSION()"))
    (named,) = re.findall(r"Tried on MySQL (\d+)\.(\d+)\.", DOCUMENT)
    if version[:2] != tuple(map(int, named)):
        pytest.skip(f"the document is about MySQL {'.'.join(named)}")
    return database


def test_every_row_is_read() -> None:
    assert len(CLAIMS) == len(re.findall(r"^\| .*`.*ALTER TABLE", DOCUMENT, re.M)) > 40
    assert all(
        claim.writers == "wait" and claim.is_rewritten
        for claim in CLAIMS
        if claim.algorithm == "COPY"
    )


@pytest.mark.xdist_group("schema_changes")
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda one: one.statement)
def test_the_server_does_what_is_claimed(claim: Claim, scratch: Database) -> None:
    definition = scratch.row(f"SHOW CREATE TABLE {claim.table}")["Create Table"]
    number = _number(scratch, claim.table)
    *before, statement = claim.statement.split("; ")
    try:
        for one in before:
            scratch.rows(one)
        for better in claim.better:
            with pytest.raises(mysql.connector.Error) as refusal:
                scratch.rows(f"{statement}, {better}")
            assert refusal.value.errno in REFUSED
        scratch.rows(f"{statement}, {claim.promise}")
        assert (_number(scratch, claim.table) != number) == claim.is_rewritten
    finally:
        scratch.rows("SET foreign_key_checks = 0")
        scratch.rows(f"DROP TABLE {claim.table}")
        scratch.rows(definition)
        scratch.rows("SET foreign_key_checks = 1")


def _number(db: Database, table: str) -> int:
    """Return InnoDB's number of a table: another one after it was rewritten."""
    return int(
        db.value(
            "SELECT table_id FROM information_schema.innodb_tables"
            " WHERE name = CONCAT(%s, '/', %s)",
            db.schema,
            table,
        )
    )
