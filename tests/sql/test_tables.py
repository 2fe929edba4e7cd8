"""Every table keeps the rules of the house: keys, engine, charset, comments, audit, names."""

from __future__ import annotations

import re

import pytest

from tests.support.database import Database, Row

# Names that people and clients of the reference system rely on.
FIXED_NAMES = {
    "application_date",
    "date_of_birth",
    "deadline",
    "viewed_on",
    "registration_deadline",
}

# Tables of the migration tool are written by the tool alone, never in a person's name.
AUTHORLESS = {
    "roles",
    "user_sessions",
    "password_reset_tokens",
    "email_verification_tokens",
    "sign_in_attempts",
    "throttles",
    "idempotency_keys",
    "job_terms",
    "job_views",
    "job_application_moves",
    "account_tokens",
    "follows",
    "profile_views",
    "privacy_fields",
    "directory_entries",
    "directory_terms",
    "directory_facets",
    "personal_tables",
    "personal_columns",
    "calendar_feeds",
    "announcement_reads",
    "account_terms",
    "search_rewrites",
    "audit_pending",
    "audit_seals",
    "audit_heads",
    "inbox_moves",
    "alumni_engagement_moves",
    "user_blocks",
    "notifications",
    "notification_kinds",
    "notification_preferences",
    "notification_digests",
    "unsubscribe_tokens",
    "messages",
    "conversation_participants",
    "message_removals",
    "message_attachments",
    "message_settings",
    "message_terms",
    "live_streams",
    "live_events",
    "post_files",
    "post_likes",
    "comment_likes",
    "mentoring_offer_kinds",
    "reference_request_moves",
    "suggestion_weights",
}


def _tables(db: Database) -> list[Row]:
    return db.rows(
        "SELECT table_name AS name, engine AS engine, table_collation AS collation,"
        " table_comment AS comment FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
    )


def test_engine_charset_and_comment(db: Database) -> None:
    for table in _tables(db):
        assert table.engine == "InnoDB", table.name
        assert table.collation == "utf8mb4_0900_ai_ci", table.name
        assert table.comment, table.name


def test_every_text_column_has_the_collation_of_the_schema(db: Database) -> None:
    others = db.rows(
        "SELECT table_name AS t, column_name AS c FROM information_schema.columns"
        " WHERE table_schema = DATABASE() AND collation_name IS NOT NULL"
        " AND collation_name NOT IN ('utf8mb4_0900_ai_ci', 'utf8mb4_bin', 'utf8mb4_0900_bin',"
        " 'utf8mb4_0900_as_cs')"
        " AND table_name NOT IN (SELECT table_name FROM information_schema.views"
        " WHERE table_schema = DATABASE())"
    )
    assert others == []


def test_every_table_has_a_primary_key(db: Database) -> None:
    without = db.rows(
        "SELECT t.table_name AS name FROM information_schema.tables AS t"
        " LEFT JOIN information_schema.table_constraints AS c"
        " ON c.table_schema = t.table_schema AND c.table_name = t.table_name"
        " AND c.constraint_type = 'PRIMARY KEY'"
        " WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
        " AND c.constraint_name IS NULL"
    )
    assert without == []


def _columns(db: Database) -> list[Row]:
    return db.rows(
        "SELECT c.table_name AS table_name, c.column_name AS name, c.data_type AS type,"
        " c.column_type AS full_type, c.is_nullable AS is_nullable, c.column_comment AS comment"
        " FROM information_schema.columns AS c"
        " JOIN information_schema.tables AS t USING (table_schema, table_name)"
        " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
    )


def test_audit_columns(db: Database) -> None:
    columns: dict[str, set[str]] = {}
    for column in _columns(db):
        columns.setdefault(column.table_name, set()).add(column.name)
    for table, names in columns.items():
        assert {"created_at", "updated_at"} <= names, table
        if table not in AUTHORLESS and not table.startswith("schema_"):
            assert names & {"created_by", "updated_by", "actor_id"} or "statistics" in table, table


def test_soft_delete_is_a_flag_with_its_time(db: Database) -> None:
    by_table: dict[str, set[str]] = {}
    for column in _columns(db):
        by_table.setdefault(column.table_name, set()).add(column.name)
    for table, names in by_table.items():
        assert ("is_deleted" in names) == ("deleted_at" in names), table
    for table in ("users", "job_postings", "job_applications"):
        assert "is_deleted" in by_table[table]


def test_column_names_say_their_kind(db: Database) -> None:
    for column in _columns(db):
        where = f"{column.table_name}.{column.name}"
        if column.name in FIXED_NAMES:
            continue
        if column.full_type.startswith("tinyint(1)"):
            assert re.match(r"(is|has|can)_", column.name), where
        if column.type in ("datetime", "timestamp"):
            assert re.search(r"_(at|until)$", column.name), where
        if column.type == "date":
            assert column.name.endswith(("_date", "_on")), where
        if column.name == "id":
            assert "unsigned" in column.full_type, where


def test_a_reference_to_a_person_says_so(db: Database) -> None:
    for column in _columns(db):
        if column.name in ("created_by", "updated_by"):
            assert column.comment, f"{column.table_name}.{column.name}"
        if column.type == "json":
            assert column.comment, f"{column.table_name}.{column.name}"


def test_foreign_keys_are_indexed_and_say_on_delete(db: Database) -> None:
    rules = db.rows(
        "SELECT constraint_name AS name, delete_rule AS rule"
        " FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()"
    )
    # NO ACTION is what MySQL records when nothing was said.
    assert {row.rule for row in rules} == {"CASCADE", "SET NULL", "RESTRICT"}
    unindexed = db.rows(
        "SELECT k.table_name AS t, k.column_name AS c FROM information_schema.key_column_usage AS k"
        " WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL"
        " AND k.ordinal_position = 1 AND NOT EXISTS ("
        "  SELECT 1 FROM information_schema.statistics AS s"
        "  WHERE s.table_schema = k.table_schema AND s.table_name = k.table_name"
        "  AND s.column_name = k.column_name AND s.seq_in_index = 1)"
    )
    assert unindexed == []


@pytest.mark.parametrize(
    ("kind", "prefix"), [("FOREIGN KEY", "fk_"), ("CHECK", "ck_"), ("UNIQUE", "uq_")]
)
def test_constraint_names(db: Database, kind: str, prefix: str) -> None:
    for row in db.rows(
        "SELECT table_name AS t, constraint_name AS name FROM information_schema.table_constraints"
        " WHERE table_schema = DATABASE() AND constraint_type = %s",
        kind,
    ):
        assert row.name.startswith(f"{prefix}{row.t}"), row.name


def test_index_names(db: Database) -> None:
    for row in db.rows(
        "SELECT DISTINCT table_name AS t, index_name AS name FROM information_schema.statistics"
        " WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY'"
    ):
        assert re.match(rf"(ix|uq|ft)_{row.t}_", row.name), row.name
