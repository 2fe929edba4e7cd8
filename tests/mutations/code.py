"""Code: procedures, functions, triggers, views, events, changed by hand or gone."""

from __future__ import annotations

from tests.mutations.mutation import Edit, Mutation, Step

APPLIED = "{}s: what was applied, and nothing else"


def code(kind: str, name: str, *steps: Step, also: tuple[str, ...] = ()) -> Mutation:
    """Return the mutation of a code object that each check names by its kind and name."""
    how = str(steps[-1])
    return Mutation(f"{kind} {name}: {how}", steps, (f"{kind} {name}",), (f"{kind} {name}",), also)


PROCEDURES = [
    code(
        "procedure",
        "job_application_withdraw",
        "DROP PROCEDURE job_application_withdraw",
        # Its grant goes with it.
        also=(
            APPLIED.format("procedure"),
            "grant on job_application_withdraw to alumni_web",
            "alumni_web: rights on procedures, tables and views",
            "alumni_web: missing: GRANT EXECUTE ON PROCEDURE *.`job_application_withdraw` *",
            "alumni_web: as the files say",
        ),
    ),
    code("procedure", "_throttle_forgive", Edit("_throttle_forgive", "attempts_count - 1", "0")),
    code(
        "procedure",
        "_post_visible",
        Edit("_post_visible", " AND is_deleted = 0"),
    ),
    code(
        "procedure",
        "_skills_ensure",
        Edit("_skills_ensure", "p_most INT UNSIGNED", "p_most BIGINT UNSIGNED"),
    ),
    code(
        "procedure",
        "event_register",
        "ALTER PROCEDURE event_register SQL SECURITY INVOKER",
        also=("routines with the rights of who calls",),
    ),
    code(
        "procedure",
        "_require_item",
        Edit("_require_item", definer="`root`@`localhost`"),
        also=("routines whose definer is not the locked alumni_owner",),
    ),
    code(
        "procedure",
        "_application_lock",
        "SET SESSION sql_mode = ''",
        Edit("_application_lock"),
        "SET SESSION sql_mode = DEFAULT",
        also=("routines, triggers and events made without strict mode",),
    ),
    code(
        "procedure",
        "feed_read",
        "ALTER PROCEDURE feed_read COMMENT 'Mine'",
        also=("routines whose comment is no contract (sentence | result sets)",),
    ),
    code("procedure", "job_search", "ALTER PROCEDURE job_search MODIFIES SQL DATA"),
    code(
        "procedure",
        "note_add",
        "CREATE PROCEDURE note_add() SELECT 1",
        also=(
            APPLIED.format("procedure"),
            "routines whose definer is not the locked alumni_owner",
            "routines that do not say what they do with data",
            "routines whose comment is no contract (sentence | result sets)",
        ),
    ),
    code("function", "is_phone", Edit("is_phone", "{4,39}", "{1,39}")),
    code("function", "is_email", Edit("is_email", "RETURNS BOOLEAN", "RETURNS INT")),
    code("function", "slug_of", "DROP FUNCTION slug_of", also=(APPLIED.format("function"),)),
]

TRIGGERS = [
    code(
        "trigger",
        "tr_post_like_insert",
        "DROP TRIGGER tr_post_like_insert",
        also=(
            APPLIED.format("trigger"),
            "tr_post_like_insert",
            "likes and comments that the post counts",
            "likes and comments that are left",
            "one takes the like back",
            # The like is still there, so the account cannot go.
            "an account is deleted that nothing depends on any more",
            "FOREIGN KEY, SET NULL: what a person made outlives the account",
            "triggers that the registry of counters names and that are not there",
        ),
    ),
    code(
        "trigger",
        "tr_message_delete",
        "DROP TRIGGER tr_message_delete",
        also=(
            APPLIED.format("trigger"),
            "triggers that the registry of counters names and that are not there",
        ),
    ),
    code(
        "trigger",
        "tr_event_schedule_update",
        "DROP TRIGGER tr_event_schedule_update",
        also=(APPLIED.format("trigger"),),
    ),
    code(
        "trigger",
        "tr_notification_actor_delete",
        Edit("tr_notification_actor_delete", "actors_count - 1", "actors_count"),
    ),
    code(
        "trigger",
        "tr_event_registration_delete",
        Edit("tr_event_registration_delete", "AFTER DELETE", "BEFORE DELETE"),
    ),
    code(
        "trigger",
        "tr_by_hand",
        "CREATE TRIGGER tr_by_hand BEFORE UPDATE ON skills FOR EACH ROW SET @x = 1",
        also=(APPLIED.format("trigger"),),
    ),
]

