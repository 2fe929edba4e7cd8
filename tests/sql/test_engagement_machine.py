"""Whatever the office and an alumnus do to an engagement, in whatever order: a model agrees."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.support.database import Database, Refused
from tests.support.office import days, propose

STATES = ("proposed", "confirmed", "declined", "in_progress", "completed", "cancelled")
# Who may do what; True: a reason is owed.
MOVES = {
    ("proposed", "confirmed", "alumnus"): False,
    ("proposed", "declined", "alumnus"): False,
    ("proposed", "cancelled", "office"): False,
    ("declined", "proposed", "office"): False,
    ("confirmed", "in_progress", "office"): False,
    ("confirmed", "completed", "office"): False,
    ("confirmed", "cancelled", "office"): True,
    ("confirmed", "cancelled", "alumnus"): True,
    ("in_progress", "completed", "office"): False,
    ("in_progress", "cancelled", "office"): True,
}


class Engagements(RuleBasedStateMachine):
    """One alumnus, one of the office, one engagement that can begin today."""

    db: ClassVar[Database]

    @initialize()
    def begin(self) -> None:
        self.people = {"office": self.db.admin(), "alumnus": self.db.alumnus()}
        self.id = propose(self.db, self.people["office"], self.people["alumnus"])
        self.status = "proposed"
        self.revision = 1
        self.is_deleted = False
        self.ratings: dict[str, int | None] = {"office": None, "alumnus": None}
        self.moves = 1

    def does(self, expected: int, name: str, mover: str, *arguments: Any, **more: Any) -> None:
        """Call, and compare how it ends: 0, or the status of the refusal."""
        found = 0
        try:
            self.db.call(name, self.people[mover], self.id, *arguments, **more)
        except Refused as refusal:
            found = refusal.status
        assert found == expected, (name, mover, arguments, self.status)

    @rule(
        mover=st.sampled_from(["office", "alumnus"]),
        to_status=st.sampled_from(STATES),
        has_reason=st.booleans(),
        seen=st.sampled_from([None, *STATES]),
        is_stale=st.booleans(),
    )
    def move(
        self, mover: str, to_status: str, *, has_reason: bool, seen: str | None, is_stale: bool
    ) -> None:
        key = (self.status, to_status, mover)
        if self.is_deleted:
            expected = 404
        elif (
            seen not in (None, self.status)
            or key not in MOVES
            or (is_stale and self.status == "proposed")
        ):
            expected = 409
        else:
            expected = 422 if MOVES[key] and not has_reason else 0
        self.does(
            expected,
            "engagement_move",
            mover,
            to_status,
            seen,
            self.revision - 1 if is_stale else self.revision,
            "Because." if has_reason else None,
        )
        if not expected:
            self.status = to_status
            self.moves += 1

    @rule()
    def edit(self) -> None:
        is_open = self.status == "proposed"
        expected = 404 if self.is_deleted else 0 if is_open else 409
        self.does(
            expected, "engagement_edit", "office", kind="judge", title="A", start_date=days(0)
        )
        self.revision += not expected

    @rule(mover=st.sampled_from(["office", "alumnus"]), rating=st.integers(0, 6))
    def rate(self, mover: str, rating: int) -> None:
        if not 1 <= rating <= 5:
            expected = 422
        else:
            expected = 404 if self.is_deleted else 0 if self.status == "completed" else 409
        self.does(expected, "engagement_rate", mover, rating)
        if not expected:
            self.ratings[mover] = rating

    @rule(is_deleted=st.booleans())
    def delete(self, *, is_deleted: bool) -> None:
        expected = 409 if is_deleted and self.status not in ("declined", "cancelled") else 0
        self.does(expected, "engagement_delete", "office", int(is_deleted))
        if not expected:
            self.is_deleted = is_deleted

    @invariant()
    def agrees(self) -> None:
        if not hasattr(self, "id"):
            return
        read = self.db.call("engagement_read", self.people["office"], self.id)
        one = read.engagement
        assert (one.status, one.revision, one.is_deleted) == (
            self.status,
            self.revision,
            self.is_deleted,
        )
        assert (one.office_rating, one.alumnus_rating) == tuple(self.ratings.values())
        count = self.db.value(
            "SELECT COUNT(*) FROM alumni_engagement_history WHERE engagement_id = %s", self.id
        )
        assert count == self.moves
        offered = {(self.status, row.to_status, "office") for row in read.moves}
        allowed = {key for key in MOVES if key[0] == self.status and key[2] == "office"}
        assert offered == (set() if self.is_deleted else allowed)
        on_profile = self.db.call(
            "profile_read", self.people["alumnus"], self.people["alumnus"]
        ).engagements
        assert [row.id for row in on_profile] == [self.id] * (self.status == "completed")


@pytest.mark.xdist_group("machine")
def test_engagements(db: Database) -> None:
    Engagements.db = db
    run_state_machine_as_test(
        Engagements,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
