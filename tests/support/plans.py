"""How calls find their rows: through which index of which table, and how many they fetch.

Not what the optimizer estimates but what the storage engine was asked: performance_schema counts
the rows that are fetched through each index of each table, or through none (`scan`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import mysql.connector

from tests.support.calls import CASES, filled
from tests.support.database import Client, Database
from tools.docs.plans import Plan, Plans

GROWN = 500
"""A table with so many rows has grown; the others fit into a page or two, however they are read."""
SLACK = 4_000
"""Rows that a step may fetch more than twice what is recorded: a search picks its way by how rare
the words are, and where there are fewer members it may walk a window more."""
FEW = 20
"""Rows by which a step may go another way: where there are few, the optimizer has the choice."""


def fetched(client: Client) -> Counter[str]:
    """Return how many rows of each table were fetched through each index since the server began.

    With the type of object the performance schema looks the schema up, 15 times as fast.
    """
    rows = client.rows(
        "SELECT CONCAT(object_name, '.', COALESCE(index_name, 'scan')) AS step,"
        " count_fetch AS fetches FROM performance_schema.table_io_waits_summary_by_index_usage"
        " WHERE object_type = 'TABLE' AND object_schema = DATABASE() AND count_fetch > 0"
    )
    return Counter({row.step: int(row.fetches) for row in rows})


def grown_tables(client: Client, least: int) -> set[str]:
    """Return the tables that hold so many rows: where a lost index would be felt."""
    rows = client.rows(
        "SELECT table_name AS name FROM mysql.innodb_table_stats"
        " WHERE database_name = DATABASE() AND n_rows >= %s",
        least,
    )
    return {str(row.name) for row in rows}


def plan_of(database: Database, name: str, arguments: list[Any]) -> Plan:
    """Call a procedure; returns how it found its rows. A refusal has a plan as well."""
    with database.connect() as client:
        before = fetched(client)
        marks = ", ".join(["%s"] * len(arguments))
        with client.connection.cursor() as cursor:
            try:
                cursor.execute(f"CALL {name}({marks})", arguments)
                while cursor.fetchall() is not None and cursor.nextset():
                    pass
            except mysql.connector.Error as error:
                if not str(error.sqlstate).startswith("45"):
                    raise
        return dict(fetched(client) - before)


def shown(name: str, arguments: Iterable[Any]) -> str:
    """Return a call as the record names it."""
    words = [name, *(repr(value) if value is not None else "-" for value in arguments)]
    return " ".join(words).replace("|", "/").replace("`", "'")


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


def written(plans: Plans, smaller: Plans) -> str:
    """Return plans as lines of a Markdown table, the most expensive step of each first.

    What is done otherwise in a smaller university has a column of its own.
    """
    lines = []
    for call, plan in plans.items():
        others = {step: rows for step, rows in smaller[call].items() if step not in plan}
        lines.append(f"| `{call}` | {_steps(plan)} | {_steps(others)} |")
    return "\n".join(lines)


def _steps(plan: Plan) -> str:
    steps = sorted(plan.items(), key=lambda step: (-step[1], step[0]))
    return ", ".join(f"`{step}` {rows}" for step, rows in steps)


def differences(recorded: Plan, found: Plan) -> list[str]:
    """Return where a plan is another one: an index that was not used before, or too many rows."""
    return [
        f"{step}: {rows} rows, recorded: {recorded.get(step, 'not used')}"
        for step, rows in found.items()
        if rows > (2 * recorded[step] + SLACK if step in recorded else FEW)
    ]
