"""Every example of a header runs on the demo data, whatever a grader's client has set."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.support.database import Database
from tests.support.schemas import checkout_tree
from tools.grade.examples import Bench, Example, examples

AS_CLIENTS_SET = [
    "SET NAMES utf8mb4 COLLATE utf8mb4_bin",
    "SET SESSION sql_safe_updates = 1",  # MySQL Workbench
    "SET SESSION autocommit = 0",  # drivers for Python
    "SET SESSION sql_mode = 'ANSI_QUOTES'",
    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
    "SET SESSION time_zone = '+05:30'",
]
"""What clients set that are not like ours; all of it together."""


@pytest.fixture(scope="module")
def bench(lend: Callable[[str], Database], demo_template: str) -> Iterator[Bench]:
    """Return a copy of the demo data on which examples run, each as another client sends it."""
    copy = lend(demo_template)
    bench = Bench(copy.server.database(copy.schema), demo_template, checkout_tree(), AS_CLIENTS_SET)
    yield bench
    bench.close()


def wrong(bench: Bench, what: list[Example]) -> list[str]:
    """Return which examples are not refused as they say, and how they are."""
    found = []
    for example in what:
        states = bench.run(example)
        if states != example.refusals:
            found.append(f"{example.name}: {states}, the header says {example.refusals}")
    return found


def test_every_example_runs_as_it_says(bench: Bench) -> None:
    what = examples(checkout_tree())
    assert len(what) > 300
    assert wrong(bench, what) == []


def test_an_example_that_is_not_as_it_says_is_found(bench: Bench) -> None:
    ghost = "CALL job_read(2, 1000000);"
    what = [
        Example("ghost", "job", ghost),
        Example("good", "job", f"{ghost}  -- refused: 45404\nCALL home_read(NULL);"),
        Example("unrefused", "home", "CALL home_read(NULL);  -- refused: 45404"),
        Example("misspelt", "home", "CALL home_red(NULL);"),
    ]
    assert wrong(bench, what) == [
        "ghost: ['45404'], the header says []",
        "unrefused: [], the header says ['45404']",
        "misspelt: ['42000'], the header says []",
    ]


def test_what_an_example_writes_is_undone(bench: Bench) -> None:
    """The second run is on the data of the first, and so are rows that a trigger wrote."""
    follow = "INSERT INTO follows (follower_id, followed_id) VALUES (1, 2), (1, 3); COMMIT;"
    empty = "DELETE FROM follows WHERE follower_id > 0; COMMIT;"
    clean = "CREATE TEMPORARY TABLE t (id INT);"
    for text in (follow, f"{clean} {follow}"):
        assert bench.run(Example("writes", "feed", f"{empty} {text}")) == [], text
    emptied = Example("emptied", "feed", empty)
    refused = Example("again", "feed", f"{follow} {follow}")
    assert bench.run(emptied) == []
    assert bench.run(refused) == ["23000"]
