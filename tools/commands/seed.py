"""`./alumni seed`: data to look at, or to measure with."""

from __future__ import annotations

from typing import Annotated

import typer

from tools import settings as configuration
from tools.console import console, errors, progress
from tools.seed.api import DEMO_LOGINS, DEMO_PASSWORD, seed_demo
from tools.server import access

app = typer.Typer(help="Load demo data, or generate members for scale.", no_args_is_help=True)


@app.command()
def demo() -> None:
    """Load the demo university into a database without people."""
    settings = configuration.load()
    with progress("Looking for MySQL") as report:
        access.ensure(settings, report)
        loaded = seed_demo(settings, report)
    if not loaded:
        errors.print("This database has people of its own; demo data is for an empty one.")
        raise typer.Exit(1)
    for email in DEMO_LOGINS:
        console.print(f"{email}   {DEMO_PASSWORD}")


@app.command()
def generate(
    members: Annotated[int, typer.Option(min=1, max=1_000_000, help="How many people.")],
    seed: Annotated[int, typer.Option(help="The same number gives the same people.")] = 1,
) -> None:
    """Add generated members, postings and applications, to see how the site does with many.

    Their addresses end in @generated.invalid; nobody can sign in as them.
    """
    from tools.seed.generate import generate as generate_members

    settings = configuration.load()
    with progress("Looking for MySQL") as report:
        access.ensure(settings, report)
        generate_members(settings.database, members, seed, report)
    console.print(f"{members:,} members generated.")
