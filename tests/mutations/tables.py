"""Tables: columns, indexes, constraints, engines."""

from __future__ import annotations

from tests.mutations.mutation import Mutation


def alter(table: str, change: str, *names: str, also: tuple[str, ...] = ()) -> Mutation:
    """Return an ALTER TABLE with the checks of db/selfcheck.sql that name what it breaks."""
    statement = f"ALTER TABLE {table} {change}"
    return Mutation(statement, (statement,), names, (f"table {table}",), also)


def other_rule(
    table: str, column: str, parent: str, rule: str, also: tuple[str, ...] = ()
) -> Mutation:
    """Return a foreign key that is made again and does something else on DELETE or UPDATE."""
    name = f"fk_{table}_{column}"
    drop = f"ALTER TABLE {table} DROP FOREIGN KEY {name}"
    add = (
        f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({column})"
        f" REFERENCES {parent} (id) {rule}"
    )
    return Mutation(add, (drop, add), (f"foreign key {table}.{name}",), (f"table {table}",), also)


INDEXES = [
    alter(
        "account_tokens",
        "DROP KEY ix_account_tokens_expires_at",
        "index account_tokens.ix_account_tokens_expires_at",
    ),
    alter(
        "admin_activity_log",
        "DROP KEY ix_admin_activity_log_subject",
        "index admin_activity_log.ix_admin_activity_log_subject",
    ),
    alter(
        "live_events",
        "DROP KEY ix_live_events_created_at",
        "index live_events.ix_live_events_created_at",
    ),
    alter(
        "media_files", "DROP KEY uq_media_files_sha256", "index media_files.uq_media_files_sha256"
    ),
    alter(
        "mail_outbox",
        "DROP KEY uq_mail_outbox_fact_key",
        "index mail_outbox.uq_mail_outbox_fact_key",
    ),
    alter(
        "skill_domains",
        "DROP KEY uq_skill_domains_name",
        "index skill_domains.uq_skill_domains_name",
    ),
    alter(
        "posts",
        "DROP KEY ft_posts_body",
        "index posts.ft_posts_body",
        "FULLTEXT of posts",
    ),
    alter(
        "events",
        "DROP KEY ft_events_text",
        "index events.ft_events_text",
        "FULLTEXT of events",
    ),
    alter(
        "job_postings",
        "DROP KEY ft_job_postings_text, ADD FULLTEXT KEY ft_job_postings_text (title)",
        "index job_postings.ft_job_postings_text",
        "FULLTEXT of job_postings",
    ),
    alter(
        "alumni_profiles",
        "DROP KEY ft_alumni_profiles_text",
        "index alumni_profiles.ft_alumni_profiles_text",
        also=("FULLTEXT of alumni_profiles",),
    ),
    alter(
        "mail_suppressions",
        "ALTER INDEX ix_mail_suppressions_created_at INVISIBLE",
        "index mail_suppressions.ix_mail_suppressions_created_at",
    ),
    alter(
        "throttles",
        "DROP KEY ix_throttles_window_ends_at,"
        " ADD KEY ix_throttles_window_ends_at (window_ends_at DESC)",
        "index throttles.ix_throttles_window_ends_at",
    ),
    alter(
        "campuses",
        "DROP KEY uq_campuses_name, ADD KEY uq_campuses_name (name)",
        "index campuses.uq_campuses_name",
    ),
    alter(
        "conversations",
        "DROP KEY uq_conversations_user_one_id_user_two_id,"
        " ADD KEY ix_conversations_user_one_id (user_one_id)",
        "index conversations.uq_conversations_user_one_id_user_two_id",
        "index conversations.ix_conversations_user_one_id",
        also=("UNIQUE: two conversations of the same two", "UNIQUE of conversations"),
    ),
    alter("skills", "ADD KEY ix_by_hand (created_at)", "index skills.ix_by_hand"),
    alter(
        "message_settings",
        "DROP PRIMARY KEY, ADD KEY ix_by_hand (user_id)",
        "index message_settings.PRIMARY",
        "index message_settings.ix_by_hand",
        also=("tables without a primary key",),
    ),
]

CHECKS = [
    alter(
        "feedback",
        "DROP CHECK ck_feedback_rating",
        "CHECK feedback.ck_feedback_rating",
        also=("CHECK clause ck_feedback_rating",),
    ),
    alter(
        "profile_views",
        "DROP CHECK ck_profile_views_viewer_id",
        "CHECK profile_views.ck_profile_views_viewer_id",
        also=("CHECK clause ck_profile_views_viewer_id",),
    ),
    alter(
        "users",
        "ALTER CHECK ck_users_email NOT ENFORCED",
        "CHECK users.ck_users_email",
        also=("CHECK: an address without @", "CHECK constraints, all enforced"),
    ),
    alter(
        "events",
        "DROP CHECK ck_events_max_guests,"
        " ADD CONSTRAINT ck_events_max_guests CHECK (max_guests <= 200)",
        "CHECK clause ck_events_max_guests",
    ),
    alter(
        "staff_profiles",
        "ADD CONSTRAINT ck_by_hand CHECK (created_at > '2000-01-01')",
        "CHECK staff_profiles.ck_by_hand",
        also=("CHECK clause ck_by_hand",),
    ),
]

CHECKS += [
    alter(
        "reference_goals",
        "DROP CHECK ck_reference_goals_is_done_boolean",
        "CHECK reference_goals.ck_reference_goals_is_done_boolean",
        "booleans without a CHECK",
        also=("CHECK clause ck_reference_goals_is_done_boolean",),
    ),
]

