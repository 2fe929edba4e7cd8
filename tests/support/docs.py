"""The pages of `./alumni docs`, made from a schema of the tests."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from pathlib import Path

from tests.support.database import Database
from tests.support.sources import CHECKOUT
from tools.docs import catalog, plans
from tools.docs.book import Book
from tools.migrate.api import open_session
from tools.migrate.source import read_tree


def read(db: Database) -> catalog.Schema:
    """Read a schema."""
    session = open_session(db.server.database(db.schema))
    with contextlib.closing(session.connection):
        return catalog.read(session)


def write(db: Database, folder: Path, only: Collection[str] = ()) -> catalog.Schema:
    """Write the pages of a schema, or some of them; return what they were made from."""
    schema = read(db)
    book_of(schema).write(folder, only)
    return schema


def book_of(schema: catalog.Schema) -> Book:
    """Return the pages of a schema, not written yet."""
    chapters = catalog.chapters(schema, read_tree(CHECKOUT).migrations)
    return Book(schema, chapters, plans.users(plans.read(CHECKOUT / "db/PLANS.md")))
