"""Every parameter at its limits: a procedure does what is asked or refuses, and never breaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import mysql.connector
import pytest

from tests.support.calls import CASES, filled
from tests.support.database import Client, Database, Refused
from tests.support.jobs import post

BITS = {"tinyint": 8, "smallint": 16, "int": 32, "bigint": 64}
CHARACTERS = {"text": 16_383, "mediumtext": 20_001}
"""As many as fit into its bytes, or more than any text may have."""
WIDE = "\N{GRINNING FACE}"
"""A character of four bytes."""
STRANGE = "\x00\x1f\u202e\\%_'\"[{"
TYPE = re.compile(r"(?P<name>\w+)(?:\((?P<size>\d+)(?:,(?P<places>\d+))?\))?(?P<more>.*)")


def extremes_of(declared: str) -> list[Any]:
    """Return values at the limits of a type, all of which the type can hold."""
    found = TYPE.fullmatch(declared)
    assert found, declared
    name, size, places = found["name"], int(found["size"] or 0), int(found["places"] or 0)
    if name in BITS:
        if "unsigned" in found["more"]:
            return [2 ** BITS[name] - 1, 0]
        return [2 ** (BITS[name] - 1) - 1, -(2 ** (BITS[name] - 1)), 0]
    if name == "decimal":
        most = f"{'9' * (size - places)}.{'9' * places}"
        return [most] if "unsigned" in found["more"] else [most, f"-{most}"]
    if name in ("varchar", "char", *CHARACTERS):
        size = size or CHARACTERS[name]
        return [WIDE * size, STRANGE[:size], " " * size, ""]
    if "blob" in name or "binary" in name:
        return [b"\xff" * (size or 20_000), b""]
    return {
        "json": ["[]", "{}", "null", "[null]", "[[[1]]]", '{"a": {"b": [1]}}'],
        "datetime": ["9999-12-31 23:59:59", "1000-01-01 00:00:00"],
        "date": ["9999-12-31", "1000-01-01"],
        "time": ["838:59:59", "-838:59:59"],
    }[name]


def calls_at_the_limits(client: Client) -> Iterator[tuple[str, str, list[Any]]]:
    """Yield calls of every public procedure in which one parameter is at a limit of its type."""
    parameters = defaultdict(list)
    for row in client.rows(
        "SELECT specific_name AS name, parameter_name AS parameter,"
        " CAST(dtd_identifier AS CHAR) AS type FROM information_schema.parameters"
        " WHERE specific_schema = DATABASE() AND routine_type = 'PROCEDURE'"
        " ORDER BY specific_name, ordinal_position"
    ):
        parameters[row.name].append((row.parameter, row.type))
    first = {name: arguments for name, arguments, _ in reversed(CASES)}
    for name, arguments in first.items():
        usual = filled(client, name, arguments)
        for place, (parameter, declared) in enumerate(parameters[name]):
            for value in extremes_of(declared):
                yield name, parameter, [*usual[:place], value, *usual[place + 1 :]]


def test_no_value_breaks_a_procedure(lend: Callable[[str], Database], demo_template: str) -> None:
    """Whatever fits into a parameter is taken or refused with a sentence (SQLSTATE 45...)."""
    client = lend(demo_template)
    broken = {}
    count = 0
    for name, parameter, arguments in calls_at_the_limits(client):
        count += 1
        try:
            client.call(name, *arguments)
        except Refused:
            continue
        except mysql.connector.Error as error:
            broken[name, parameter] = str(error)[:200]
    assert broken == {}
    assert count > 1_000


@pytest.mark.parametrize("field", ["description", "requirements"])
def test_a_long_text_of_wide_characters_is_kept(db: Database, field: str) -> None:
    job = post(db, db.alumnus(), **{field: WIDE * 20_000})
    assert db.value(f"SELECT CHAR_LENGTH({field}) FROM job_postings WHERE id = %s", job) == 20_000


def test_pay_that_nobody_gets_is_refused(db: Database) -> None:
    poster = db.alumnus()
    for most in ("9999999999.99", "1000000000.01"):
        with pytest.raises(Refused) as refusal:
            post(db, poster, salary_max=most, salary_period="hour")
        assert (refusal.value.status, refusal.value.field) == (422, "salary_max")
    assert post(db, poster, salary_max="1000000000", salary_period="hour")
    assert post(db, poster, salary_max="9999999999.99", salary_period="month")
