"""Three people post, like, answer, delete, block and follow; a model knows what they see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.support.accounts import set_setting
from tests.support.database import Database, Refused

WHO = st.integers(0, 2)
WHICH = st.integers(0, 4)
VISIBILITIES = ("all", "alumni_only", "students_only", "followers")


class Feed(RuleBasedStateMachine):
    """A model that knows who sees which post, who likes what and what is deleted."""

    db: Database

    def __init__(self) -> None:
        super().__init__()
        self.people = [self.db.alumnus(), self.db.alumnus(), self.db.student()]
        self.blocks: set[tuple[int, int]] = set()
        self.follows: set[tuple[int, int]] = set()
        self.posts: list[dict[str, Any]] = []
        self.comments: list[dict[str, Any]] = []

    def is_blocked(self, one: int, two: int) -> bool:
        return bool({(one, two), (two, one)} & self.blocks)

    def sees(self, who: int, post: dict[str, Any]) -> bool:
        author, visibility = post["author"], post["visibility"]
        if post["is_deleted"] or self.is_blocked(who, author):
            return False
        return (
            who == author
            or {
                "all": True,
                "alumni_only": who < 2,
                "students_only": who == 2,
                "followers": (who, author) in self.follows,
            }[visibility]
        )

    def attempt(self, is_allowed: bool, act: Callable[[], Any]) -> Any:
        """Act; refused exactly where the model says so. Returns None for what was refused."""
        try:
            done = act()
        except Refused as refusal:
            assert not is_allowed, refusal
            assert refusal.state in ("45403", "45404"), refusal
            return None
        assert is_allowed, "the model says that this is refused"
        return done

    @rule(who=WHO, visibility=st.sampled_from(VISIBILITIES))
    def write(self, who: int, visibility: str) -> None:
        done = self.db.call(
            "post_add", self.people[who], "Words", None, visibility, None, None, None, None, None
        )
        self.posts.append(
            {
                "id": done.post.id,
                "author": who,
                "visibility": visibility,
                "likes": set(),
                "is_deleted": False,
            }
        )

    @rule(who=WHO, which=WHICH, is_liked=st.booleans())
    def like(self, who: int, which: int, is_liked: bool) -> None:
        if which >= len(self.posts):
            return
        post = self.posts[which]
        done = self.attempt(
            self.sees(who, post),
            lambda: self.db.call("post_like", self.people[who], post["id"], is_liked),
        )
        if done:
            (post["likes"].add if is_liked else post["likes"].discard)(who)
            assert done.post.likes_count == len(post["likes"])

    @rule(who=WHO, which=WHICH, parent=st.one_of(st.none(), WHICH))
    def say(self, who: int, which: int, parent: int | None) -> None:
        if which >= len(self.posts):
            return
        post, answered = self.posts[which], None
        if parent is not None and parent < len(self.comments):
            answered = self.comments[parent]
        is_allowed = self.sees(who, post) and (
            answered is None
            or (
                answered["post"] is post
                and not answered["is_deleted"]
                and not self.is_blocked(who, answered["author"])
            )
        )
        done = self.attempt(
            is_allowed,
            lambda: self.db.call(
                "comment_add",
                self.people[who],
                post["id"],
                answered and answered["id"],
                "Yes",
                None,
            ),
        )
        if done:
            self.comments.append(
                {
                    "id": done.comment.id,
                    "author": who,
                    "post": post,
                    "parent": answered,
                    "likes": set(),
                    "is_deleted": False,
                }
            )

    @rule(who=WHO, which=WHICH, is_liked=st.booleans())
    def like_comment(self, who: int, which: int, is_liked: bool) -> None:
        if which >= len(self.comments):
            return
        said = self.comments[which]
        done = self.attempt(
            self.sees_comment(who, said),
            lambda: self.db.call("comment_like", self.people[who], said["id"], is_liked),
        )
        if done:
            (said["likes"].add if is_liked else said["likes"].discard)(who)
            assert done.comment.likes_count == len(said["likes"])

    def sees_comment(self, who: int, said: dict[str, Any]) -> bool:
        return (
            self.sees(who, said["post"])
            and not said["is_deleted"]
            and not self.is_blocked(who, said["author"])
        )

    @rule(who=WHO, which=WHICH)
    def take_comment_away(self, who: int, which: int) -> None:
        if which >= len(self.comments):
            return
        said = self.comments[which]
        is_own = who in (said["author"], said["post"]["author"])
        if self.attempt(
            self.sees_comment(who, said) and is_own,
            lambda: self.db.call("comment_delete", self.people[who], said["id"]),
        ):
            said["is_deleted"], said["deleted_by"] = True, who

    @rule(who=WHO, which=WHICH)
    def bring_comment_back(self, who: int, which: int) -> None:
        if which >= len(self.comments):
            return
        said = self.comments[which]
        is_seen = self.sees(who, said["post"]) and not self.is_blocked(who, said["author"])
        is_allowed = is_seen and said["is_deleted"] and said["deleted_by"] == who
        if self.attempt(
            is_allowed, lambda: self.db.call("comment_restore", self.people[who], said["id"])
        ):
            said["is_deleted"] = False

    @rule(who=WHO, which=WHICH, procedure=st.sampled_from(["post_delete", "post_restore"]))
    def take_away_or_back(self, who: int, which: int, procedure: str) -> None:
        if which >= len(self.posts):
            return
        post = self.posts[which]
        is_away = procedure == "post_delete"
        is_allowed = post["author"] == who and post["is_deleted"] != is_away
        if self.attempt(is_allowed, lambda: self.db.call(procedure, self.people[who], post["id"])):
            post["is_deleted"] = is_away

    @rule(a=WHO, b=WHO)
    def block(self, a: int, b: int) -> None:
        if a != b:
            self.db.call("person_block", self.people[a], self.people[b])
            self.blocks.add((a, b))
            self.follows -= {(a, b), (b, a)}

    @rule(a=WHO, b=WHO)
    def unblock(self, a: int, b: int) -> None:
        self.db.call("person_unblock", self.people[a], self.people[b])
        self.blocks.discard((a, b))

    @rule(a=WHO, b=WHO)
    def follow(self, a: int, b: int) -> None:
        if a != b and self.attempt(
            not self.is_blocked(a, b),
            lambda: self.db.call("person_follow", self.people[a], self.people[b]),
        ):
            self.follows.add((a, b))

    @invariant()
    def counters_are_right(self) -> None:
        assert self.db.call("counters_verify", None).differences == []

    @invariant()
    def the_feeds_hold_what_each_sees(self) -> None:
        known = {post["id"]: post for post in self.posts}
        for who, person in enumerate(self.people):
            seen = [post["id"] for post in self.posts if self.sees(who, post)]
            page = self.db.call("feed_read", person, None, None, None, 50)
            assert [one.id for one in page.posts if one.id in known] == seen[::-1]
            for one in page.posts:
                if one.id in known:
                    post = known[one.id]
                    said = [c for c in self.comments if c["post"] is post]
                    assert one.comments_count == sum(not c["is_deleted"] for c in said)
                    assert (one.likes_count, one.has_liked) == (
                        len(post["likes"]),
                        who in post["likes"],
                    )
            followed = {author for reader, author in self.follows if reader == who} | {who}
            page = self.db.call("feed_read", person, "following", None, None, 50)
            assert [one.id for one in page.posts] == [
                one for one in seen[::-1] if known[one]["author"] in followed
            ]


def test_the_feed_machine(db: Database) -> None:
    set_setting(db, "posts_per_day", "1000")
    set_setting(db, "comments_per_hour", "10000")
    machine = type("FeedHere", (Feed,), {"db": db})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
