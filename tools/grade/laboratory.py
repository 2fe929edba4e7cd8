"""Run every example on a temporary server, so that no real data changes."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from tools.connection import connect
from tools.grade.check import Check
from tools.grade.examples import Bench, Example, examples
from tools.migrate.api import apply_tree, clone_schema
from tools.migrate.source import read_tree
from tools.seed.demo.load import load as load_demo
from tools.server.instance import throwaway
from tools.server.locate import distribution
from tools.settings import CHECKOUT, Settings
from web.settings import DatabaseSettings

Report = Callable[[str], None]


@contextlib.contextmanager
def university(settings: Settings, report: Report) -> Iterator[DatabaseSettings]:
    """Make the schema of a demo university on a server of its own, which goes when it is left."""
    folder = Path(tempfile.mkdtemp(prefix="alumni-grade-"))
    instance = throwaway(folder, distribution(settings.cache, report), "throwaway")
    try:
        instance.start(report)
        template = replace(instance.database, name="template")
        report("Making a demo university")
        apply_tree(template, CHECKOUT, lambda _: None)
        with connect(template, template.name) as connection:
            with connection.cursor() as cursor:
                # Examples are written for the data as it was loaded: nothing happens by itself.
                cursor.execute("SET GLOBAL event_scheduler = OFF")
            load_demo(connection, lambda _: None)
        yield template
    finally:
        instance.stop()
        shutil.rmtree(folder, ignore_errors=True)


def checks(settings: Settings, report: Report) -> list[Check]:
    """Make a university, run every example, and say of each module which ran as they say."""
    with university(settings, report) as template:
        copy = replace(template, name="copy")
        clone_schema(copy, template.name)
        return run_all(examples(read_tree(CHECKOUT)), copy, template.name, report)


def run_all(
    what: list[Example], copy: DatabaseSettings, template: str, report: Report
) -> list[Check]:
    """Run examples on a copy of a template, each on the data as it was loaded; a check a module."""
    found = []
    all_of_them = sorted(what, key=lambda one: (one.module, one.name))
    number = 0
    bench = Bench(copy, template, read_tree(CHECKOUT))
    for module, group in groupby(all_of_them, lambda one: one.module):
        members: list[Example] = list(group)
        wrong = []
        for example in members:
            number += 1
            report(f"Running the examples: {number} of {len(all_of_them)}, {example.name}")
            if bench.run(example) != example.refusals:
                wrong.append(example.name)
        expected = f"{len(members)} as they say"
        answer = ", ".join(
            [f"{len(members) - len(wrong)} as they say", *(f"{name} not" for name in wrong)]
        )
        found.append(Check("examples, run", f"procedures/{module}", expected, answer, not wrong))
    bench.close()
    return found
