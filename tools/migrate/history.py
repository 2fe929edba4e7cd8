"""The tool's own tables: what ran, what is applied, every version of every object."""

from __future__ import annotations

import getpass
import socket
from dataclasses import dataclass
from typing import Any

from tools.migrate.session import Session
from tools.migrate.source import CodeObject, Kind, Script

_OPTIONS = "ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci"
_TIMES = (
    "created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,"
    " updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP"
)
TABLES = (
    f"""CREATE TABLE IF NOT EXISTS schema_migrations (
    name VARCHAR(120) NOT NULL COMMENT 'File in db/migrations, db/reference, or roles',
    kind ENUM('migration', 'reference', 'roles') NOT NULL,
    digest CHAR(64) NOT NULL COMMENT 'SHA-256 of the file as it ran',
    is_done TINYINT(1) NOT NULL DEFAULT 0,
    applied_by VARCHAR(300) NOT NULL COMMENT 'Person and machine',
    {_TIMES},
    PRIMARY KEY (kind, name)
) {_OPTIONS} COMMENT = 'Scripts that ran; written by the migration tool'""",
    f"""CREATE TABLE IF NOT EXISTS schema_journal (
    migration VARCHAR(120) NOT NULL,
    statement_number SMALLINT UNSIGNED NOT NULL,
    is_done TINYINT(1) NOT NULL DEFAULT 0,
    fingerprint CHAR(64) NULL COMMENT 'Of the table it touches, before; NULL: no such table',
    statement MEDIUMTEXT NOT NULL,
    {_TIMES},
    PRIMARY KEY (migration, statement_number)
) {_OPTIONS} COMMENT = 'Statements of migrations: begun, done; written by the migration tool'""",
    f"""CREATE TABLE IF NOT EXISTS schema_objects (
    kind ENUM('table', 'function', 'procedure', 'view', 'trigger', 'event') NOT NULL,
    name VARCHAR(64) NOT NULL,
    digest CHAR(64) NULL COMMENT 'SHA-256 of the file it was made from; NULL: a table',
    fingerprint CHAR(64) NULL COMMENT 'Of SHOW CREATE when it was made; NULL: being made now',
    pinned_digest CHAR(64) NULL COMMENT 'Rolled back: the file of this digest is not applied',
    module VARCHAR(40) NULL COMMENT 'Folder of its file, such as job; NULL: a table',
    {_TIMES},
    PRIMARY KEY (kind, name)
) {_OPTIONS} COMMENT = 'What is applied now; written by the migration tool'""",
    f"""CREATE TABLE IF NOT EXISTS schema_object_versions (
    kind ENUM('function', 'procedure', 'view', 'trigger', 'event') NOT NULL,
    name VARCHAR(64) NOT NULL,
    version INT UNSIGNED NOT NULL COMMENT 'Counts from 1 for every object',
    action ENUM('apply', 'rollback', 'drop') NOT NULL,
    source MEDIUMTEXT NULL COMMENT 'The whole file; NULL: dropped',
    applied_by VARCHAR(300) NOT NULL COMMENT 'Person and machine',
    {_TIMES},
    PRIMARY KEY (kind, name, version)
) {_OPTIONS} COMMENT = 'Every version of every object; written by the migration tool'""",
)
OWN_TABLES = {
    "schema_migrations",
    "schema_journal",
    "schema_objects",
    "schema_object_versions",
}


@dataclass(frozen=True)
class Applied:
    """What the history knows of one object."""

    digest: str | None
    fingerprint: str | None
    pinned_digest: str | None


def who() -> str:
    """Return the person and the machine that deploy."""
    try:
        person = getpass.getuser()
    except (KeyError, OSError):
        person = "unknown"
    return f"{person}@{socket.gethostname()}"[:300]


def prepare(session: Session) -> None:
    """Make the tool's tables where they are missing."""
    for statement in TABLES:
        session.run(statement)
    # Schemas that were made before there were modules.
    if not session.run("SHOW COLUMNS FROM schema_objects LIKE 'module'"):
        session.run(
            "ALTER TABLE schema_objects ADD COLUMN module VARCHAR(40) NULL"
            " COMMENT 'Folder of its file, such as job; NULL: a table' AFTER pinned_digest"
        )


def exists(session: Session) -> bool:
    """Return whether the schema has a history."""
    found = session.run(
        "SELECT COUNT(*) AS n FROM information_schema.tables"
        " WHERE table_schema = %s AND table_name = 'schema_object_versions'",
        session.schema,
    )
    return bool(found[0]["n"])


def scripts(session: Session, kind: str) -> dict[str, tuple[str, bool]]:
    """Return digest and whether it is done, by name of the script."""
    rows = session.run("SELECT name, digest, is_done FROM schema_migrations WHERE kind = %s", kind)
    return {row["name"]: (row["digest"], bool(row["is_done"])) for row in rows}


