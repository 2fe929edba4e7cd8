"""Universities of two sizes, for what a call costs and how it finds its rows."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pytest

from tests.support.calls import DISTINCT, LARGE, SMALL
from tests.support.database import Database
from tests.support.plans import plans_of
from tests.support.schemas import Schemas
from tools.docs.plans import Plans
from tools.seed.generate import generate


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