VIEWS = [
    Mutation(
        "view vw_upcoming_events: dropped",
        ("DROP VIEW vw_upcoming_events",),
        ("view vw_upcoming_events",),
        ("view vw_upcoming_events",),
        (
            APPLIED.format("view"),
            "vw_upcoming_events",
            "vw_upcoming_events: its columns",
            "view query vw_upcoming_events",
            "view column vw_upcoming_events.*",
        ),
    ),
    Mutation(
        "view vw_event_speakers: a column is gone",
        (Edit("vw_event_speakers", "    s.topic,\n"),),
        (
            "view column vw_event_speakers.topic",
            "view query vw_event_speakers",
            "vw_event_speakers: its columns",
        ),
        ("view vw_event_speakers",),
        # Those after it have moved up.
        ("view column vw_event_speakers.*",),
    ),
    Mutation(
        "view vw_alumni_engagements: a column has another name",
        (Edit("vw_alumni_engagements", "g.hours,", "g.hours AS time_spent,"),),
        (
            "view column vw_alumni_engagements.hours",
            "view column vw_alumni_engagements.time_spent",
        ),
        ("view vw_alumni_engagements",),
        ("view query vw_alumni_engagements", "vw_alumni_engagements: its columns"),
    ),
    Mutation(
        "view vw_active_alumni: another WHERE",
        (Edit("vw_active_alumni", " AND u.is_deleted = 0"),),
        ("view query vw_active_alumni",),
        ("view vw_active_alumni",),
    ),
    Mutation(
        "view vw_pending_references: another security",
        (Edit("vw_pending_references", "SECURITY DEFINER", "SECURITY INVOKER"),),
        ("view vw_pending_references",),
        ("view vw_pending_references",),
        ("vw_pending_references",),
    ),
    Mutation(
        "view vw_by_hand: made by hand",
        ("CREATE VIEW vw_by_hand AS SELECT id FROM users",),
        ("view vw_by_hand",),
        ("view vw_by_hand",),
        (APPLIED.format("view"), "view query vw_by_hand", "view column vw_by_hand.*"),
    ),
]

LATE = "events that are late, disabled or failed (vw_scheduler_health)"
EVENTS = [
    code("event", "ev_close_jobs", "DROP EVENT ev_close_jobs", also=(APPLIED.format("event"),)),
    code(
        "event",
        "ev_send_digests",
        "ALTER DEFINER = `alumni_owner`@`%` EVENT ev_send_digests DISABLE",
        also=(LATE,),
    ),
    code(
        "event",
        "ev_expire_references",
        "ALTER DEFINER = `alumni_owner`@`%` EVENT ev_expire_references"
        " ON SCHEDULE EVERY 10 HOUR STARTS '2030-01-01'",
    ),
    code(
        "event",
        "ev_erase_accounts",
        "ALTER DEFINER = `alumni_owner`@`%` EVENT ev_erase_accounts DO SELECT 1",
    ),
    code(
        "event",
        "ev_by_hand",
        "CREATE EVENT ev_by_hand ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DO SELECT 1",
        also=(APPLIED.format("event"),),
    ),
]

CODE = [*PROCEDURES, *TRIGGERS, *VIEWS, *EVENTS]
