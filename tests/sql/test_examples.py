"""Every example of a header runs on the demo data, as a grader would run it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.database import Database
from tests.support.sources import CHECKOUT
from tools.grade.examples import Example, as_loaded, examples, refused
from tools.migrate.source import read_tree

EXAMPLES = examples(read_tree(CHECKOUT))


@pytest.fixture(scope="module")
def copy(lend: Callable[[str], Database], demo_template: str) -> Database:
    """Return a copy of the demo data for the examples of a worker."""
    return lend(demo_template)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_the_example_runs(example: Example, copy: Database, demo_template: str) -> None:
    with as_loaded(copy.server.database(copy.schema), demo_template) as connection:
        assert refused(connection, example) == example.refusals
