"""The pages of `./alumni docs`, made from a schema of the tests."""

from __future__ import annotations

import contextlib
from pathlib import Path

from tests.support.database import Database
from tests.support.sources import CHECKOUT
from tools.docs import catalog
from tools.docs.book import Book
from tools.migrate.api import open_session
from tools.migrate.source import read_tree


def read(db: Database) -> catalog.Schema:
    """Read a schema."""
    session = open_session(db.server.database(db.schema))
    with contextlib.closing(session.connection):
        return catalog.read(session)


def write(db: Database, folder: Path) -> catalog.Schema:
    """Write the pages of a schema, and return what they were made from."""
    schema = read(db)
    Book(schema, catalog.chapters(schema, read_tree(CHECKOUT).migrations)).write(folder)
    return schema
