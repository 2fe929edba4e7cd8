"""`./alumni doctor`: check that everything is there and right."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from tools.console import console, errors
from tools.doctor.finding import Finding, State

HAS_PROBLEMS = 3
STYLES = {State.OK: "green", State.WARNING: "yellow", State.PROBLEM: "bold red"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON. For scripts.")] = False,
) -> None:
    """Check Python, MySQL and its settings, the schema, rights, events, mail, disk and clock.

    Each line that is not OK says what to do. Nothing is started or changed. Exit code 3 when there
    is a problem; warnings alone are 0.
    """
    from tools.doctor.examine import examine

    waiting = errors.status("Checking") if errors.is_terminal else contextlib.nullcontext()
    with waiting:
        findings = list(examine())
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        _show(findings)
    has_problems = any(finding.state is State.PROBLEM for finding in findings)
    raise typer.Exit(HAS_PROBLEMS if has_problems else 0)


def _show(findings: list[Finding]) -> None:
    table = Table("Check", "Found", "", expand=False)
    for finding in findings:
        found = escape(finding.found)
        if finding.advice:
            found += f"\n[bold]{escape(finding.advice)}[/bold]"
        style = STYLES[finding.state]
        table.add_row(escape(finding.check), found, f"[{style}]{finding.state}[/{style}]")
    console.print(table)
    counts = {state: sum(one.state is state for one in findings) for state in State}
    console.print(
        f"{len(findings)} checks: {counts[State.PROBLEM]} problems, "
        f"{counts[State.WARNING]} warnings."
    )
