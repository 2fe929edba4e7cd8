"""Three people write, read, delete, block and answer as they like; counters and blocks hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.support.database import Database, Refused
from tests.support.messages import differences, inbox, send, thread, unread

WHO = st.integers(0, 2)


class Messages(RuleBasedStateMachine):
    """A model that knows who may write to whom and what each has not read yet."""

    db: Database

    def __init__(self) -> None:
        super().__init__()
        self.people = [self.db.alumnus(), self.db.alumnus(), self.db.student()]
        self.blocks: set[tuple[int, int]] = set()
        self.state: dict[frozenset[int], str] = {}
        self.asker: dict[frozenset[int], int] = {}
        self.conversation: dict[frozenset[int], int] = {}
        self.sent: dict[frozenset[int], list[list[Any]]] = {}
        """[id, sender, unread by the other, deleted for both, removed for whom]"""

    def attempt(self, act: Callable[[], Any]) -> Any:
        try:
            return act()
        except Refused as refusal:
            return refusal

    def is_blocked(self, one: int, two: int) -> bool:
        return bool({(one, two), (two, one)} & self.blocks)

    @rule(a=WHO, b=WHO)
    def write(self, a: int, b: int) -> None:
        pair = frozenset({a, b})
        done = self.attempt(lambda: send(self.db, self.people[a], self.people[b]))
        state, mine = self.state.get(pair), self.asker.get(pair) == a
        waiting = [row for row in self.sent.get(pair, []) if row[1] == a]
        if a == b or (mine and state == "requested" and len(waiting) >= 3):
            if not self.is_blocked(a, b):
                assert isinstance(done, Refused)
                assert done.status == 409
        elif self.is_blocked(a, b):
            assert isinstance(done, Refused), "a block holds"
        elif state == "declined" and mine:
            assert isinstance(done, Refused)
            assert done.status == 403
        else:
            if isinstance(done, Refused):
                raise done
            self.asker.setdefault(pair, a)
            if state is None:
                self.state[pair] = "requested"
            elif not mine:
                self.state[pair] = "open"
            assert done.state == self.state[pair]
            self.conversation[pair] = done.conversation_id
            rows = self.sent.setdefault(pair, [])
            for row in rows:
                if row[1] == b:
                    row[2] = False
            rows.append([done.id, a, True, False, set()])

    @rule(a=WHO, b=WHO)
    def read(self, a: int, b: int) -> None:
        pair = frozenset({a, b})
        if pair in self.conversation:
            self.db.call("conversation_open", self.people[a], self.conversation[pair])
            if self.state[pair] != "requested" or self.asker[pair] == a:
                for row in self.sent[pair]:
                    if row[1] == b:
                        row[2] = False

    @rule(a=WHO, b=WHO, answer=st.sampled_from(["accept", "decline"]))
    def answer(self, a: int, b: int, answer: str) -> None:
        pair = frozenset({a, b})
        if pair not in self.conversation:
            return
        done = self.attempt(
            lambda: self.db.call(
                "conversation_answer", self.people[a], self.conversation[pair], answer
            )
        )
        if self.state[pair] == "requested" and self.asker[pair] != a:
            assert not isinstance(done, Refused)
            self.state[pair] = "open" if answer == "accept" else "declined"
            for row in self.sent[pair]:
                if row[1] == b:
                    row[2] = False
        else:
            assert isinstance(done, Refused)

    @rule(a=WHO, b=WHO, which=st.integers(0, 5), scope=st.sampled_from(["me", "both"]))
    def delete(self, a: int, b: int, which: int, scope: str) -> None:
        pair = frozenset({a, b})
        rows = self.sent.get(pair, [])
        if which >= len(rows):
            return
        row = rows[which]
        done = self.attempt(lambda: self.db.call("message_delete", self.people[a], row[0], scope))
        if scope == "me":
            row[4].add(a)
        elif row[1] == a:
            row[3] = True
        else:
            assert isinstance(done, Refused)
            return
        assert not isinstance(done, Refused)

    @rule(a=WHO, b=WHO)
    def block(self, a: int, b: int) -> None:
        if a != b:
            self.db.call("person_block", self.people[a], self.people[b])
            self.blocks.add((a, b))

    @rule(a=WHO, b=WHO)
    def unblock(self, a: int, b: int) -> None:
        self.db.call("person_unblock", self.people[a], self.people[b])
        self.blocks.discard((a, b))

    @rule(a=WHO, b=WHO, folder=st.sampled_from(["inbox", "archive"]))
    def move(self, a: int, b: int, folder: str) -> None:
        pair = frozenset({a, b})
        if pair in self.conversation:
            self.attempt(
                lambda: self.db.call(
                    "conversation_move", self.people[a], self.conversation[pair], folder
                )
            )

    @invariant()
    def counters_equal_a_recount(self) -> None:
        assert differences(self.db) == []
        for a, person in enumerate(self.people):
            expected = sum(
                row[2] and not row[3] and a not in row[4]
                for pair, rows in self.sent.items()
                if a in pair
                for row in rows
                if row[1] != a
            )
            assert unread(self.db, person) == expected

    @invariant()
    def each_sees_what_is_theirs_in_order(self) -> None:
        for pair, conversation in self.conversation.items():
            for a in pair:
                shown = [row.id for row in thread(self.db, self.people[a], conversation)]
                assert shown == [row[0] for row in self.sent[pair] if a not in row[4]]

    @invariant()
    def a_request_is_nowhere_but_among_requests(self) -> None:
        for pair, conversation in self.conversation.items():
            if self.state[pair] == "requested":
                (b,) = pair - {self.asker[pair]}
                assert conversation not in {row.id for row in inbox(self.db, self.people[b])}


def test_messages_under_every_history(db: Database) -> None:
    db.rows("UPDATE settings SET value = '1000' WHERE name = 'chat_messages_per_minute'")
    Messages.db = db
    try:
        run_state_machine_as_test(
            Messages,
            settings=settings(
                max_examples=20,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        db.rows("UPDATE settings SET value = '30' WHERE name = 'chat_messages_per_minute'")
