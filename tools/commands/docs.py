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
) -> None:
    """Write the database as HTML: diagrams, every table, every procedure with its source.

    From what is applied, not from the files. The pages need neither a server nor a network.
    """
    from tools.docs import catalog
    from tools.docs.book import Book
    from tools.migrate.api import open_session
    from tools.migrate.source import read_tree

    settings = configuration.load()
    target = folder or settings.home / "docs"
    with progress("Looking for MySQL") as report:
        access.ensure(settings, report)
        report("Reading the schema")
        session = open_session(settings.database)
        with contextlib.closing(session.connection):
            schema = catalog.read(session)
        chapters = catalog.chapters(schema, read_tree(configuration.CHECKOUT).migrations)
        report("Writing the pages")
        count = Book(schema, chapters).write(target)
    console.print(f"{count} pages: {target / 'index.html'}", soft_wrap=True, markup=False)