def note_script(session: Session, kind: str, script: Script, *, is_done: bool) -> None:
    """Remember that a script has begun or is done."""
    session.run(
        "REPLACE INTO schema_migrations (name, kind, digest, is_done, applied_by)"
        " VALUES (%s, %s, %s, %s, %s)",
        script.name,
        kind,
        script.digest,
        is_done,
        who(),
    )


def objects(session: Session) -> dict[tuple[str, str], Applied]:
    """Return what is applied, by kind and name."""
    rows = session.run("SELECT kind, name, digest, fingerprint, pinned_digest FROM schema_objects")
    return {
        (row["kind"], row["name"]): Applied(row["digest"], row["fingerprint"], row["pinned_digest"])
        for row in rows
    }


def code_objects(session: Session) -> list[CodeObject]:
    """Return the applied objects by kind, name and folder; without their text."""
    rows = session.run("SELECT kind, name, module FROM schema_objects WHERE kind <> 'table'")
    return [CodeObject(Kind(row["kind"]), row["name"], "", row["module"] or "") for row in rows]


def note_begun(session: Session, one: CodeObject) -> None:
    """Remember, before an object is touched, that it is in the making."""
    session.run(
        "INSERT INTO schema_objects (kind, name, digest) VALUES (%s, %s, NULL)"
        " ON DUPLICATE KEY UPDATE digest = NULL, fingerprint = NULL",
        one.kind.value,
        one.name,
    )


def note_applied(
    session: Session, one: CodeObject, fingerprint: str, action: str, pinned: str | None
) -> None:
    """Remember an object as made, with its source as the next version, in one transaction."""
    with session.transaction():
        session.run(
            "REPLACE INTO schema_objects (kind, name, digest, fingerprint, pinned_digest, module)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            one.kind.value,
            one.name,
            one.digest,
            fingerprint,
            pinned,
            one.folder,
        )
        _add_version(session, one.kind.value, one.name, action, one.text)


def note_modules(session: Session, objects: list[CodeObject]) -> None:
    """Remember the folder of files that were moved, or applied before folders were remembered."""
    rows = session.run("SELECT kind, name, module FROM schema_objects")
    known = {(row["kind"], row["name"]): row["module"] for row in rows}
    for one in objects:
        key = (one.kind.value, one.name)
        if key in known and known[key] != one.folder:
            session.run(
                "UPDATE schema_objects SET module = %s WHERE kind = %s AND name = %s",
                one.folder,
                *key,
            )


def note_dropped(session: Session, kind: str, name: str) -> None:
    """Remember an object as gone."""
    with session.transaction():
        session.run("DELETE FROM schema_objects WHERE kind = %s AND name = %s", kind, name)
        _add_version(session, kind, name, "drop", None)


def _add_version(session: Session, kind: str, name: str, action: str, source: str | None) -> None:
    last = versions(session, name, kind)[-1:]
    # Killed after the object was made and before this was written: the same version once.
    if last and (last[0]["action"], last[0]["source"]) == (action, source):
        return
    # In hexadecimal: the driver looks for DELIMITER in the text of every statement it sends.
    session.run(
        "INSERT INTO schema_object_versions (kind, name, version, action, source, applied_by)"
        " VALUES (%s, %s, %s, %s, CONVERT(UNHEX(%s) USING utf8mb4), %s)",
        kind,
        name,
        last[0]["version"] + 1 if last else 1,
        action,
        None if source is None else source.encode().hex(),
        who(),
    )


def sources(session: Session) -> dict[tuple[str, str], str]:
    """Return the files that are applied now, by kind and name."""
    rows = session.run(
        "SELECT v.kind, v.name, v.source FROM schema_object_versions AS v JOIN ("
        "SELECT kind, name, MAX(version) AS version FROM schema_object_versions GROUP BY kind, name"
        ") AS newest USING (kind, name, version) WHERE v.source IS NOT NULL"
    )
    return {(str(row["kind"]), str(row["name"])): str(row["source"]) for row in rows}


def versions(session: Session, name: str, kind: str | None = None) -> list[dict[str, Any]]:
    """Return every version of an object, the oldest first."""
    return session.run(
        "SELECT kind, version, action, source, applied_by, created_at FROM schema_object_versions"
        " WHERE name = %s AND (%s IS NULL OR kind = %s) ORDER BY version",
        name,
        kind,
        kind,
    )


def note_table(session: Session, name: str, fingerprint: str | None) -> None:
    """Remember what a table looks like after its migrations; None: it is gone."""
    if fingerprint is None:
        session.run("DELETE FROM schema_objects WHERE kind = 'table' AND name = %s", name)
    else:
        session.run(
            "REPLACE INTO schema_objects (kind, name, fingerprint) VALUES ('table', %s, %s)",
            name,
            fingerprint,
        )
