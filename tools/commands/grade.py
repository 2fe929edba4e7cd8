"""`./alumni grade`: whether the database holds what it promises, in a table."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer
from rich.table import Table

from tools import settings as configuration
from tools.console import console, progress
from tools.grade.check import Check
from tools.server import access

NOT_OK = 3


def grade(
    examples: Annotated[
        bool, typer.Option(help="Run the examples of all procedures, on a server of their own.")
    ] = True,
) -> None:
    """Check the database against the mission: objects, rules, counters, rights, examples.

    Rules are broken and roles are tried; nothing of it remains. Exit code 3 when one check fails.
    """
    from tools.grade import everything

    settings = configuration.load()
    with progress("Looking for MySQL") as report:
        access.ensure(settings, report)
        report("Asking the database")
        checks = everything.checks(settings.database)
        if examples:
            from tools.grade import laboratory

            checks += laboratory.checks(settings, report)
    _show(checks)
    wrong = [check for check in checks if not check.is_ok]
    for check in wrong:
        console.print(f"NOT OK: {check.name}: {check.found}", style="red", markup=False)
    console.print(f"{len(checks)} checks, {f'{len(wrong)} not OK' if wrong else 'all of them OK'}.")
    raise typer.Exit(NOT_OK if wrong else 0)


def _show(checks: list[Check]) -> None:
    table = Table("Check", "Expected", "Found", "OK", expand=False)
    section = ""
    for check in checks:
        if check.section != section:
            section = check.section
            table.add_section()
            table.add_row(f"[bold]{section}[/bold]")
        mark = "[green]yes[/green]" if check.is_ok else "[bold red]NO[/bold red]"
        table.add_row(*map(_plain, (check.name, check.expected, check.found)), mark)
    console.print(table)
    summary = Table("Section", "Checks", "OK", "Not OK")
    total, fine = (
        Counter(one.section for one in checks),
        Counter(one.section for one in checks if one.is_ok),
    )
    for name, count in total.items():
        summary.add_row(name, str(count), str(fine[name]), str(count - fine[name] or ""))
    console.print(summary)


def _plain(text: str) -> str:
    """Return a text that Rich takes for no markup."""
    from rich.markup import escape

    return escape(text)
