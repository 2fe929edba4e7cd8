"""What a call costs does not grow with the members: handler reads at 1,000 and at 20,000."""

from __future__ import annotations

import datetime as dt
from typing import Any

import mysql.connector
import pytest

from tests.support.database import Client, Database
from tests.support.jobs import PDF
from tests.support.office import days
from tests.support.sources import sources

SMALL, LARGE = 1_000, 20_000
DISTINCT = 2_500
"""People that are made; the others are copies, which is several times as fast."""
SLACK = 700
"""Reads by which two calls may differ: windows of the newest rows that are full or not yet."""
ATTEMPTS = 4
"""How often a case that seems to grow is measured again."""
TOKEN = b"\x01" * 32
SOON = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0) + dt.timedelta(20)
LATER = SOON + dt.timedelta(hours=2)

# Every public procedure: what it is called with, and how many handler reads it may cost at most.
# `alumnus`, `student`, `admin`, `job` (of the alumnus), `application` (of the student to it) and
# `file` (a CV) are put in.
Case = tuple[str, list[Any], int]
TODAY = days(0)
CASES: list[Case] = [
    ("contract_read", [None], 100_000),
    ("session_use", [TOKEN, None, None], 60),
    ("session_challenge", ["nobody@example.org", None], 100),
    ("session_open", [0, 0, TOKEN], 60),
    ("session_close", ["student", 0], 60),
    ("session_close_all", ["admin"], 60),
    (
        "account_register",
        [
            None,
            "alumni",
            "A",
            "B",
            "flat@example.org",
            "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21l$aGFzaA",
        ],
        300,
    ),
    ("account_confirm", [None, "no token"], 60),
    ("account_confirmation_send", [None, "nobody@example.org"], 100),
    ("account_decide", ["admin", "student", "approve"], 100),
    ("password_recover", [None, "nobody@example.org"], 100),
    ("password_reset_read", [None, "no token"], 60),
    ("password_reset", [None, "no token", "$argon2id$v=19$x"], 60),
    ("account_settings_read", ["student"], 150),
    ("email_change", ["student", 0, 1, "flat3@example.org"], 100),
    ("email_change_confirm", [None, "no token"], 60),
    ("password_change", ["student", 0, 1, "$argon2id$v=19$x"], 100),
    ("account_delete", ["admin"], 100),  # refused: nobody else could run the office
    ("account_export", ["student"], 2_500),
    ("account_export_file", ["student", 0], 60),
    ("account_erase", ["admin", 0], 60),
    ("account_erase_now", ["admin", 0, "nobody@example.org"], 60),
    ("account_record_read", ["admin", "student"], 400),
    ("account_block", ["admin", "student", "Flat"], 600),
    ("account_unblock", ["admin", "student"], 3_000),
    ("account_role_set", ["admin", "student", "student"], 100),
    ("account_recovery_send", ["admin", "student"], 150),
    ("account_undelete", ["admin", "student"], 100),
    ("account_view_as", ["admin", "alumnus", "visitor"], 300),
    # Words that every account has are looked for in a window of 2,000 accounts.
    *[
        ("people_search", ["admin", *filters], 40_000)
        for filters in (
            [],
            ["engineer"],
            ["a"],  # common
            ["elena ivanova"],
            ["student@example.com"],
            ["zzzz"],
            ["3"],
            [None, "alumni"],
            [None, None, "active"],
            ["a", "student", "active"],
            ["a", None, "blocked"],
            [None, None, None, "oldest"],
            [None, None, None, "last_signed_in"],
            [None, None, None, "last_signed_in", "last_signed_in-0-500"],
            [None, None, None, "longest_away"],
            ["a", "alumni", "active", "longest_away", "longest_away-0-500"],
        )
    ],
    *[
        ("audit_search", ["admin", *filters], 12_000)
        for filters in (
            [],
            ["3"],
            ["system", "user_add"],
            [None, "account_register", "users", 3],
            [None, None, "users"],
            [None, None, None, None, "2020-01-01", "2035-01-01"],
        )
    ],
    ("audit_check", ["admin", None], 20_000),
    ("audit_verify", [], 20_000),
    ("audit_seal", [None], 20_000),
    *[
        ("lookup_search", ["admin", kind, None, None, None, 20], 20_000)
        for kind in (
            "campuses",
            "degrees",
            "skill_domains",
            "skills",
        )
    ],
    ("campus_save", ["admin", None, "Flat campus", None, "flat"], 150),
    ("degree_save", ["admin", None, "Flat degree", None, "master", 4, "flat"], 150),
    ("skill_domain_save", ["admin", None, "Flat domain", "flat"], 150),
    ("skill_save", ["admin", None, "Flat skill", 1, "flat"], 150),
    ("lookup_retire", ["admin", "skills", 1, 0], 100),
    ("lookup_merge", ["admin", "skills", 1, 1], 100),
    ("search_rewrite", [None, 10], 60_000),
    ("settings_read", ["admin"], 400),
    ("setting_save", ["admin", "session_days", "7"], 100),
    ("institution_save", ["admin", "Flat", "F", None, None, None, None, None, "EUR", "UTC"], 100),
    ("accounts_erase_due", [None, 10], 100),
    ("account_restore", [None, "no token"], 60),
    ("registration_form_read", [None], 300),
    ("home_read", [None], 2_500),
    ("home_read", ["student"], 2_500),
    ("dashboard_read", ["alumnus"], 5_000),
    ("dashboard_read", ["student"], 5_000),
    ("dashboard_read", ["admin"], 5_000),
    ("mail_lease", ["flat", 5, 1], 600),
    ("mail_finish", [0, "flat", None, None], 60),
    ("feed_read", ["student", "everything", None, None, 20], 3000),
    ("feed_read", ["student", "following", None, None, 20], 3000),
    ("feed_read", ["student", None, "alumnus", None, 20], 3000),
    ("feed_search", ["student", "talked", None, 20], 6000),
    ("post_read", ["student", 1, None, None, 20], 3000),
    ("post_revisions", ["student", 1], 200),
    ("post_form_read", ["admin", 1], 200),
    ("post_file_read", ["student", 0], 100),
    ("post_add", ["student", "Words", None, "all", None, None, None, None, None], 200),
    ("post_edit", ["student", 1, "Other flatword", None, "all", None], 200),
    ("post_like", ["student", 1, 1], 200),
    ("post_pin", ["admin", 1, 0], 200),
    ("comment_add", ["student", 1, None, "Words", None], 200),
    ("comment_edit", ["student", 2, "Other words"], 200),
    ("comment_like", ["student", 2, 1], 200),
    ("comment_delete", ["student", 0], 200),
    ("comment_restore", ["student", 0], 200),
    ("post_delete", ["student", 1], 200),
    ("post_restore", ["student", 1], 200),
    ("help", [""], 100_000),
    ("help", ["job"], 100_000),
    ("help", ["job_apply"], 100_000),
    ("schema_list", ["admin"], 100_000),
    ("schema_list", ["admin", "procedure", "mail"], 100_000),
    ("schema_pages_open", ["admin"], 60),
    ("schema_read", ["admin", "table", "users"], 100_000),
    ("schema_read", ["admin", "procedure", "job_apply"], 100_000),
    ("whoami", [], 100),
    ("act_as", [None], 100),
    ("notification_digests_send", [None, None], 400_000),  # everybody's that is due
    ("counters_verify", [None], 5_000_000),  # counts everything, as a DBA asks for
    ("mail_suppressions", ["admin", "a", None, 20], 300),
    ("mail_suppression_add", ["admin", "flat@example.org", "office", None], 100),
    ("mail_suppression_remove", ["admin", "flat@example.org"], 100),
    ("mail_requeue", [None, 1, 24], 100),
    ("sessions_end", [None, "student@example.com"], 100),
    ("search_rebuild", ["student"], 60),  # refused: it puts everybody on a list
    ("statistics_refresh", [None], 5_000_000),  # counts everything, as the scheduler does
    (
        "user_add",
        [
            None,
            "flat2@example.org",
            "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21l$aGFzaA",
            "alumni",
            "A",
            "B",
        ],
        1_000,
    ),
    ("user_role_set", [None, "nobody@example.org", "admin"], 60),
    ("user_password_set", [None, "nobody@example.org", "$argon2id$v=19$x"], 60),
    (
        "job_post",
        [
            "alumnus",
            "Flat engineer",
            "Flat",
            "full_time",
            "Here",
            0,
            None,
            "Text",
            None,
            None,
            None,
            None,
            None,
            None,
            1,
            "SQL, Python",
            "all",
            None,
        ],
        600,
    ),
    (
        "job_edit",
        [
            "alumnus",
            "job",
            "Engineer",
            "Flat",
            "full_time",
            "Here",
            0,
            None,
            "Text",
            None,
            None,
            None,
            None,
            None,
            None,
            1,
            "SQL",
            "all",
            None,
        ],
        600,
    ),
    ("job_close", ["alumnus", "job"], 100),
    ("job_reopen", ["alumnus", "job", None], 150),
    ("job_delete", ["alumnus", "job"], 100),
    ("job_restore", ["alumnus", "job"], 100),
    ("job_form_read", ["alumnus", "job"], 800),
    ("skill_suggest", ["student", "p", 10], 300),
    ("job_read", ["alumnus", "job"], 500),
    ("job_read", ["student", "job"], 500),
    ("job_open", ["student", "job"], 600),
    ("job_applicants", ["alumnus", "job", None, None, 20], 600),
    ("job_application_read", ["student", "application"], 200),
    ("job_application_note", ["alumnus", "application", "A note"], 100),
    ("job_application_move", ["alumnus", "application", "reviewed", None], 200),
    ("job_application_withdraw", ["student", "application"], 200),
    ("job_apply", ["student", "job", None, None, "file", "cv.pdf", None], 300),
    ("job_cv_read", ["student", "application"], 100),
    (
        "event_post",
        [
            "alumnus",
            "Flat evening",
            "Text",
            "Here",
            0,
            None,
            None,
            "2099-01-01 18:00",
            "2099-01-01 20:00",
        ],
        400,
    ),  # refused: too far ahead
    (
        "event_post",
        [
            "alumnus",
            "Careers in data: five alumni tell",
            "Text",
            "Here",
            0,
            None,
            None,
            SOON,
            LATER,
            "all",
            "all",
            5,
            0,
            None,
            "published",
        ],
        400,
    ),
    ("event_form_read", ["alumnus", 1], 100),
    (
        "event_edit",
        [
            "alumnus",
            1,
            "Careers",
            "Text",
            "Here",
            0,
            None,
            None,
            SOON,
            LATER,
            "public",
            "all",
            100,
            1,
            None,
            None,
        ],
        1_500,
    ),
    ("event_publish", ["alumnus", 6], 150),
    ("event_register", ["student", 2, 0, None], 300),
    ("event_register", ["student", 1, 0, None], 300),
    ("event_registration_edit", ["student", 1, 0, "A note"], 300),
    ("event_withdraw", ["student", 1], 300),
    ("event_offer_accept", ["student", 3], 300),
    ("event_offer_decline", ["student", 3], 300),
    ("event_read", ["student", 1], 400),
    ("event_read", ["alumnus", 1], 900),
    ("event_find", ["student", "open-day"], 60),
    ("event_cancel", ["alumnus", 2, "Rain."], 100),
    ("event_complete", ["alumnus", 1], 100),
    ("event_delete", ["alumnus", 1], 1_000),
    ("event_restore", ["alumnus", 1], 1_000),
    *[
        ("event_search", ["student", *filters], 6_000)
        for filters in (
            [],
            ["past"],
            ["mine"],
            ["mine_past"],
            ["upcoming", "data", 1],
            ["upcoming", "zzzz"],
        )
    ],
    ("events_settle", [None, 10], 1_000),
    ("events_complete_due", [None, 10], 200),
    ("event_month", ["student"], 6_000),
    ("event_calendar_read", ["student", 1], 150),
    ("calendar_feed_settings", ["student"], 60),
    ("calendar_feed_open", ["student"], 100),
    ("calendar_feed_read", [None, TOKEN], 60),
    ("calendar_feed_close", ["student"], 60),
    ("event_speakers_read", ["alumnus", 1], 1_000),
    ("event_speakers_read", ["alumnus", 1, "li"], 70_000),
    ("event_speaker_invite", ["alumnus", 1, 4, "Title"], 300),
    ("event_speaker_edit", ["alumnus", 1, "Title"], 200),
    ("event_speaker_move", ["alumnus", 1, "down"], 200),
    ("event_speaker_answer", [15, 1, "confirm", "A note"], 200),
    ("event_speaker_presented", ["alumnus", 1, 1], 150),
    ("event_speaker_remove", ["alumnus", 999], 60),
    ("event_invitations", ["alumnus"], 500),
    ("event_helpers_read", ["alumnus", 1], 500),
    ("event_helpers_read", ["alumnus", 1, "students", "a"], 70_000),
    ("event_helper_add", ["alumnus", 1, 5], 200),
    ("event_helper_remove", ["alumnus", 1, 5], 150),
    ("event_check_in_list", ["alumnus", 1], 1_000),
    ("event_check_in_list", ["alumnus", 1, "a"], 1_500),
    ("event_check_in", ["alumnus", 1], 150),
    ("event_check_in_scan", ["alumnus", "no-such-code"], 60),
    ("event_check_in_read", ["alumnus", "no-such-code"], 60),
    ("event_check_in_undo", ["alumnus", 1], 150),
    ("event_walk_in_read", ["alumnus", 1], 200),
    ("event_walk_in", ["alumnus", 1, 5], 150),
    ("event_ticket_read", ["student", 1], 150),
    ("event_registrants", ["alumnus", 1], 1_000),
    ("event_reminders_read", ["alumnus", 1], 100),
    ("event_reminders_save", ["alumnus", 1, "24, 2"], 150),
    ("event_reminders_send", [None], 150),
    ("announcements_mail_due", [None, 500], 100),
    ("directory_rebuild", [None, 2], 6_000),
    ("directory_verify", [None, 2], 6_000),
    *[
        ("alumni_search", ["student", *filters], 70_000)
        for filters in (
            [],
            ["engineer"],  # a common word
            ["li"],
            ["zzzz"],
            ["engineer a", "Python"],
            [None, "Python"],
            [None, None, None, None, "group"],
            [None, None, None, None, None, None, "1"],
            [None, None, None, None, None, None, None, "1"],
            [None, None, None, None, None, None, None, None, 1990, 2020],
            [None, None, None, None, None, None, None, None, None, None, 1],
            [*[None] * 11, "newest"],
            [*[None] * 11, "year"],
        )
    ],
    *[
        ("student_search", ["alumnus", *filters], 70_000)
        for filters in (
            [],
            ["a"],
            [None, None, None, None, "1"],
        )
    ],
    ("profile_read", ["student", "alumnus"], 300),
    ("profile_read", ["alumnus", "student"], 300),
    ("profile_open", ["student", "alumnus"], 400),
    ("person_follow", ["student", "alumnus"], 150),
    ("person_unfollow", ["student", "alumnus"], 100),
    ("notification_list", ["student"], 200),
    ("notification_list", ["student", "unread"], 200),
    ("notification_open", ["student", 0], 60),
    ("notification_read_all", ["student"], 60),
    ("notification_clear", ["student"], 60),
    ("notification_preferences_read", ["student"], 100),
    (
        "notification_preferences_save",
        ["student", '{"like": {"is_in_app": true, "mail": "weekly"}}'],
        150,
    ),
    ("notification_unsubscribe_read", [None, "no token"], 60),
    ("notification_unsubscribe", [None, "no token"], 60),
    ("message_compose_read", ["student", "alumnus"], 150),
    ("message_send", ["student", "alumnus", "Hello"], 500),
    ("message_reply", ["student", 0, "Hello"], 60),
    ("message_delete", ["student", 0, "me"], 60),
    ("message_restore", ["student", 0], 60),
    ("message_search", ["student", "hello"], 300),
    ("message_attachment_read", ["student", 0], 60),
    ("message_settings_read", ["student"], 60),
    ("message_settings_save", ["student", 1], 60),
    ("conversation_list", ["student"], 300),
    ("conversation_read", ["student", 0], 60),
    ("conversation_open", ["student", 0], 360),
    ("conversation_answer", ["student", 0, "accept"], 60),
    ("conversation_move", ["student", 0, "archive"], 60),
    ("live_poll", [None, None], 4_000),  # 500 events at most, which the other cases have caused
    ("live_resume", ["student", 0], 100),
    ("person_block", ["admin", "alumnus"], 60),  # refused: the office blocks accounts
    ("person_unblock", ["student", "alumnus"], 60),
    ("person_blocks", ["student"], 100),
    ("content_report_form_read", ["student", "person", "alumnus"], 150),
    ("content_report", ["student", "person", "alumnus", "spam"], 250),
    ("content_reports", ["admin"], 300),
    ("content_report_decide", ["admin", 0, "dismiss"], 60),
    ("profile_picture_read", ["student", "alumnus", "photo", 64], 100),
    ("profile_cv_read", ["student", "alumnus"], 100),
    ("profile_view_as", ["alumnus", "visitor"], 300),
    ("profile_visitors", ["alumnus", None, 20], 600),
    ("announcement_list", ["student"], 1_500),
    ("announcement_list", ["alumnus", "unread"], 1_500),
    ("announcement_list", ["alumnus", "mine"], 1_500),
    ("announcement_list", ["admin", "waiting"], 1_500),
    ("announcement_list", ["admin", "all"], 1_500),
    ("announcement_form_read", ["admin", 1], 100),
    ("announcement_post", ["alumnus", "Flat", "Text"], 200),
    ("announcement_edit", ["admin", 1, "Flat", "Text"], 150),
    ("announcement_read", ["student", 1], 150),
    ("announcement_open", ["student", 1], 200),
    ("announcement_read_all", ["student"], 1_500),
    ("announcement_pin", ["admin", 1], 200),
    ("announcement_archive", ["admin", 1], 200),
    ("announcement_publish", ["admin", 1], 200),
    ("announcement_delete", ["admin", 1], 200),
    ("announcement_restore", ["admin", 1], 200),
    ("announcement_decide", ["admin", 1, "approve"], 200),
    ("about_read", [None], 150),
    ("about_draft_read", ["admin"], 500),
    ("about_hero_save", ["admin", "Flat", None, None, None, 1], 100),
    ("about_section_save", ["admin", None, "Flat", "Text"], 200),
    ("about_card_save", ["admin", None, "Flat", "Text"], 200),
    ("about_link_save", ["admin", None, "Flat", "/jobs"], 200),
    ("about_item_move", ["admin", "section", 1, 2], 200),
    ("about_item_remove", ["admin", "link", 1], 200),
    ("about_publish", ["admin", "Flat"], 500),
    ("about_revision_restore", ["admin", 1], 800),
    ("about_draft_discard", ["admin"], 500),
    ("about_revisions", ["admin"], 200),
    ("about_revision_read", ["admin", 1], 500),
    ("graduation_read", ["student"], 200),
    ("graduation_request", ["student", 1, 2026, None], 200),
    ("graduation_requests", ["admin"], 400),
    ("graduation_withdraw", ["student"], 100),
    ("graduation_decide", ["admin", 1, "approve", None], 200),
    ("graduation_cohort_read", ["admin"], 6_000),
    ("graduation_cohort_read", ["admin", 1, 1, 2027], 6_000),
    ("graduation_cohort", ["admin", "2, 999999999"], 100),
    ("verification_read", ["student"], 200),
    ("verification_submit", ["student", "identity", None, "file", "proof.pdf"], 200),
    ("verification_document_add", ["student", 1, "file", "proof.pdf"], 100),
    ("verification_document_remove", ["student", 1, 1], 100),
    ("verification_resubmit", ["student", 1], 100),
    ("verification_withdraw", ["student", 1], 200),
    ("verification_file_read", ["admin", 1, 1], 100),
    ("verification_requests", ["admin"], 1_500),
    ("verification_requests", ["admin", "approved", "degree"], 1_500),
    ("verification_request_read", ["admin", 1], 300),
    ("verification_decide", ["admin", "1, 2", "reject", "No"], 300),
    ("verification_revoke", ["admin", 3, "No"], 200),
    ("message_form_read", [None], 60),
    ("contact_send", [None, "A", "flat@example.org", "A", "A message"], 150),
    ("feedback_send", ["student", None, None, "idea", 4, "A message"], 200),
    ("inbox_search", ["admin"], 800),
    ("inbox_search", ["admin", "feedback", "resolved"], 800),
    ("inbox_search", ["admin", None, None, "student@example.com"], 800),
    ("inbox_read", ["admin", "contact", 1], 400),
    ("inbox_move", ["admin", "contact", 1, "open"], 100),
    ("inbox_assign", ["admin", "contact", 1, "admin"], 100),
    ("inbox_note", ["admin", "contact", 1, "A note"], 100),
    ("inbox_answer", ["admin", "contact", 1, "An answer", 1], 150),
    ("inbox_delete", ["admin", "contact", 1, 0], 100),
    ("engagement_propose", ["admin", "alumnus", "judge", "A", None, None, TODAY], 150),
    ("engagement_edit", ["admin", 2, "judge", "A", None, None, TODAY], 150),
    ("engagement_move", ["alumnus", 2, "confirmed"], 150),
    ("engagement_rate", ["alumnus", 1, 5], 100),
    ("engagement_delete", ["admin", 1, 1], 100),
    ("engagement_read", ["alumnus", 1], 300),
    ("engagement_mine", ["alumnus"], 600),
    *[
        ("engagement_search", ["admin", *filters], 800)
        for filters in (
            [],
            ["completed"],
            [None, "speaker"],
            ["completed", "speaker"],
            [None, None, "alumnus"],
        )
    ],
    ("engagement_form_read", ["admin", "alumnus"], 200),
    ("mentoring_offer_read", ["alumnus"], 100),
    ("mentoring_offer_save", ["alumnus", 1, "guidance, mentorship", 3], 6_000),
    ("mentor_suggestions", ["student"], 8_000),
    ("mentor_suggestions", ["alumnus", "guidance", "Acme"], 8_000),
    ("reference_form_read", ["student", "alumnus"], 8_000),
    ("reference_request", ["student", 4, "guidance", "A", "Acme", None, "Text"], 500),
    ("reference_list", ["student"], 8_000),
    ("reference_list", ["alumnus"], 700),
    ("reference_read", ["student", 1], 8_000),
    ("reference_answer", ["alumnus", 1, "accept"], 400),
    ("reference_withdraw", ["student", 1], 300),
    ("reference_complete", ["alumnus", 1], 300),
    ("reference_end", ["alumnus", 1], 300),
    ("reference_rate", ["student", 1, 5], 300),
    ("reference_goal_save", ["student", 1, None, "A"], 300),
    ("reference_goal_remove", ["student", 1, 1], 300),
    ("references_expire_due", [None, 10], 200),
    ("report_figures", ["admin"], 2_000),
    ("report_refresh", ["admin"], 5_000_000),  # counts everything, as the scheduler does
    ("report_cohorts", ["admin"], 9_000),
    ("report_cohorts", ["admin", 1970, 2026], 20_000),
    ("report_employment", ["admin"], 1_000),
    ("report_employment", ["admin", 3], 1_000),
    ("report_events", ["admin", 24], 2_000),
    ("profile_form_read", ["alumnus"], 6_000),
    (
        "profile_edit",
        [
            "alumnus",
            "Elena",
            "Ivanova",
            None,
            None,
            None,
            None,
            "A bio",
            None,
            None,
            "CTO",
            "Flat",
            None,
            None,
            1,
            "SQL, Python",
        ],
        6_000,
    ),
    ("profile_skill_save", ["alumnus", "SQL", "expert"], 6_000),
    ("profile_skill_remove", ["alumnus", 1], 6_000),
    ("profile_work_save", ["alumnus", None, "A", "B", None, "2020-01-01"], 6_000),
    ("profile_work_remove", ["alumnus", 1], 6_000),
    ("profile_achievement_save", ["alumnus", None, "award", "A"], 6_000),
    ("profile_achievement_remove", ["alumnus", 1], 6_000),
    ("achievement_verify", ["admin", 1, 1], 100),
    ("profile_degree_save", ["alumnus", None, None, "A"], 6_000),
    ("profile_degree_remove", ["alumnus", 1], 6_000),
    ("profile_project_save", ["student", None, "A"], 3_000),
    ("profile_project_remove", ["student", 1], 3_000),
    ("profile_link_save", ["student", "A", "https://a.org"], 3_000),
    ("profile_link_remove", ["student", 1], 3_000),
    ("profile_former_name_add", ["student", "A"], 3_000),
    ("profile_former_name_remove", ["student", 1], 3_000),
    ("profile_picture_save", ["student", "photo"], 100),
    ("profile_picture_remove", ["student", "photo"], 100),
    ("profile_cv_save", ["student", "file", "cv.pdf"], 100),
    ("profile_cv_remove", ["student"], 100),
    ("privacy_save", ["student", "phone", "members"], 3_000),
    ("privacy_edit", ["student", '[["phone", "members"], ["email", "alumni"]]'], 3_000),
    *[
        ("job_search", ["student", *filters], 25_000)
        for filters in (
            [],
            ["engineer"],  # a common word
            ["engineer", None, None, None, None, None, None, None, "newest"],
            ["flat"],  # a rare one
            ["e"],  # one letter
            ["engineer manager"],
            ["zzzz"],  # nothing
            [None, "contract"],
            [None, None, "Python"],
            [None, None, None, "san"],
            [None, None, None, None, "group"],
            [None, None, None, None, None, 1],
            [None, None, None, None, None, None, 90_000],  # common, and few fit
            [None, None, None, None, None, None, None, "lead"],
            ["engineer", "contract", "Python", "san", None, 1, 30_000, "mid"],
            [None, "internship", None, None, None, 1, 94_000, "lead"],
        )
    ],
]


