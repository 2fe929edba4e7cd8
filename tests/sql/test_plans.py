"""Pages find their rows as db/PLANS.md records it at 100,000 members: a lost index is red."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.calls import LARGE, filled
from tests.support.database import Database
from tests.support.plans import differences, plan_of, plans_of, shown, written
from tools.docs.plans import Plans, read

RECORD = Path(__file__).parents[2] / "db" / "PLANS.md"
MARK = "<!-- written by ./alumni test tests/sql/test_plans.py --record-plans -->\n"
RECORDED = 100_000
pytestmark = pytest.mark.xdist_group("flat")


def test_record(
    request: pytest.FixtureRequest, university: Callable[[int], Database], plans: Plans
) -> None:
    """Write the record anew, where it is asked for: --record-plans."""
    if request.config.getoption("--record-plans"):
        text = RECORD.read_text(encoding="utf-8").partition(MARK)[0]
        table = "| Call | Rows fetched, by table and index | Among 20,000 also |\n|---|---|---|\n"
        found = written(plans_of(university(RECORDED)), plans)
        RECORD.write_text(f"{text}{MARK}\n{table}{found}\n", encoding="utf-8")
    assert len(read(RECORD)) > 150


def test_plans_are_those_of_the_record(plans: Plans) -> None:
    recorded = read(RECORD)
    assert list(plans) == list(recorded), "a case is new or gone: record the plans anew"
    wrong = {call: differences(recorded[call], plan) for call, plan in plans.items()}
    wrong = {call: found for call, found in wrong.items() if found}
    assert not wrong, "\n".join(f"{call}: {found}" for call, found in wrong.items())


def test_a_lost_index_is_red(plans: Plans, sizes: dict[int, Database]) -> None:
    """The plan of a page without the index that it uses is not the recorded one."""
    database, call = sizes[LARGE], shown("account_export", ["student"])
    assert differences(read(RECORD)[call], plans[call]) == []
    index = "ix_job_applications_applicant_id_id"
    database.rows(f"ALTER TABLE job_applications ALTER INDEX {index} INVISIBLE")
    try:
        found = plan_of(database, "account_export", filled(database, "account_export", ["student"]))
    finally:
        database.rows(f"ALTER TABLE job_applications ALTER INDEX {index} VISIBLE")
    assert differences(read(RECORD)[call], found) != []
