"""Data: counters that lie, orphans, missing rows of reference, a broken audit chain."""

from __future__ import annotations

from tests.mutations.mutation import Make, Mutation


def counter(name: str, condition: str = "TRUE") -> Mutation:
    """Return the falsification of a counter of one row."""
    table, column = name.split(".")
    statement = f"UPDATE {table} SET {column} = {column} + 1 WHERE {condition} LIMIT 1"
    return Mutation(f"counter {name}", (statement,), (f"counter {name}",), (), (DIFFER,))


DIFFER = "counters that differ from a recount (CALL counters_verify(NULL))"
COUNTERS = [
    counter("alumni_profiles.views_count"),
    counter("conversation_participants.unread_count"),
    counter("events.seats_taken_count", "max_attendees IS NULL"),
    counter("events.waiting_count"),
    counter("job_postings.applications_count"),
    counter("job_postings.views_count"),
    counter("notifications.actors_count"),
    counter("post_comments.likes_count"),
    counter("posts.comments_count"),
    counter("posts.likes_count"),
    counter("student_profiles.views_count", "user_id NOT IN (SELECT user_id FROM alumni_profiles)"),
    counter("conversation_participants.last_message_id", "last_message_id IS NOT NULL"),
    Mutation(
        "counter conversations.last_message_at",
        ("UPDATE conversations SET last_message_at = last_message_at - INTERVAL 1 DAY LIMIT 1",),
        ("counter conversations.last_message_at",),
        (),
        (DIFFER,),
    ),
]
NOT_KEPT = {
    "degrees.semesters_count": "said by the office",
    "event_registrations.guests_count": "said by the person",
    "event_registrations.seats_count": "generated",
    "mail_outbox.attempts_count": "attempts have no rows of their own",
    "suggestion_weights.most_count": "a setting",
    "throttles.attempts_count": "attempts have no rows of their own",
}
"""Columns with the name of a counter that count no rows. Statistics are figures of a moment."""

ORPHANS = "foreign keys with rows without their parent"
UNCHECKED, CHECKED = "SET SESSION foreign_key_checks = 0", "SET SESSION foreign_key_checks = 1"


def orphan(statement: str, *keys: str) -> Mutation:
    """Return a statement that runs while foreign keys are not checked."""
    names = tuple(f"rows without their parent: {key}" for key in keys)
    return Mutation(f"orphans: {statement}", (UNCHECKED, statement, CHECKED), names, (), (ORPHANS,))


ROWS = "row: as the files make it"
REFERENCE = [
    Mutation(
        "row: a counter is registered with another count",
        ("UPDATE counters SET counted = '0' WHERE name = 'events.waiting_count'",),
        ("row counters.events.waiting_count",),
        (),
        (ROWS, "counter events.waiting_count", DIFFER),
    ),
    orphan(
        "INSERT INTO job_posting_skills (job_posting_id, skill_id) VALUES (4294967295, 1)",
        "job_posting_skills.fk_job_posting_skills_job_posting_id",
    ),
    orphan("DELETE FROM skill_domains ORDER BY id LIMIT 1", "skills.fk_skills_domain_id"),
    orphan(
        "INSERT INTO follows (follower_id, followed_id) VALUES (4294967294, 4294967295)",
        "follows.fk_follows_follower_id",
        "follows.fk_follows_followed_id",
    ),
    Mutation(
        "row: the role admin is gone",
        (UNCHECKED, "DELETE FROM roles WHERE name = 'admin'", CHECKED),
        ("row roles.admin",),
        (),
        (
            ROWS,
            ORPHANS,
            "rows without their parent: users.fk_users_role_id",
            # It makes an account of that role.
            "UNIQUE: two accounts with one address",
        ),
    ),
    Mutation(
        "row: a setting is gone",
        ("DELETE FROM settings WHERE name = 'posts_per_day'",),
        ("row settings.posts_per_day",),
        (),
        (ROWS,),
    ),
    Mutation(
        "row: a setting that no file makes",
        ("INSERT INTO settings (name, value, description) VALUES ('by_hand', '1', 'Mine')",),
        ("row settings.by_hand",),
        (),
        (ROWS,),
    ),
    Mutation(
        "row: erasure passes over a table",
        ("UPDATE personal_tables SET person_condition = 'FALSE' WHERE name = 'former_names'",),
        ("row personal_tables.former_names",),
        (),
        (ROWS,),
    ),
]

CHAIN = "the audit log's chain (CALL audit_verify())"
AUDIT = [
    Mutation(
        "audit log: a row is changed behind its trigger",
        (
            "DROP TRIGGER tr_admin_activity_log_update",
            "UPDATE admin_activity_log SET action = 'nothing' ORDER BY id LIMIT 1",
            Make("tr_admin_activity_log_update"),
        ),
        (CHAIN,),
    ),
    Mutation(
        "audit log: a row is deleted behind its trigger",
        (
            UNCHECKED,
            "DROP TRIGGER tr_admin_activity_log_delete",
            "DELETE FROM admin_activity_log WHERE id = (SELECT MAX(log_id) FROM audit_seals)",
            Make("tr_admin_activity_log_delete"),
            CHECKED,
        ),
        (CHAIN,),
        (),
        (ORPHANS, "rows without their parent: audit_seals.fk_audit_seals_log_id"),
    ),
]

DATA = [*COUNTERS, *REFERENCE, *AUDIT]
