"""The order of tests for parallel workers, and how long files of tests take."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest


def file_of(node: str) -> str:
    """Return the file of a test, given its id."""
    return node.partition("::")[0]


def group_by_shared_fixtures(items: Iterable[pytest.Item]) -> None:
    """Keep a file on one worker where a fixture is for the whole module.

    Such fixtures are costly to make; without this every worker would make each of them.
    """
    for item in items:
        if item.get_closest_marker("xdist_group") or not isinstance(item, pytest.Function):
            continue
        definitions = item._fixtureinfo.name2fixturedefs.values()
        # All of pytest's own are for one test or for the run.
        if any(found[-1].scope == "module" for found in definitions):
            item.add_marker(pytest.mark.xdist_group(file_of(item.nodeid)))


class Recorder:
    """Sums up the seconds of each file and writes them down at the end of the run."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._seconds: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count the set-up, the call and the tear-down of a test."""
        self._seconds[file_of(report.nodeid)] += report.duration  # type: ignore[assignment]

    def pytest_sessionfinish(self) -> None:
        """Write the file, with the longest first."""
        rounded = {name: round(seconds, 1) for name, seconds in self._seconds.most_common()}
        self._target.write_text(json.dumps(rounded, indent=1) + "\n")
