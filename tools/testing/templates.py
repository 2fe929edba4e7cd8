"""The schemas that tests copy: the checkout's database, empty and with the demo university.

They are made once for each state of the files they are made of. The data folder of a server that
holds both is kept in the cache, so that the next run starts from a copy of it.
"""

from __future__ import annotations

import functools
import hashlib
import secrets
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from filelock import FileLock

from tools.connection import connect
from tools.migrate import catalog
from tools.migrate.api import apply_tree, clone_schema, open_session
from tools.migrate.source import Kind
from tools.seed.demo.load import load as load_demo
from tools.server.distribution import Distribution
from tools.server.instance import Instance, throwaway
from tools.settings import CHECKOUT
from web.settings import DatabaseSettings

SOURCES = ("db", "procedures", "triggers", "views", "tools/migrate", "tools/seed", "tools/server")
SUFFIXES = {".sql", ".json", ".py"}
KEPT = 3
"""How many data folders stay in the cache."""
Report = Callable[[str], None]


@functools.cache
def digest() -> str:
    """Return what names the state of the files that the templates are made of."""
    state = hashlib.sha256()
    for folder in SOURCES:
        for path in sorted((CHECKOUT / folder).rglob("*.*")):
            if path.suffix in SUFFIXES:
                state.update(str(path.relative_to(CHECKOUT)).encode() + path.read_bytes())
    return state.hexdigest()[:12]


def empty(server: DatabaseSettings, lock: Path) -> str:
    """Return the name of a schema with the checkout's database and no people; makes it once."""
    return _made_once(server, f"template_{digest()}", lock, _migrate)


def demo(server: DatabaseSettings, lock: Path) -> str:
    """Return the name of a schema with the demo university; makes it once."""

    def load(database: DatabaseSettings) -> None:
        clone_schema(database, template)
        with connect(database, database.name) as connection:
            load_demo(connection, lambda _: None)

    template = empty(server, lock)
    return _made_once(server, f"demo_{digest()}", lock, load)


def _made_once(
    server: DatabaseSettings, schema: str, lock: Path, make: Callable[[DatabaseSettings], None]
) -> str:
    # The mark is a schema of its own, so that the template holds the database only.
    mark = f"{schema}_is_complete"
    with FileLock(lock), connect(server) as connection, connection.cursor() as cursor:
        cursor.execute("SHOW DATABASES LIKE %s", (mark.replace("_", r"\_"),))
        if cursor.fetchone() is None:
            cursor.execute(f"DROP DATABASE IF EXISTS {schema}")
            make(replace(server, name=schema))
            cursor.execute(f"CREATE DATABASE {mark}")
    return schema


def _migrate(database: DatabaseSettings) -> None:
    apply_tree(database, CHECKOUT, lambda _: None)
    # Tests call what the scheduler would call, when they want it.
    session = open_session(database)
    for event in catalog.names(session, Kind.EVENT):
        session.run(f"DROP EVENT `{event}`")
    session.connection.close()


def started(folder: Path, programs: Distribution, cache: Path, report: Report) -> Instance:
    """Start a throwaway server that has the templates. Raises ServerError."""
    version = ".".join(map(str, programs.version))
    kept = cache / f"test-data-{version}-{digest()}"
    password = secrets.token_urlsafe(16)
    # The data folder may be a copy, made under another password.
    folder.mkdir(mode=0o700)
    first = folder / "password.sql"
    first.touch(mode=0o600)
    first.write_text(f"ALTER USER root@localhost IDENTIFIED BY '{password}';\n")
    instance = throwaway(folder, programs, password)
    instance = replace(instance, tuning=(*instance.tuning, f"--init-file={first}"))
    if kept.exists():
        report("Copying the test data")
        shutil.copytree(kept, folder / "data")
        instance.start(report)
        return instance
    # The log takes most of a data folder that has been used.
    maker = replace(instance, tuning=(*instance.tuning, "--loose-innodb-redo-log-capacity=32M"))
    maker.start(report)
    report("Making the test data")
    demo(maker.database, folder / "templates.lock")
    maker.stop()
    _keep(folder / "data", kept)
    instance.start(report)
    return instance


def _keep(data: Path, kept: Path) -> None:
    """Put a copy of a data folder into the cache, whole or not at all; drop the oldest."""
    scratch = kept.with_name(f"{kept.name}.{secrets.token_hex(4)}")
    kept.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(kept.parent / "test-data.lock"):
        for leftover in kept.parent.glob("test-data-*.????????"):
            shutil.rmtree(leftover, ignore_errors=True)
        # Without what names the server, and without the log of changes that nobody will replay.
        shutil.copytree(data, scratch, ignore=shutil.ignore_patterns("auto.cnf", "binlog.*"))
        if not kept.exists():
            scratch.rename(kept)
        shutil.rmtree(scratch, ignore_errors=True)
        by_age = sorted(kept.parent.glob("test-data-*-*/"), key=lambda one: one.stat().st_mtime)
        for old in by_age[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)
