"""Universities of two sizes, for what a call costs and how it finds its rows."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pytest

from tests.sql.test_flat_cost import CASES, DISTINCT, LARGE, SMALL, filled
from tests.support.database import Database
from tests.support.plans import grown_tables, plan_of, shown
from tests.support.schemas import Schemas
from tools.docs.plans import Plans
from tools.seed.generate import generate

GROWN = 500
"""A table with so many rows has grown; the others fit into a page or two, however they are read."""


@pytest.fixture(scope="session")
def university(schemas: Schemas, demo_template: str) -> Iterator[Callable[[int], Database]]:
    """Return a maker of universities with so many members."""
    lent = contextlib.ExitStack()

    def make(size: int) -> Database:
        database = lent.enter_context(schemas.lent(demo_template))
        generate(
            database.server.database(database.schema), size, 1, lambda _: None, distinct=DISTINCT
        )
        return database

    with lent:
        yield make


@pytest.fixture(scope="session")
def sizes(university: Callable[[int], Database]) -> dict[int, Database]:
    """Return universities of 1,000 and of 20,000 members."""
    return {size: university(size) for size in (SMALL, LARGE)}


@pytest.fixture(scope="session")
def plans(sizes: dict[int, Database]) -> Plans:
    """Return how pages find their rows among 20,000 members, before anything else is done there."""
    return plans_of(sizes[LARGE])


def plans_of(database: Database) -> Plans:
    """Return the plans of every call that only reads, in tables that have grown."""
    tables = grown_tables(database, GROWN)
    reading = {
        row.name
        for row in database.rows(
            "SELECT routine_name AS name FROM information_schema.routines"
            " WHERE routine_schema = DATABASE() AND sql_data_access = 'READS SQL DATA'"
        )
    }
    found = {}
    for name, arguments, _ in CASES:
        if name in reading:
            plan = plan_of(database, name, filled(database, name, arguments))
            found[shown(name, arguments)] = {
                step: rows for step, rows in plan.items() if step.partition(".")[0] in tables
            }
    return found