def reads_of(client: Client, name: str, arguments: list[Any]) -> int:
    """Call and return the handler reads; a refusal costs as well, and counts."""
    client.rows("FLUSH STATUS")
    marks = ", ".join(["%s"] * len(arguments))
    with client.connection.cursor() as cursor:
        try:
            cursor.execute(f"CALL {name}({marks})", arguments)
            while True:
                if cursor.with_rows:
                    cursor.fetchall()
                if not cursor.nextset():
                    break
        except mysql.connector.Error as error:
            assert str(error.sqlstate).startswith("45"), f"{name}: {error}"
    rows = client.rows("SHOW SESSION STATUS LIKE 'Handler_read%'")
    return sum(int(row.Value) for row in rows)


def filled(client: Client, name: str, arguments: list[Any]) -> list[Any]:
    """Put people and rows in the place of their words, and NULL for what is not said."""
    named = {
        "admin": 1,
        "alumnus": 2,
        "student": 3,
        "job": 1,
        "file": PDF + name.encode(),
        "application": 1,
    }
    count = len(client.contract(name)[0])
    values = [named.get(one, one) if isinstance(one, str) else one for one in arguments]
    return values + [None] * (count - len(values))


def test_every_public_procedure_has_a_case() -> None:
    public = {source.name for source in sources("procedure") if source.is_public}
    assert public == {name for name, _, _ in CASES}


