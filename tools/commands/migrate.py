"""`./alumni migrate`: bring the database to the state of the checkout, and look at its history."""

from __future__ import annotations

import contextlib
import difflib
from typing import Annotated

import typer
from rich.table import Table

from tools import settings as configuration
from tools.console import console, progress
from tools.migrate import api, history
from tools.migrate import verify as verification
from tools.server import access
from tools.settings import Settings

DIFFERS = 3

app = typer.Typer(
    help="Apply the SQL files to the database, compare, look back.\n\n"
    "Exit codes: 0 all is as the files say, 3 it differs, 1 it failed.",
    no_args_is_help=True,
)
Name = Annotated[str, typer.Argument(help="Name of a procedure, function, view, trigger or event.")]


def _settings() -> Settings:
    settings = configuration.load()
    with progress("Looking for MySQL") as report:
        access.ensure(settings, report)
    return settings


@app.command()
def plan() -> None:
    """Show what apply would do. Exit code 3 when there is something."""
    steps = api.plan(_settings().database)
    for step in steps:
        console.print(str(step), markup=False)
    console.print(f"{len(steps)} steps." if steps else "The database is as the files say.")
    raise typer.Exit(DIFFERS if steps else 0)


@app.command()
def apply() -> None:
    """Bring the database to the state of the files. Taken up again after a kill."""
    settings = _settings()
    with progress("Applying the database") as report:
        result = api.apply_all(settings, report)
    for line in result.applied:
        console.print(line, markup=False)
    console.print(f"{len(result.applied)} steps done." if result.applied else "Nothing to do.")


@app.command()
def status() -> None:
    """List what is applied: migrations, and each object with its version."""
    session = api.open_session(_settings().database)
    with contextlib.closing(session.connection):
        history.prepare(session)
        table = Table("Kind", "Name", "Version", "Since", "State", box=None)
        for name, (_, is_done) in history.scripts(session, "migration").items():
            table.add_row("migration", name, "", "", "done" if is_done else "interrupted")
        rows = session.run(
            "SELECT o.kind, o.name, o.digest, o.pinned_digest, MAX(v.version) AS version,"
            " MAX(v.created_at) AS since FROM schema_objects AS o"
            " LEFT JOIN schema_object_versions AS v ON v.kind = o.kind AND v.name = o.name"
            " WHERE o.kind <> 'table' GROUP BY o.kind, o.name, o.digest, o.pinned_digest"
            " ORDER BY o.kind, o.name"
        )
        for row in rows:
            state = "rolled back" if row["pinned_digest"] else "applied"
            if row["digest"] is None:
                state = "interrupted"
            table.add_row(
                str(row["kind"]), str(row["name"]), str(row["version"]), str(row["since"]), state
            )
    console.print(table)


@app.command()
def verify() -> None:
    """Compare the live objects with the files and name what was changed by hand. Exit code 3."""
    settings = _settings()
    steps = api.plan(settings.database)
    session = api.open_session(settings.database)
    with contextlib.closing(session.connection):
        history.prepare(session)
        found = [*map(str, steps), *map(str, verification.verify(session))]
    for line in found:
        console.print(line, markup=False)
    console.print(f"{len(found)} differences." if found else "The database is as the files say.")
    raise typer.Exit(DIFFERS if found else 0)


@app.command("history")
def show_history(name: Name) -> None:
    """Show every version of an object: who, when, and what changed."""
    from rich.syntax import Syntax

    session = api.open_session(_settings().database)
    with contextlib.closing(session.connection):
        history.prepare(session)
        versions = history.versions(session, name)
    if not versions:
        console.print(f"There is no history of {name}.")
        raise typer.Exit(1)
    before = ""
    for version in versions:
        console.rule(
            f"{name} version {version['version']}: {version['action']} by"
            f" {version['applied_by']}, {version['created_at']} UTC",
            align="left",
        )
        source = version["source"] or ""
        difference = difflib.unified_diff(
            before.splitlines(), source.splitlines(), "before", "after", lineterm="", n=2
        )
        console.print(Syntax("\n".join(difference), "diff", background_color="default"))
        before = source


@app.command()
def rollback(name: Name) -> None:
    """Restore the previous version of an object."""
    settings = _settings()
    with progress("Rolling back") as report:
        version = api.rollback(settings.database, name, report)
    console.print(f"{name} is version {version} again. Its file is not applied until it changes.")
