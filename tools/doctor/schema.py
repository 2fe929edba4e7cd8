"""The schema: whether it is there, and as the files say."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from tools.doctor.finding import Finding, problem, warning
from tools.doctor.patient import Patient
from tools.migrate import api, history
from tools.migrate.errors import MigrationError
from tools.migrate.session import Session
from tools.migrate.verify import verify

CHARACTER_SET = "utf8mb4_0900_ai_ci"
SHOWN = 5
"""A line names so many differences; ./alumni migrate verify names all."""


def exists(session: Session) -> bool:
    """Return whether a migration has ever begun in the schema."""
    return history.exists(session)


def check(patient: Patient) -> Iterator[Finding]:
    """Find what differs from the files: not applied, interrupted, changed by hand."""
    database = patient.settings.database
    rows = patient.session.run(
        "SELECT default_collation_name AS collation FROM information_schema.schemata"
        " WHERE schema_name = %s",
        database.name,
    )
    if not rows or not exists(patient.session):
        yield warning("schema", f"there is no {database.name} yet", "Run ./alumni up.")
        return
    yield from _contents(patient)
    if rows[0]["collation"] == CHARACTER_SET:
        yield Finding("character set", CHARACTER_SET)
    else:
        yield problem(
            "character set",
            f"{database.name} has {rows[0]['collation']} by default",
            f"Run ALTER DATABASE `{database.name}` COLLATE {CHARACTER_SET}",
        )


def _contents(patient: Patient) -> Iterator[Finding]:
    database = patient.settings.database
    try:
        steps = api.plan(database)
    except MigrationError as refusal:
        yield problem("schema", str(refusal), "Then run ./alumni doctor again.")
        return
    session = api.open_session(database)
    with contextlib.closing(session.connection):
        differences = verify(session)
    # What is applied next needs no hand.
    planned = {(step.kind, step.name) for step in steps}
    changed = [str(one) for one in differences if (one.kind, one.name) not in planned]
    if steps:
        yield problem("schema", _some(list(map(str, steps))), "Run ./alumni migrate apply.")
    if changed:
        yield problem(
            "schema, by hand",
            _some(changed),
            "Look with ./alumni migrate verify and history NAME; put the change into the file.",
        )
    if not steps and not changed:
        yield Finding("schema", f"{database.name} is as the files say")


def _some(lines: list[str]) -> str:
    more = len(lines) - SHOWN
    return "; ".join(lines[:SHOWN]) + (f"; and {more} more" if more > 0 else "")
