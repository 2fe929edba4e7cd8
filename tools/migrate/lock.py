"""One deployer at a time.

Two locks: one on a connection of its own, which announces the deployment, and one on the connection
that does the work. When a deployer is killed, the server releases the first lock immediately, but
may still run the last statement. It releases the second lock only when that statement has ended.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from tools.migrate.errors import MigrationError
from tools.migrate.session import Session

WAIT_SECONDS = 60


@contextlib.contextmanager
def deployer(
    guard: Session, work: Session, report: Callable[[str], None], wait: int = WAIT_SECONDS
) -> Iterator[None]:
    """Hold both locks. Raises MigrationError if another deployment takes too long."""
    names = (_name(guard.schema, "deploy"), _name(guard.schema, "work"))
    for session, name in ((guard, names[0]), (work, names[1])):
        if not _take(session, name, 0):
            report("Waiting for another deployer")
            if not _take(session, name, wait):
                raise MigrationError(
                    f"Another deployment to {guard.schema} has not finished in {wait} s. Try later."
                )
    try:
        yield
    finally:
        # A lost connection has lost its locks already.
        for session, name in ((work, names[1]), (guard, names[0])):
            with contextlib.suppress(Exception):
                session.run("DO RELEASE_LOCK(%s)", name)


def _name(schema: str, what: str) -> str:
    """Return a lock's name: locks are the server's, not the schema's, and at most 64 long."""
    return f"{what}:{schema}"[:64]


def _take(session: Session, name: str, seconds: int) -> bool:
    return bool(session.run("SELECT GET_LOCK(%s, %s) AS got", name, seconds)[0]["got"])
