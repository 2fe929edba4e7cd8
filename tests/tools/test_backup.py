"""Backup and restore: into another server, all the same; damage and what is there are refused.

The demo university is restored once here. To replace it is what test_documents_typed.py does, as
the README says; here the rules of replacing and refusing are tried on a schema with one table.
"""

from __future__ import annotations

import io
import json
import os
import secrets
import stat
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import mysql.connector
import pytest

from tests.support.database import Database
from tests.support.server import Server
from tests.support.trees import small_tree
from tools import settings as configuration
from tools.backup import api, archive
from tools.backup.errors import BackupError
from tools.connection import connect
from tools.migrate import catalog
from tools.migrate.api import apply_tree, open_session
from tools.server.instance import throwaway
from tools.server.locate import distribution
from tools.settings import Settings, web_user
from web.settings import DatabaseSettings

pytestmark = pytest.mark.xdist_group("backup")

EVENT = (
    "CREATE DEFINER = alumni_owner@`%` EVENT ev_test_backup"
    " ON SCHEDULE EVERY 1 HOUR STARTS '2035-01-01' DO SELECT 1 INTO @a"
)


def nothing(_: str) -> None:
    """Report to nobody."""


def settings_for(home: Path, database: DatabaseSettings) -> Settings:
    """Return the settings of an installation with a server of its own."""
    return configuration.load(
        {
            "ALUMNI_HOME": str(home),
            "ALUMNI_CACHE": os.environ["ALUMNI_CACHE"],
            "DB_SOCKET": str(database.socket),
            "DB_USER": database.user,
            "DB_PASSWORD": database.password,
            "DB_NAME": database.name,
        }
    )


def everything(settings: Settings) -> dict[tuple[str, str], object]:
    """Return the definition of every object, and the checksum of every table."""
    session = open_session(settings.database)
    try:
        found: dict[tuple[str, str], object] = {**catalog.snapshot(session)}
        for table in catalog.tables(session):
            (row,) = session.run(f"CHECKSUM TABLE `{table}`")
            found["rows", table] = row["checksum"]
            assert row["checksum"] is not None, table
        return found
    finally:
        session.connection.close()


