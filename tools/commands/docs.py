"""`./alumni docs`: the database as pages to read."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from tools import settings as configuration
from tools.console import console, progress
from tools.server import access


def docs(
    folder: Annotated[
        Path | None,
        typer.Argument(help="Where to.", show_default="ALUMNI_HOME/docs"),
    ] = None,
    *,
    as_markdown: Annotated[
        bool,
        typer.Option("--markdown", help="Markdown instead, into docs/schema; db/schema.sql too."),
    ] = False,
) -> None:
    """Write the database as HTML: diagrams, every table, every procedure with its source.

    From what is applied, not from the files. The pages need neither a server nor a network.
    """
    from tools.docs import catalog, markdown, plans, tables
    from tools.docs.book import Book
    from tools.migrate.api import open_session
    from tools.migrate.source import read_migrations

    settings = configuration.load()
    default = configuration.CHECKOUT / "docs" / "schema" if as_markdown else settings.home / "docs"
    target = folder or default
    with progress("Looking for MySQL") as report:
        access.ensure(settings, report)
        report("Reading the schema")
        session = open_session(settings.database)
        with contextlib.closing(session.connection):
            schema = catalog.read(session)
        chapters = catalog.chapters(schema, read_migrations(configuration.CHECKOUT))
        report("Writing the pages")
        found = plans.users(plans.read(configuration.CHECKOUT / "db" / "PLANS.md"))
        book = Book(schema, chapters, found)
        count = markdown.write(book, target) if as_markdown else book.write(target)
        if as_markdown and folder is None:
            (configuration.CHECKOUT / "db" / "schema.sql").write_text(
                tables.script(chapters), encoding="utf-8"
            )
    first = target / ("README.md" if as_markdown else "index.html")
    console.print(f"{count} pages: {first}", soft_wrap=True, markup=False)