def measured(database: Database, case: Case) -> int:
    """Return the reads of a case."""
    name, arguments, _ = case
    # A connection of its own, so that nothing is left of the call before.
    with database.connect() as client:
        return reads_of(client, name, filled(client, name, arguments))


def bound_of(case: Case, before: int) -> int:
    """Return what a case may cost in the large university, where it costs so much in the small."""
    name, _, most = case
    # A window of the newest postings, a page of candidates, cells of a report: 1,000 members do
    # not fill them. What counts everything on purpose is bound by its line alone.
    is_window = name.endswith("_search") or name in (
        "graduation_cohort_read",
        "report_cohorts",
        "report_employment",
        "report_refresh",
        "statistics_refresh",
        "event_speakers_read",
        "event_helpers_read",
        "counters_verify",
        "mentor_suggestions",
        "reference_form_read",
        "reference_list",
        "reference_read",
    )
    return most if is_window else min(most, before + SLACK)


@pytest.mark.xdist_group("flat")
@pytest.mark.usefixtures("plans")  # read before the cases change anything
def test_cost_does_not_grow(sizes: dict[int, Database]) -> None:
    # What a server reads of its dictionary when it meets a procedure for the first time is no cost
    # of the call. What the cases do (close, reopen, delete, restore ...) can be done again.
    for database in sizes.values():
        for case in CASES:
            measured(database, case)
    costs = {
        number: (measured(sizes[SMALL], case), measured(sizes[LARGE], case))
        for number, case in enumerate(CASES)
    }
    # Nor is what it reads anew because another worker replaces routines at this moment: the least
    # of a few calls is the cost.
    for _ in range(ATTEMPTS):
        grown = [
            number
            for number, (before, after) in costs.items()
            if after > bound_of(CASES[number], before)
        ]
        for number in grown:
            found = measured(sizes[SMALL], CASES[number]), measured(sizes[LARGE], CASES[number])
            costs[number] = min(costs[number][0], found[0]), min(costs[number][1], found[1])
    assert not grown, "\n" + "\n".join(
        f"{CASES[number][0]} {CASES[number][1][:10]}: {costs[number][0]}, then {costs[number][1]};"
        f" at most {bound_of(CASES[number], costs[number][0])}"
        for number in grown
    )
