"""Nobody finds a person who is away, while the person's profile is edited by others at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import ClassVar

import pytest

from tests.support.accounts import token_of
from tests.support.database import Client, Database, Refused
from tests.support.people import Maker
from tests.support.waiting import until

ROUNDS = 12
WORD = "Quarrelsome"


@dataclass
class Whereabouts:
    """What searchers may rely on: who is seen or away, and since which move."""

    HERE: ClassVar[str] = "here"
    AWAY: ClassVar[str] = "away"
    MOVING: ClassVar[str] = "moving"

    now: tuple[int, str] = (0, HERE)
    is_over: bool = False
    judged: dict[str, int] = field(default_factory=lambda: {"here": 0, "away": 0})

    def moving(self) -> None:
        """Say that from now on nobody knows."""
        self.now = (self.now[0] + 1, self.MOVING)

    def settled(self, state: str) -> None:
        """Say that the move is done, and go on when a searcher has looked at its result."""
        judged = self.judged[state]
        self.now = (self.now[0], state)
        until(lambda: self.is_over or self.judged[state] > judged, "a search meanwhile")


def leave(db: Database, client: Client, person: int, how: str) -> None:
    if how == "deleted":
        client.call("account_delete", person)
    elif how == "blocked":
        db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", person)
    else:
        client.call("privacy_save", person, "profile", "only_me")


def come_back(db: Database, client: Client, person: int, how: str) -> None:
    if how == "deleted":
        client.call("account_restore", None, token_of(db, person, "account_deleted"))
    elif how == "blocked":
        db.rows("UPDATE users SET status = 'active' WHERE id = %s", person)
    else:
        client.call("privacy_save", person, "profile", "members")


@pytest.mark.parametrize("how", ["deleted", "blocked", "hidden"])
def test_who_is_away_is_not_found_while_edits_race(db: Database, how: str) -> None:
    viewer = db.alumnus()
    person = Maker(db).alumnus("Ana", f"{WORD}{how}", privacy={"profile": "members"})
    place = Whereabouts()

    def edit(number: int) -> None:
        with db.connect() as client:
            while not place.is_over:
                # Who is away may not edit; what was begun before that is a race like any other.
                with suppress(Refused):
                    client.call("profile_edit", person, current_company=f"Firm {number}")
                with suppress(Refused):
                    client.call("profile_skill_save", person, f"Skill {number}", "expert")
                with suppress(Refused):
                    client.call("profile_edit", person, clear="current_company,skills")

    def search(_: int) -> None:
        with db.connect() as client:
            while not place.is_over:
                before = place.now
                found = client.call("alumni_search", viewer, f"{WORD}{how}").people
                if place.now == before and before[1] != place.MOVING:
                    assert bool(found) is (before[1] == place.HERE)
                    place.judged[before[1]] += 1

    with ThreadPoolExecutor(4) as pool, db.connect() as mover:
        crowd = [pool.submit(work, number) for work in (edit, search) for number in (1, 2)]
        try:
            for _ in range(ROUNDS):
                place.moving()
                leave(db, mover, person, how)
                place.settled(place.AWAY)
                place.moving()
                come_back(db, mover, person, how)
                place.settled(place.HERE)
        finally:
            place.is_over = True
        for one in crowd:
            one.result()
    assert min(place.judged.values()) >= ROUNDS, "the searchers saw both"
    assert db.call("directory_verify", None, person).differences == []
