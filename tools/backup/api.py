"""What the commands call: make a backup, restore one."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.backup import archive, dump
from tools.backup.archive import Manifest
from tools.backup.errors import BackupError
from tools.connection import connect
from tools.migrate import api, grants, history
from tools.migrate.source import read_migrations, read_roles
from tools.settings import CHECKOUT, Settings

DATABASE = "database.sql.gz"
EVENTS = "events.sql.gz"
MAIL = "mail"

Report = Callable[[str], None]


def backup(settings: Settings, target: Path | None, report: Report) -> tuple[Path, Manifest]:
    """Write a backup of the moment at which this is called; returns the file.

    The site goes on meanwhile; deployers wait, because definitions have no snapshots.
    """
    now = dt.datetime.now(dt.UTC)
    name = f"{settings.database.name}-{now:%Y%m%dT%H%M%SZ}.tar"
    target = (target or settings.home / "backups" / name).absolute()
    if target.exists():
        raise BackupError(f"{target} exists already: a backup never replaces another.")
    with _scratch(settings) as folder, api.deploying(settings.database, report) as session:
        report("Dumping the database")
        options = (*dump.EVERYTHING, *dump.position_options(settings))
        with gzip.open(folder / DATABASE, "wb") as file:
            everything = dump.run(settings, options, file)
        with gzip.open(folder / EVENTS, "wb") as file:
            events = dump.run(settings, dump.EVENTS, file)
        if settings.web.mail.folder.exists():
            shutil.copytree(settings.web.mail.folder, folder / MAIL)
        manifest = Manifest(
            made_at=now.isoformat(timespec="seconds"),
            schema=settings.database.name,
            server=str(session.run("SELECT VERSION() AS version")[0]["version"]),
            migrations=(
                sorted(history.scripts(session, "migration")) if history.exists(session) else []
            ),
            sections={**everything.sections, **events.sections},
            binary_log=everything.binary_log,
            position=everything.position,
        )
        report("Writing the file")
        archive.write(target, manifest, folder)
    return target, manifest


def restore(
    settings: Settings, source: Path, report: Report, *, is_replacing: bool = False
) -> tuple[Manifest, Path | None]:
    """Make the database what it was; returns the manifest, and the backup of what was there.

    Raises BackupError where the file is not whole, where there is something already (unless asked
    to replace it), and where what came out differs from what went in: then there is no schema.
    """
    kept = None
    with _scratch(settings) as folder:
        report("Checking the file")
        manifest = archive.unpack(source, folder)
        newer = set(manifest.migrations) - {one.name for one in read_migrations(CHECKOUT)}
        if newer:
            raise BackupError(
                f"The backup is newer than this checkout: it has {', '.join(sorted(newer))}."
            )
        if _is_there(settings):
            if not is_replacing:
                raise BackupError(
                    f"{settings.database.name} is not empty. With --replace it is backed up, "
                    "dropped and restored."
                )
            kept, _ = backup(settings, None, report)
        try:
            _load(settings, manifest, folder, report)
        except BaseException as error:
            # Half a database looks like a whole one.
            _run(settings, f"DROP DATABASE IF EXISTS `{settings.database.name}`")
            if kept and isinstance(error, BackupError):
                raise BackupError(f"{error} What was there is in {kept}.") from error
            raise
        if (folder / MAIL).exists():
            shutil.copytree(folder / MAIL, settings.web.mail.folder, dirs_exist_ok=True)
    return manifest, kept


def _load(settings: Settings, manifest: Manifest, folder: Path, report: Report) -> None:
    name = settings.database.name
    _run(settings, f"DROP DATABASE IF EXISTS `{name}`")
    api.create_schema(settings.database)
    session = api.open_session(settings.database)
    with contextlib.closing(session.connection):
        # What is loaded belongs to the owner, who must be there first.
        roles = read_roles(CHECKOUT)
        for statement in roles.statements if roles else []:
            session.run(statement)
        report("Loading the database")
        with gzip.open(folder / DATABASE, "rb") as file:
            dump.load(settings, file)
        report("Comparing it with the backup")
        found = dump.run(settings, dump.EVERYTHING).sections
        # Only now, because they begin to change rows.
        with gzip.open(folder / EVENTS, "rb") as file:
            dump.load(settings, file)
        found |= dump.run(settings, dump.EVENTS).sections
        differing = sorted(
            one
            for one in found.keys() | manifest.sections.keys()
            if found.get(one) != manifest.sections.get(one)
        )
        if differing:
            raise BackupError(
                f"What was restored is not what was backed up: {', '.join(differing[:5])}. "
                "It has been dropped."
            )
        grants.grant_all(session, history.code_objects(session))
    api.ensure_web_login(settings)


def _is_there(settings: Settings) -> bool:
    """Return whether the schema has anything in it."""
    name = settings.database.name
    return any(
        _run(settings, question, name)
        for question in (
            "SELECT 1 FROM information_schema.tables WHERE table_schema = %s LIMIT 1",
            "SELECT 1 FROM information_schema.routines WHERE routine_schema = %s LIMIT 1",
            "SELECT 1 FROM information_schema.events WHERE event_schema = %s LIMIT 1",
        )
    )


def _run(settings: Settings, statement: str, *arguments: str) -> list[tuple[object, ...]]:
    with connect(settings.database) as connection, connection.cursor() as cursor:
        cursor.execute(statement, arguments)
        return list(cursor.fetchall()) if cursor.with_rows else []


@contextlib.contextmanager
def _scratch(settings: Settings) -> Iterator[Path]:
    """Make a folder that nobody else reads, beside where backups are: there is room for them."""
    with tempfile.TemporaryDirectory(prefix="backup-", dir=settings.home) as folder:
        yield Path(folder)
