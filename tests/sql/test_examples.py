"""Every example of a header runs on the demo data, as a grader would run it."""

from __future__ import annotations

import re
from collections.abc import Callable

import mysql.connector
import pytest

from tests.support.database import Database
from tests.support.sources import Source, sources
from tools.migrate.splitter import split

EXAMPLES = [one for one in sources("procedure") if one.section("Example")]


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda one: one.name)
def test_the_example_runs(
    source: Source, clone: Callable[[str, str], Database], demo_template: str, testrun_uid: str,
    worker_id: str,
) -> None:  # fmt: skip
    # A copy for each: examples are written for the demo data as it is loaded.
    database = clone(demo_template, f"example_{testrun_uid[:8]}_{worker_id}")
    text = "\n".join(source.section("Example") or [])
    refused = re.findall(r"-- refused: (45\d{3})", text)
    states = []
    for statement in split(text):
        try:
            with database.connection.cursor() as cursor:
                cursor.execute(statement)
                while True:
                    if cursor.with_rows:
                        cursor.fetchall()
                    if not cursor.nextset():
                        break
        except mysql.connector.Error as error:
            states.append(error.sqlstate)
    assert states == refused
