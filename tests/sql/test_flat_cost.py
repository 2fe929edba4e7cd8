"""What a call costs does not grow with the members: rows read at 1,000 and at 20,000."""

from __future__ import annotations

from typing import Any

import mysql.connector
import pytest

from tests.support.calls import CASES, LARGE, SMALL, Case, filled
from tests.support.database import Client, Database
from tests.support.plans import plan_of
from tests.support.sources import sources

SLACK = 700
"""Reads by which two calls may differ: windows of the newest rows that are full or not yet."""
ATTEMPTS = 4
"""How often a case that seems to grow is measured again."""


READ_THE_DICTIONARY = {source.name for source in sources() if "information_schema." in source.text}
"""These read definitions as well, of all schemas of the server, which other tests make and drop
meanwhile: of these, only the rows of the schema's own tables count."""


def reads_of(client: Client, name: str, arguments: list[Any]) -> int:
    """Call and return the handler reads; a refusal costs as well, and counts."""
    client.rows("FLUSH STATUS")
    marks = ", ".join(["%s"] * len(arguments))
    with client.connection.cursor() as cursor:
        try:
            cursor.execute(f"CALL {name}({marks})", arguments)
            while True:
                if cursor.with_rows:
                    cursor.fetchall()
                if not cursor.nextset():
                    break
        except mysql.connector.Error as error:
            assert str(error.sqlstate).startswith("45"), f"{name}: {error}"
    rows = client.rows("SHOW SESSION STATUS LIKE 'Handler_read%'")
    return sum(int(row.Value) for row in rows)


def test_every_public_procedure_has_a_case() -> None:
    public = {source.name for source in sources("procedure") if source.is_public}
    assert public == {name for name, _, _ in CASES}


def measured(database: Database, case: Case) -> int:
    """Return the reads of a case."""
    name, arguments, _ = case
    # A connection of its own, so that nothing is left of the call before.
    with database.connect() as client:
        if name in READ_THE_DICTIONARY:
            return sum(plan_of(database, name, filled(client, name, arguments)).values())
        return reads_of(client, name, filled(client, name, arguments))


def measured_all(sizes: dict[int, Database]) -> dict[int, tuple[int, int]]:
    """Return the reads of every case, in the small university and in the large one."""
    return {
        number: (measured(sizes[SMALL], case), measured(sizes[LARGE], case))
        for number, case in enumerate(CASES)
    }


def bound_of(case: Case, before: int) -> int:
    """Return what a case may cost in the large university, where it costs so much in the small."""
    name, _, most = case
    # A window of the newest postings, a page of candidates, cells of a report: 1,000 members do
    # not fill them. What counts everything on purpose is bound by its line alone.
    is_window = name.endswith("_search") or name in (
        "graduation_cohort_read",
        "report_cohorts",
        "report_employment",
        "report_refresh",
        "statistics_refresh",
        "event_speakers_read",
        "event_helpers_read",
        "counters_verify",
        "counters_repair",
        "mentor_suggestions",
        "reference_form_read",
        "reference_list",
        "reference_read",
    )
    return most if is_window else min(most, before + SLACK)


@pytest.mark.xdist_group("flat")
@pytest.mark.usefixtures("plans")  # read before the cases change anything
def test_cost_does_not_grow(sizes: dict[int, Database]) -> None:
    # What a server reads of its dictionary when it meets a procedure for the first time is no cost
    # of the call. What the cases do (close, reopen, delete, restore ...) can be done again.
    measured_all(sizes)
    costs = measured_all(sizes)
    # Nor is what it reads anew because another worker replaces routines at this moment: the least
    # of a few calls is the cost. All cases again, because one prepares the next.
    for _ in range(ATTEMPTS):
        grown = [
            number
            for number, (before, after) in costs.items()
            if after > bound_of(CASES[number], before)
        ]
        if not grown:
            break
        for number, (before, after) in measured_all(sizes).items():
            costs[number] = min(costs[number][0], before), min(costs[number][1], after)
    assert not grown, "\n" + "\n".join(
        f"{CASES[number][0]} {CASES[number][1][:10]}: {costs[number][0]}, then {costs[number][1]};"
        f" at most {bound_of(CASES[number], costs[number][0])}"
        for number in grown
    )
