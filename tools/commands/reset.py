"""`./alumni reset`: back to a server without the schema."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tools import settings as configuration
from tools.console import console, progress
from tools.migrate import reset as removal
from tools.migrate.errors import MigrationError
from tools.migrate.reset import Inventory
from tools.server import access
from tools.settings import Settings
from tools.web_process import WebProcess


def reset(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask. For scripts.")] = False,
) -> None:
    """Drop the schema and the accounts that the tool has made, and nothing else.

    Asks you to type the name of the schema. The site must be down. Backups, mails, keys, and the
    private server itself stay.
    """
    settings = configuration.load(creates=False)
    name = settings.database.name
    if WebProcess(settings).running():
        raise MigrationError("The site is running: stop it with ./alumni down first.")
    if not settings.is_external and not (settings.home / "mysql" / "data").exists():
        console.print("There is no database yet: nothing to reset.")
        return
    if not yes and not sys.stdin.isatty():
        raise MigrationError(
            f"./alumni reset asks before it drops {name}, and there is no terminal to ask in. "
            "Run it in one, or add --yes."
        )
    with progress("Looking for MySQL") as report:
        started = access.ensure(settings, report)
    try:
        found = removal.inventory(settings.database)
        if found.is_empty:
            console.print(f"There is no schema {name} and no account of it: nothing to reset.")
            return
        if not yes:
            _confirm(settings, found)
        with progress("Dropping the schema") as report:
            removed = removal.reset(settings.database, report)
        _tell(settings, removed)
    finally:
        if started:
            access.private_instance(settings, lambda _: None).stop()


def _confirm(settings: Settings, found: Inventory) -> None:
    database = settings.database
    place = database.socket or f"{database.host}:{database.port}"
    console.print(f"On the server at {place}, this drops", soft_wrap=True, markup=False)
    _print_parts(database.name, found)
    console.print("There is no way back but a backup: ./alumni backup makes one.")
    if typer.prompt(f"Type {database.name} to go on") != database.name:
        raise MigrationError("That is not the name of the schema. Nothing was changed.")


def _tell(settings: Settings, removed: Inventory) -> None:
    console.print("Removed:")
    _print_parts(settings.database.name, removed)
    kept = list(removed.kept)
    home = settings.home
    left = {"backups": "backups", "mail": "mails", "secrets": "keys and passwords"}
    kept += [f"{title} in {home / name}" for name, title in left.items() if (home / name).exists()]
    if not settings.is_external:
        kept.append(f"the private server in {home / 'mysql'}")
    if kept:
        console.print("Kept:")
    for line in kept:
        console.print(f"  {line}", soft_wrap=True, markup=False)
    console.print("./alumni up starts with a new database.")


def _print_parts(schema: str, found: Inventory) -> None:
    if found.has_schema:
        console.print(f"  schema {schema} with everything in it", markup=False)
    if found.revocations:
        console.print(f"  rights of the roles on {schema}: {len(found.revocations)}", markup=False)
    for kind, names in found.parts.items():
        for one in names:
            console.print(f"  {kind} {one}", markup=False)
