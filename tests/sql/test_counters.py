"""Every kept counter is registered, compared, repaired, and right after any statement of a DBA."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import mysql.connector
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.mutations.data import NOT_KEPT
from tests.support.database import Database, Refused
from tests.support.event_rows import event
from tests.support.jobs import post
from tests.support.messages import acquainted
from tests.support.sources import sources

REFUSED = {
    1062,  # the key is taken
    1451,  # something refers to the row
    1452,  # what it refers to is not there
    3819,  # a CHECK
    1644,  # a trigger
}


@pytest.fixture(scope="module")
def world(lend: Callable[[str], Database], template: str) -> dict[str, Any]:
    """Return a schema with a few of everything that is counted, by letter."""
    db = lend(template)
    people = [db.alumnus("Ada"), db.student("Ben"), db.student("Cy"), db.alumnus("Dee")]
    posts = [db.call("post_add", people[0], f"Post {n}", None, "all").post.id for n in range(2)]
    comments = [
        db.call("comment_add", people[1], posts[0], None, f"Comment {n}", None).comment.id
        for n in range(2)
    ]
    conversations = [acquainted(db, people[0], other) for other in people[1:3]]
    for recipient in people[:2]:
        db.rows(
            "INSERT INTO notifications (recipient_id, kind, verb, group_key, link, data,"
            " happened_at) SELECT %s, MIN(name), 'liked', 'x', '/', '{}', NOW()"
            " FROM notification_kinds",
            recipient,
        )
    return {
        "db": db,
        "u": people,
        "p": posts,
        "c": comments,
        "v": conversations,
        "j": [post(db, people[0]) for _ in range(2)],
        "e": [event(db, people[0]) for _ in range(2)],
        "n": [row.id for row in db.rows("SELECT id FROM notifications ORDER BY id LIMIT 2")],
        "o": [0, 1],
    }


STATEMENTS = [
    "INSERT INTO post_likes (post_id, user_id) VALUES (:p, :u)",
    "UPDATE post_likes SET post_id = :p WHERE user_id = :u",
    "UPDATE IGNORE post_likes SET post_id = :p",
    "UPDATE post_likes SET user_id = :u WHERE post_id = :p",
    "DELETE FROM post_likes WHERE post_id = :p LIMIT 2",
    "INSERT INTO comment_likes (comment_id, user_id) VALUES (:c, :u)",
    "UPDATE comment_likes SET comment_id = :c WHERE user_id = :u",
    "DELETE FROM comment_likes WHERE user_id = :u",
    "UPDATE post_comments SET is_deleted = :o, deleted_at = IF(:o, NOW(), NULL) WHERE id = :c",
    "INSERT INTO post_comments (post_id, author_id, body) VALUES (:p, :u, 'New')",
    "UPDATE post_comments SET post_id = :p WHERE id = :c",
    "DELETE FROM post_comments WHERE body = 'New' LIMIT 1",
    "INSERT INTO job_applications (job_posting_id, applicant_id, cv_file_name) VALUES (:j, :u, '')",
    "UPDATE job_applications SET status = IF(:o, 'pending', 'withdrawn') WHERE applicant_id = :u",
    "UPDATE job_applications SET job_posting_id = :j WHERE applicant_id = :u",
    "UPDATE job_applications SET is_deleted = :o, deleted_at = IF(:o, NOW(), NULL)",
    "DELETE FROM job_applications WHERE applicant_id = :u",
    "INSERT INTO job_views (job_posting_id, viewer_id, viewed_on) VALUES (:j, :u, '2026-01-01')",
    "UPDATE job_views SET job_posting_id = :j WHERE viewer_id = :u",
    "DELETE FROM job_views WHERE viewer_id = :u",
    "INSERT INTO profile_views (profile_user_id, viewer_id, viewed_on) VALUES (:u, :w, NOW())",
    "UPDATE profile_views SET profile_user_id = :w WHERE profile_user_id = :u",
    "DELETE FROM profile_views WHERE profile_user_id = :u",
    (
        "INSERT INTO event_registrations (event_id, user_id, status, check_in_code, guests_count)"
        " VALUES (:e, :u, 'registered', LEFT(SHA2(UUID(), 256), 22), :o)"
    ),
    (
        "INSERT INTO event_registrations (event_id, user_id, status, check_in_code, queue_number)"
        " VALUES (:e, :u, 'waitlisted', LEFT(SHA2(UUID(), 256), 22), 1)"
    ),
    "UPDATE event_registrations SET status = 'cancelled' WHERE user_id = :u",
    "UPDATE event_registrations SET event_id = :e WHERE user_id = :u",
    "DELETE FROM event_registrations WHERE event_id = :e",
    "INSERT INTO messages (conversation_id, sender_id, body) VALUES (:v, :u, 'Hi')",
    "INSERT INTO messages (conversation_id, sender_id, body) VALUES (:v, :u, 'Ho')",
    "DELETE FROM messages WHERE conversation_id = :v ORDER BY id DESC LIMIT 1",
    "DELETE FROM messages WHERE sender_id = :u",
    "UPDATE messages SET is_deleted = :o, deleted_at = IF(:o, NOW(), NULL) WHERE sender_id = :u",
    "UPDATE messages SET conversation_id = :v WHERE sender_id = :u",
    "UPDATE messages SET sent_at = sent_at - INTERVAL 1 DAY ORDER BY id DESC LIMIT 1",
    (
        "INSERT INTO message_removals (user_id, message_id)"
        " SELECT :u, id FROM messages WHERE conversation_id = :v ORDER BY id DESC LIMIT 1"
    ),
    "DELETE FROM message_removals WHERE user_id = :u",
    "INSERT INTO notification_actors (notification_id, actor_id) VALUES (:n, :u)",
    "UPDATE notification_actors SET notification_id = :n WHERE actor_id = :u",
    "DELETE FROM notification_actors WHERE notification_id = :n",
    "DELETE FROM users WHERE id = :u",
]
"""What a DBA may type: letters stand for one of the rows of the world."""


def run(world: dict[str, Any], statement: str, choice: int) -> None:
    """Run a statement with rows chosen by a number; constraints may refuse it."""

    def chosen(letter: re.Match[str]) -> str:
        rows = world["u" if letter[1] == "w" else letter[1]]
        turn = choice + 1 if letter[1] == "w" else choice
        return str(rows[(turn // (1 + ord(letter[1]) % 3)) % len(rows)])

    try:
        world["db"].rows(re.sub(r":([a-z])\b", chosen, statement))
    except mysql.connector.Error as error:
        assert error.errno in REFUSED, f"{statement}: {error}"


def assert_right(world: dict[str, Any]) -> None:
    assert world["db"].call("counters_verify", None).differences == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    typed=st.lists(
        st.tuples(st.sampled_from(STATEMENTS), st.integers(0, 35)), min_size=1, max_size=12
    )
)
def test_counters_are_right_after_any_statements(
    world: dict[str, Any], typed: list[tuple[str, int]]
) -> None:
    for statement, choice in typed:
        run(world, statement, choice)
    assert_right(world)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_each_statement_leaves_counters_right(world: dict[str, Any], statement: str) -> None:
    for insert in (one for one in STATEMENTS if one.startswith("INSERT")):
        for choice in range(4):
            run(world, insert, choice)
    for choice in range(3):
        run(world, statement, choice)
        assert_right(world)


def test_every_counter_is_registered(db: Database) -> None:
    columns = {
        row.name
        for row in db.rows(
            "SELECT CONCAT(c.table_name, '.', c.column_name) AS name"
            " FROM information_schema.columns AS c"
            " JOIN information_schema.tables AS t USING (table_schema, table_name)"
            " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
            " AND c.column_name LIKE '%\\_count' AND c.table_name NOT LIKE 'statistics\\_%'"
        )
    }
    registered = {row.name for row in db.rows("SELECT name FROM counters")}
    assert columns == (registered | NOT_KEPT.keys()) - {
        "conversations.last_message_at",
        "conversation_participants.last_message_id",
    }


def test_the_registry_names_the_triggers_that_keep_a_counter(db: Database) -> None:
    existing = {source.name for source in sources("trigger")}
    for row in db.rows("SELECT name, kept_by FROM counters"):
        triggers = set(re.findall(r"\w+", row.kept_by))
        assert triggers <= existing, row.name
        tables = {
            trigger.event_object_table
            for trigger in db.rows(
                "SELECT event_object_table AS event_object_table FROM information_schema.triggers"
                " WHERE trigger_schema = DATABASE() AND FIND_IN_SET(trigger_name, %s)",
                ",".join(triggers),
            )
        }
        for table in tables:
            named = db.rows(
                "SELECT event_manipulation AS e FROM information_schema.triggers"
                " WHERE trigger_schema = DATABASE() AND event_object_table = %s"
                " AND FIND_IN_SET(trigger_name, %s)",
                table,
                ",".join(triggers),
            )
            # Rows of removals are never moved from one person to another.
            expected = {"INSERT", "DELETE"} | ({"UPDATE"} if table != "message_removals" else set())
            assert {one.e for one in named} >= expected, (row.name, table)


def test_repair_sets_every_counter_right_and_nothing_else(
    lend: Callable[[str], Database], demo_template: str
) -> None:
    db = lend(demo_template)
    names = [row.name for row in db.rows("SELECT name FROM counters ORDER BY name")]
    for name in names:
        table, column = name.split(".")
        change = "- INTERVAL 1 DAY" if column.endswith("_at") else "+ 1"
        db.rows(
            f"UPDATE {table} SET {column} = {column} {change}, updated_at = '2020-01-01'"
            + (" WHERE max_attendees IS NULL" if column == "seats_taken_count" else "")
        )
    wrong = db.call("counters_verify", None)
    expected = set(names) - {"student_profiles.views_count"}
    assert {row.counter for row in wrong.differences} >= expected
    repaired = db.call("counters_repair", None)
    assert repaired.summary.repaired_count == wrong.summary.differences_count
    assert repaired.repaired == wrong.differences
    assert db.call("counters_verify", None).differences == []
    assert db.value("SELECT MAX(updated_at) FROM posts") == db.value(
        "SELECT MIN(updated_at) FROM posts"
    )
    assert db.call("counters_repair", None).repaired == []


def test_only_the_office_and_database_clients_repair(db: Database) -> None:
    for actor in (db.student(), db.alumnus()):
        with pytest.raises(Refused) as refusal:
            db.call("counters_repair", actor)
        assert refusal.value.status == 403
