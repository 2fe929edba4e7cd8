"""CSV files: what is in a cell stays text, and rows are sent while they are fetched."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from decimal import Decimal

import pytest

from web.database.errors import ContractError
from web.files.csv_files import cell, csv_response


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "－1"]
)
def test_a_formula_is_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (5, 5),
        (-5, -5),
        (Decimal("-1.50"), Decimal("-1.50")),
        ("a=b", "a=b"),
        (dt.datetime(2031, 5, 6, 7, 8, 9), "2031-05-06 07:08:09"),  # noqa: DTZ001 - UTC, as stored
        ('a, "b"\nc', 'a, "b"\nc'),
    ],
)
def test_other_values_are_what_they_are(value: object, shown: object) -> None:
    assert cell(value) == shown


def test_rows_come_back_and_are_fetched_one_by_one() -> None:
    fetched = 0

    def rows() -> Iterator[list[object]]:
        nonlocal fetched
        for number in range(5_000):
            fetched += 1
            yield [number, 'Zoë 😀, "x"\nline']

    chunks = csv_response("people", ["Id", "Name"], rows())
    assert fetched == 1, "the rest is fetched while it is sent"
    first = next(chunks)
    assert fetched < 5_000
    content = (first + b"".join(chunks)).decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(content, newline="")))
    assert found[0] == ["Id", "Name"]
    assert found[-1] == ["4999", 'Zoë 😀, "x"\nline']
    assert len(found) == 5_001


def test_nothing_is_a_header() -> None:
    assert b"".join(csv_response("none", ["A"], [])).decode("utf-8-sig") == "A\r\n"


def test_a_refusal_comes_before_the_answer_begins() -> None:
    def rows() -> Iterator[list[object]]:
        for number in range(3):
            if number == 0:
                raise ContractError(403, "Not yours.")
            yield [number]

    with pytest.raises(ContractError):
        csv_response("none", ["A"], rows())