FOREIGN_KEYS = [
    alter(
        "calendar_feeds",
        "DROP FOREIGN KEY fk_calendar_feeds_user_id",
        "foreign key calendar_feeds.fk_calendar_feeds_user_id",
    ),
    alter(
        "user_sessions",
        "DROP FOREIGN KEY fk_user_sessions_user_id",
        "foreign key user_sessions.fk_user_sessions_user_id",
    ),
    other_rule("post_revisions", "post_id", "posts", "ON DELETE RESTRICT"),
    other_rule("announcement_pins", "announcement_id", "announcements", "ON DELETE CASCADE"),
    other_rule(
        "message_attachments",
        "media_file_id",
        "media_files",
        "",
        also=("foreign keys that leave ON DELETE to chance, or have no index",),
    ),
    other_rule("former_names", "user_id", "users", "ON DELETE CASCADE ON UPDATE CASCADE"),
]

COLUMNS = [
    alter(
        "student_profiles",
        "MODIFY cgpa DECIMAL(4, 2)",
        "column student_profiles.cgpa",
        also=("student_profiles.cgpa",),
    ),
    alter("notifications", "MODIFY verb VARCHAR(60) NOT NULL", "column notifications.verb"),
    alter("profile_links", "MODIFY label VARCHAR(60) NULL", "column profile_links.label"),
    alter(
        "reference_goals", "ALTER COLUMN is_done SET DEFAULT 1", "column reference_goals.is_done"
    ),
    alter("about_sections", "ALTER COLUMN revision DROP DEFAULT", "column about_sections.revision"),
    alter(
        "idempotency_keys",
        "MODIFY procedure_name VARCHAR(64) COLLATE utf8mb4_bin NOT NULL",
        "column idempotency_keys.procedure_name",
    ),
    alter(
        "live_streams",
        "MODIFY last_sequence INT UNSIGNED NOT NULL DEFAULT 0",
        "column live_streams.last_sequence",
    ),
    alter("degrees", "MODIFY semesters_count TINYINT NOT NULL", "column degrees.semesters_count"),
    alter(
        "conversation_participants",
        "MODIFY is_unread TINYINT(1) GENERATED ALWAYS AS (IF(unread_count > 1, 1, NULL)) STORED",
        "generated column conversation_participants.is_unread",
    ),
    alter(
        "content_reports",
        "MODIFY status ENUM('open', 'upheld', 'dismissed', 'lost') NOT NULL DEFAULT 'open'",
        "column content_reports.status",
    ),
    alter(
        "student_projects",
        "RENAME COLUMN description TO words",
        "column student_projects.description",
        "column student_projects.words",
    ),
    alter(
        "email_verification_tokens",
        "DROP COLUMN used_at",
        "column email_verification_tokens.used_at",
    ),
    alter(
        "follows",
        "DROP COLUMN created_by",
        "column follows.created_by",
        "follows: author and soft delete",
        also=("generated column follows.created_by",),
    ),
    alter(
        "degrees",
        "RENAME COLUMN updated_by TO changed_by",
        "column degrees.updated_by",
        "column degrees.changed_by",
        "degrees: author and soft delete",
        also=("index degrees.*", "foreign key degrees.*"),
    ),
    alter(
        "posts",
        "ADD COLUMN shares_count INT UNSIGNED NOT NULL DEFAULT 0",
        "column posts.shares_count",
        "counters that are not registered",
    ),
    alter("event_helpers", "ADD COLUMN note VARCHAR(10) NULL", "column event_helpers.note"),
    alter(
        "about_quick_links",
        "MODIFY updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP",
        "column about_quick_links.updated_at",
    ),
    alter(
        "alumni_achievements", "MODIFY id BIGINT UNSIGNED NOT NULL", "column alumni_achievements.id"
    ),
]

WHOLE_TABLES = [
    alter(
        "statistics_outcomes",
        "ENGINE = MyISAM",
        "table statistics_outcomes",
        # MyISAM has no CHECK that MySQL would drop, but no foreign keys either.
        also=("tables that are not InnoDB, utf8mb4 and commented",),
    ),
    alter(
        "user_blocks",
        "DEFAULT COLLATE utf8mb4_bin",
        "table user_blocks",
        also=("tables that are not InnoDB, utf8mb4 and commented",),
    ),
    Mutation(
        "DROP TABLE event_reminders",
        ("DROP TABLE event_reminders",),
        ("table event_reminders",),
        ("table event_reminders",),
        (
            "event_reminders",
            "* event_reminders.*",
            "CHECK clause ck_event_reminders_*",
            "tables: what was applied, and nothing else",
        ),
    ),
    Mutation(
        "CREATE TABLE notes without a primary key, with MyISAM",
        ("CREATE TABLE notes (a INT) ENGINE = MyISAM",),
        ("table notes", "column notes.a"),
        ("table notes",),
        (
            "tables that are not InnoDB, utf8mb4 and commented",
            "tables without a primary key",
            "tables: what was applied, and nothing else",
        ),
    ),
    Mutation(
        "RENAME TABLE inbox_entries",
        ("RENAME TABLE inbox_entries TO inbox_notes",),
        ("table inbox_entries", "table inbox_notes"),
        ("table inbox_entries",),
        (
            "table inbox_notes",
            "* inbox_entries.*",
            "* inbox_notes.*",
            "tables: what was applied, and nothing else",
        ),
    ),
]

TABLES = [*INDEXES, *CHECKS, *FOREIGN_KEYS, *COLUMNS, *WHOLE_TABLES]