@pytest.fixture(scope="module")
def here(
    server: Server,
    lend: Callable[[str], Database],
    demo_template: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Settings:
    """Return an installation with the demo data, an event, and a mail that was written."""
    database = lend(demo_template)
    database.rows(EVENT)
    settings = settings_for(tmp_path_factory.mktemp("here"), server.database(database.schema))
    settings.web.mail.folder.mkdir()
    (settings.web.mail.folder / "1.eml").write_text("Subject: Hello")
    return settings


@pytest.fixture(scope="module")
def there(here: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Return an installation on a server that has nothing."""
    folder = tmp_path_factory.mktemp("there")
    programs = distribution(here.cache, nothing)
    instance = throwaway(folder / "server", programs, secrets.token_urlsafe(16))
    instance.start(nothing)
    place = instance.database
    yield settings_for(
        folder / "home", DatabaseSettings(place.user, place.password, "other", socket=place.socket)
    )
    instance.stop()


@pytest.fixture(scope="module")
def file(here: Settings) -> Path:
    """Return a backup of `here`."""
    path, manifest = api.backup(here, None, nothing)
    assert path.parent == here.home / "backups"
    assert manifest.sections.keys() >= {
        "table users",
        "rows and triggers of users",
        "view vw_open_jobs",
        "routines",
        "events",
    }
    assert manifest.binary_log
    assert manifest.migrations
    return path


def changed(file: Path, target: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Copy a backup with one of its files changed."""
    with tarfile.open(file) as before, tarfile.open(target, "w") as after:
        for member in before:
            extracted = before.extractfile(member)
            content = extracted.read() if extracted else b""
            if member.name == name:
                content = change(content)
            member.size = len(content)
            after.addfile(member, io.BytesIO(content))
    return target


def test_the_file_is_its_owners(file: Path, here: Settings) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(here.home.glob("backup-*")) == []
    for name in (here.database.password, here.web_database.password):
        assert name.encode() not in file.read_bytes()
    with pytest.raises(BackupError, match="never replaces"):
        api.backup(here, file, nothing)


def test_into_an_empty_server(file: Path, here: Settings, there: Settings) -> None:
    expected = everything(here)
    manifest, kept = api.restore(there, file, nothing)
    assert kept is None
    assert manifest.schema == here.database.name
    assert everything(there) == expected
    assert ("event", "ev_test_backup") in expected
    assert (there.web.mail.folder / "1.eml").read_text() == "Subject: Hello"

    # The web can do there what it can do here, and nothing else.
    web = open_session(there.web_database)
    with web.connection:
        for denied in ("SELECT 1 FROM users", "CALL user_role_set(NULL, 'a@example.org', 'admin')"):
            with pytest.raises(mysql.connector.Error, match="denied"):
                web.run(denied)
        assert web.run("CALL help('job_apply')")


def of(settings: Settings, schema: str) -> Settings:
    """Return the settings of another schema of the same server and home."""
    database = settings.database
    account = replace(settings.web_database, name=schema, user=web_user(schema))
    return replace(
        settings,
        database=replace(database, name=schema),
        web=replace(settings.web, database=account),
    )


@pytest.fixture(scope="module")
def small(there: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Return an installation of a small checkout, on the server that had nothing."""
    tree = small_tree(tmp_path_factory.mktemp("small"))
    settings = of(there, "small")
    with pytest.MonkeyPatch.context() as patch:
        # Restoring asks the checkout which migrations and roles there are.
        patch.setattr(api, "CHECKOUT", tree)
        apply_tree(settings.database, tree, nothing)
        yield settings


@pytest.fixture(scope="module")
def small_file(small: Settings) -> Path:
    """Return a backup of `small`."""
    path, manifest = api.backup(small, small.home / "small.tar", nothing)
    assert {"rows and triggers of things", "view vw_a", "routines", "events"} <= set(
        manifest.sections
    )
    return path


def test_what_is_there_is_replaced_when_asked(small_file: Path, small: Settings) -> None:
    expected = everything(small)
    with pytest.raises(BackupError, match="not empty"):
        api.restore(small, small_file, nothing)
    assert everything(small) == expected, "a refusal changes nothing"

    admin = open_session(small.database)
    with admin.connection:
        admin.run("UPDATE things SET name = 'later' WHERE id = 11")
    manifest, kept = api.restore(small, small_file, nothing, is_replacing=True)
    assert everything(small) == expected
    assert kept
    # What was replaced is kept, and differs in what was changed.
    before = archive.unpack(kept, kept.parent).sections
    differing = {name for name in before if before[name] != manifest.sections[name]}
    assert differing == {"rows and triggers of things"}


def test_what_is_damaged_is_refused(small_file: Path, small: Settings, tmp_path: Path) -> None:
    def flip(content: bytes) -> bytes:
        return content[:100] + bytes([content[100] ^ 1]) + content[101:]

    def newer(content: bytes) -> bytes:
        values = json.loads(content)
        return json.dumps({**values, "migrations": ["9999_later"]}).encode()

    def other_rows(content: bytes) -> bytes:
        values = json.loads(content)
        values["sections"]["rows and triggers of things"] = "0" * 64
        return json.dumps(values).encode()

    (tmp_path / "text").write_text("no backup")
    cut = tmp_path / "cut"
    cut.write_bytes(small_file.read_bytes()[: small_file.stat().st_size // 2])
    elsewhere = of(small, "damaged")
    for path, words in (
        (tmp_path / "none", "no file"),
        (tmp_path / "text", "no backup"),
        (cut, "damaged|not whole"),
        (changed(small_file, tmp_path / "a", "database.sql.gz", flip), "damaged"),
        (changed(small_file, tmp_path / "b", "manifest.json", newer), "newer than this checkout"),
        (changed(small_file, tmp_path / "c", "manifest.json", lambda _: b"{}"), "another version"),
        (
            changed(small_file, tmp_path / "d", "manifest.json", other_rows),
            "rows and triggers of things",
        ),
    ):
        with pytest.raises(BackupError, match=words):
            api.restore(elsewhere, path, nothing)
        with connect(small.database) as connection, connection.cursor() as cursor:
            cursor.execute("SHOW DATABASES LIKE 'damaged'")
            assert cursor.fetchall() == [], path.name
