-- selfcheck: does the database hold what it promises? Asked, counted and tried, in a few seconds.
--
--   mysql -t ... < db/selfcheck.sql      with an account that has the role alumni_dba, or as root
--   ./alumni db shell -t < db/selfcheck.sql
--
-- Prints one row a check: section, check, expected, found, OK; then the sections, then one line.
-- Rules are tried by breaking them in a transaction that is rolled back: nothing remains.
-- `./alumni grade` runs this file, and tries what SQL cannot: every role by signing in as it, every
-- example of every procedure, and every file against the object that was made from it.
-- `tests/mutations` breaks a database in a hundred ways and asserts that each one turns a row red.

-- In memory: what is noted must survive the rollback of what is tried.
-- Also in a schema where everything is wrong: a row a fact.
SET SESSION max_heap_table_size = 134217728;
DROP TEMPORARY TABLE IF EXISTS selfcheck;
CREATE TEMPORARY TABLE selfcheck (
    id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    section VARCHAR(40) NOT NULL,
    name VARCHAR(200) NOT NULL,
    expected VARCHAR(600) NOT NULL,
    found VARCHAR(600) NULL,
    is_ok TINYINT(1) NULL COMMENT 'NULL: whether it is found as expected'
) ENGINE = MEMORY DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

SET SESSION information_schema_stats_expiry = 0, group_concat_max_len = 1000000;

-- ------------------------------------------------------------------------------ the server

INSERT INTO selfcheck (section, name, expected, found, is_ok)
VALUES
(
    'server', 'version', '8.0.19 or newer', VERSION(),
    INET_ATON(CONCAT(SUBSTRING_INDEX(VERSION(), '-', 1), '.0')) >= INET_ATON('8.0.19.0')
),
('server', 'event scheduler', 'ON', @@GLOBAL.event_scheduler, NULL),
(
    'server',
    'SQL mode',
    'strict',
    IF(@@GLOBAL.sql_mode LIKE '%STRICT_TRANS_TABLES%', 'strict', 'lax'),
    NULL
),
('server', 'foreign keys are checked', '1', @@GLOBAL.foreign_key_checks, NULL),
('server', 'its time is UTC', '00:00:00', TIMEDIFF(NOW(), UTC_TIMESTAMP()), NULL);

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'server', 'collation of the schema', 'utf8mb4_0900_ai_ci', default_collation_name
FROM information_schema.schemata
WHERE schema_name = DATABASE();

-- ------------------------------------------------------------------------------ the tables

INSERT INTO selfcheck (section, name, expected, found, is_ok)
SELECT
    'tables of the mission',
    f.name,
    'InnoDB, utf8mb4, key, comment, times',
    CONCAT(f.found, '; ', f.columns_count, ' columns, ', f.foreign_keys_count, ' foreign keys'),
    f.found = 'InnoDB, utf8mb4, key, comment, times'
FROM (
    SELECT
        m.name,
        CONCAT_WS(
            ', ',
            t.engine,
            SUBSTRING_INDEX(t.table_collation, '_', 1),
            (
                SELECT 'key' FROM information_schema.table_constraints AS c
                WHERE
                    c.table_schema = DATABASE() AND c.table_name = m.name
                    AND c.constraint_type = 'PRIMARY KEY'
            ),
            IF(t.table_comment <> '', 'comment', NULL),
            (
                SELECT IF(COUNT(*) = 2, 'times', NULL) FROM information_schema.columns AS c
                WHERE
                    c.table_schema = DATABASE() AND c.table_name = m.name
                    AND c.column_name IN ('created_at', 'updated_at')
            )
        ) AS found,
        (
            SELECT COUNT(*) FROM information_schema.columns AS c
            WHERE c.table_schema = DATABASE() AND c.table_name = m.name
        ) AS columns_count,
        (
            SELECT COUNT(*) FROM information_schema.referential_constraints AS c
            WHERE c.constraint_schema = DATABASE() AND c.table_name = m.name
        ) AS foreign_keys_count
    FROM (
        VALUES
        ROW ('roles'), ROW ('users'), ROW ('campuses'), ROW ('degrees'), ROW ('alumni_profiles'),
        ROW ('student_profiles'), ROW ('alumni_skills'), ROW ('alumni_work_history'),
        ROW ('alumni_achievements'), ROW ('job_postings'), ROW ('job_posting_skills'),
        ROW ('job_applications'), ROW ('events'), ROW ('event_registrations'),
        ROW ('event_speakers'), ROW ('event_reminders'), ROW ('conversations'), ROW ('messages'),
        ROW ('message_attachments'), ROW ('posts'), ROW ('post_likes'), ROW ('post_comments'),
        ROW ('comment_likes'),
        ROW ('announcements'), ROW ('notifications'), ROW ('follows'), ROW ('feedback'),
        ROW ('contact_messages'), ROW ('reference_requests'), ROW ('alumni_engagements'),
        ROW ('profile_views'), ROW ('verification_queue'), ROW ('admin_activity_log'),
        ROW ('user_sessions'), ROW ('password_reset_tokens'), ROW ('email_verification_tokens'),
        ROW ('media_files'), ROW ('institution_info'), ROW ('about_page'), ROW ('about_sections'),
        ROW ('about_feature_cards'), ROW ('about_quick_links'), ROW ('about_page_revisions'),
        ROW ('skills'), ROW ('skill_domains')
    ) AS m (name)
    LEFT JOIN information_schema.tables AS t
        ON t.table_schema = DATABASE() AND t.table_name = m.name
) AS f;

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'columns of the mission',
    CONCAT(m.owner, '.', m.name),
    m.type,
    c.column_type
FROM (
    VALUES
    ROW ('users', 'email', 'varchar(254)'),
    ROW ('users', 'password_hash', 'varchar(255)'),
    ROW ('users', 'role_id', 'tinyint unsigned'),
    ROW ('users', 'status', 'enum(''pending'',''active'',''rejected'',''blocked'')'),
    ROW ('users', 'is_deleted', 'tinyint(1)'),
    ROW ('student_profiles', 'cgpa', 'decimal(3,2)'),
    ROW ('student_profiles', 'expected_graduation_year', 'smallint unsigned'),
    ROW ('student_profiles', 'current_semester', 'tinyint unsigned'),
    ROW ('job_postings', 'target_audience', 'enum(''all'',''alumni_only'',''students_only'')'),
    ROW (
        'job_postings', 'job_type',
        'enum(''internship'',''full_time'',''part_time'',''contract'',''remote'')'
    ),
    ROW ('job_postings', 'salary_min', 'decimal(12,2)'),
    ROW ('job_postings', 'salary_max', 'decimal(12,2)'),
    ROW ('job_postings', 'views_count', 'int unsigned'),
    ROW ('job_postings', 'applications_count', 'int unsigned'),
    ROW ('job_applications', 'cv_upload', 'bigint unsigned'),
    ROW (
        'job_applications', 'status',
        CONCAT(
            'enum(''pending'',''reviewed'',''shortlisted'',''interviewed'',''offered'',''hired'',',
            '''rejected'',''withdrawn'')'
        )
    ),
    ROW ('conversations', 'last_message_at', 'datetime(6)'),
    ROW ('events', 'max_attendees', 'int unsigned'),
    ROW ('events', 'is_online', 'tinyint(1)'),
    ROW ('events', 'registration_deadline', 'datetime'),
    ROW ('events', 'visibility', 'enum(''public'',''alumni_only'',''students_only'',''all'')'),
    ROW ('announcements', 'priority', 'enum(''low'',''normal'',''high'',''urgent'')'),
    ROW (
        'alumni_skills', 'proficiency_level',
        'enum(''beginner'',''intermediate'',''advanced'',''expert'')'
    ),
    ROW ('skills', 'domain_id', 'bigint unsigned'),
    ROW ('conversations', 'user_one_id', 'bigint unsigned'),
    ROW ('conversations', 'user_two_id', 'bigint unsigned'),
    ROW ('events', 'slug', 'varchar(170)'),
    ROW ('reference_requests', 'rating', 'tinyint unsigned'),
    ROW ('verification_queue', 'submitted_documents', 'json'),
    ROW ('about_page_revisions', 'revision_data', 'json'),
    ROW ('admin_activity_log', 'before_state', 'json'),
    ROW ('admin_activity_log', 'after_state', 'json')
) AS m (owner, name, type)
LEFT JOIN information_schema.columns AS c
    ON c.table_schema = DATABASE() AND c.table_name = m.owner AND c.column_name = m.name;

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'columns of the mission', 'job_applications.applied_at', 'STORED GENERATED `application_date`',
    CONCAT(extra, ' ', generation_expression)
FROM information_schema.columns
WHERE
    table_schema = DATABASE() AND table_name = 'job_applications' AND column_name = 'applied_at';

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'keys of the mission',
    CONCAT(m.kind, ' of ', m.owner),
    m.list,
    (
        SELECT i.list
        FROM (
            SELECT
                s.table_name AS owner,
                IF(s.index_type = 'FULLTEXT', 'FULLTEXT', IF(s.non_unique, 'INDEX', 'UNIQUE'))
                    AS kind,
                GROUP_CONCAT(s.column_name ORDER BY s.seq_in_index SEPARATOR ', ') AS list
            FROM information_schema.statistics AS s
            WHERE s.table_schema = DATABASE()
            GROUP BY s.table_name, s.index_name, s.index_type, s.non_unique
        ) AS i
        WHERE i.owner = m.owner AND i.kind = m.kind AND i.list = m.list
        LIMIT 1
    )
FROM (
    VALUES
    ROW ('UNIQUE', 'users', 'email'),
    ROW ('UNIQUE', 'conversations', 'user_one_id, user_two_id'),
    ROW ('UNIQUE', 'events', 'slug'),
    ROW ('UNIQUE', 'job_applications', 'job_posting_id, applicant_id'),
    ROW (
        'FULLTEXT', 'alumni_profiles',
        'first_name, last_name, current_job_title, current_company, bio'
    ),
    ROW ('FULLTEXT', 'job_postings', 'title, company_name, description, requirements'),
    ROW ('FULLTEXT', 'posts', 'body'),
    ROW ('FULLTEXT', 'events', 'title, description, venue')
) AS m (kind, owner, list);

-- Who wrote it, and whether it is deleted: of what people write.
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'columns of the mission', CONCAT(m.name, ': author and soft delete'), m.columns,
    (
        SELECT GROUP_CONCAT(c.column_name ORDER BY FIND_IN_SET(c.column_name, m.columns))
        FROM information_schema.columns AS c
        WHERE
            c.table_schema = DATABASE() AND c.table_name = m.name
            AND FIND_IN_SET(c.column_name, m.columns)
    )
FROM (
    SELECT
        w.name,
        CONCAT(
            'created_at,updated_at,created_by', IF(w.is_changed, ',updated_by', ''),
            IF(w.is_major, ',is_deleted,deleted_at', '')
        ) AS columns
    FROM (
        VALUES
        ROW ('users', 1, 1), ROW ('alumni_profiles', 1, 1), ROW ('student_profiles', 1, 1),
        ROW ('job_postings', 1, 1), ROW ('job_applications', 1, 1), ROW ('events', 1, 1),
        ROW ('announcements', 1, 1), ROW ('posts', 1, 1), ROW ('post_comments', 1, 1),
        ROW ('messages', 1, 1), ROW ('feedback', 1, 1), ROW ('contact_messages', 1, 1),
        ROW ('reference_requests', 1, 1), ROW ('alumni_engagements', 1, 1),
        ROW ('conversations', 1, 0), ROW ('campuses', 1, 0), ROW ('degrees', 1, 0),
        ROW ('skills', 1, 0), ROW ('skill_domains', 1, 0), ROW ('follows', 0, 0),
        ROW ('post_likes', 0, 0), ROW ('comment_likes', 0, 0)
    ) AS w (name, is_changed, is_major)
) AS m;

-- An index that nothing reads is only a cost: which searches use those of words.
INSERT INTO selfcheck (section, name, expected, found, is_ok)
SELECT
    'keys of the mission',
    CONCAT('FULLTEXT of ', m.owner, ': searches'),
    'some',
    GROUP_CONCAT(r.routine_name ORDER BY r.routine_name SEPARATOR ', '),
    COUNT(r.routine_name) > 0
FROM (
    VALUES ROW ('alumni_profiles'), ROW ('job_postings'), ROW ('posts'), ROW ('events')
) AS m (owner)
LEFT JOIN information_schema.routines AS r
    ON
        r.routine_schema = DATABASE()
        AND REGEXP_LIKE(
            r.routine_definition, CONCAT('FROM ', m.owner, ' AS f\\s+WHERE\\s+MATCH ?[(]')
        )
GROUP BY m.owner;

-- ------------------------------------------------------------------------------ the structure
-- What the migrations, the views and the reference data make: kind, name, fact; one line each.
-- Do not edit it: `pytest tests/tools/test_grade.py --write-selfcheck` writes it from a new schema,
-- and the same test fails while it is out of date. A fact in hexadecimal digits stands for an
-- expression. Another release series may print expressions differently, so they are compared on the
-- same series only. (`./alumni grade` compares them on every server with what it printed at first.)

-- begin generated
SET @promised = '[
["CHECK", "about_feature_cards.ck_about_feature_cards_title", "enforced"],
["CHECK", "about_page.ck_about_page_hero_button", "enforced"],
["CHECK", "about_page.ck_about_page_hero_title", "enforced"],
["CHECK", "about_page.ck_about_page_id", "enforced"],
["CHECK", "about_page.ck_about_page_is_institution_shown_boolean", "enforced"],
["CHECK", "about_quick_links.ck_about_quick_links_label", "enforced"],
["CHECK", "about_sections.ck_about_sections_title", "enforced"],
["CHECK", "account_tokens.ck_account_tokens_new_email", "enforced"],
["CHECK", "alumni_achievements.ck_alumni_achievements_title", "enforced"],
["CHECK", "alumni_achievements.ck_alumni_achievements_url", "enforced"],
["CHECK", "alumni_degrees.ck_alumni_degrees_graduation_year", "enforced"],
["CHECK", "alumni_degrees.ck_alumni_degrees_institution", "enforced"],
["CHECK", "alumni_degrees.ck_alumni_degrees_title", "enforced"],
["CHECK", "alumni_engagement_history.ck_alumni_engagement_history_first", "enforced"],
["CHECK", "alumni_engagement_moves.ck_alumni_engagement_moves_is_reasoned_boolean", "enforced"],
["CHECK", "alumni_engagement_moves.ck_alumni_engagement_moves_to_status", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_alumnus_rating", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_compensation", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_compensation_currency", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_deleted_at", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_end_date", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_hours", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_is_deleted_boolean", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_office_rating", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_rated", "enforced"],
["CHECK", "alumni_engagements.ck_alumni_engagements_title", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_deleted_at", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_first_name", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_graduation_year", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_is_deleted_boolean", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_is_mentor_boolean", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_last_name", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_linkedin_url", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_student_number", "enforced"],
["CHECK", "alumni_profiles.ck_alumni_profiles_website_url", "enforced"],
["CHECK", "alumni_work_history.ck_alumni_work_history_company", "enforced"],
["CHECK", "alumni_work_history.ck_alumni_work_history_end_date", "enforced"],
["CHECK", "alumni_work_history.ck_alumni_work_history_job_title", "enforced"],
["CHECK", "announcements.ck_announcements_content", "enforced"],
["CHECK", "announcements.ck_announcements_decided_at", "enforced"],
["CHECK", "announcements.ck_announcements_deleted_at", "enforced"],
["CHECK", "announcements.ck_announcements_expires_at", "enforced"],
["CHECK", "announcements.ck_announcements_is_deleted_boolean", "enforced"],
["CHECK", "announcements.ck_announcements_is_expired", "enforced"],
["CHECK", "announcements.ck_announcements_is_expired_boolean", "enforced"],
["CHECK", "announcements.ck_announcements_is_held_boolean", "enforced"],
["CHECK", "announcements.ck_announcements_is_suspended_boolean", "enforced"],
["CHECK", "announcements.ck_announcements_publish_at", "enforced"],
["CHECK", "announcements.ck_announcements_title", "enforced"],
["CHECK", "audit_heads.ck_audit_heads_id", "enforced"],
["CHECK", "audit_seals.ck_audit_seals_position", "enforced"],
["CHECK", "campuses.ck_campuses_is_retired_boolean", "enforced"],
["CHECK", "campuses.ck_campuses_name", "enforced"],
["CHECK", "contact_messages.ck_contact_messages_deleted_at", "enforced"],
["CHECK", "contact_messages.ck_contact_messages_is_deleted_boolean", "enforced"],
["CHECK", "contact_messages.ck_contact_messages_message", "enforced"],
["CHECK", "contact_messages.ck_contact_messages_subject", "enforced"],
["CHECK", "content_reports.ck_content_reports_decided_at", "enforced"],
["CHECK", "content_reports.ck_content_reports_reporter_id", "enforced"],
["CHECK", "conversation_participants.ck_conversation_participants_other_id", "enforced"],
["CHECK", "conversations.ck_conversations_user_two_id", "enforced"],
["CHECK", "counters.ck_counters_name", "enforced"],
["CHECK", "degrees.ck_degrees_is_retired_boolean", "enforced"],
["CHECK", "degrees.ck_degrees_name", "enforced"],
["CHECK", "degrees.ck_degrees_semesters_count", "enforced"],
["CHECK", "event_registration_history.ck_event_registration_history_first", "enforced"],
["CHECK", "event_registrations.ck_event_registrations_attended", "enforced"],
["CHECK", "event_registrations.ck_event_registrations_check_in_code", "enforced"],
["CHECK", "event_registrations.ck_event_registrations_guests_count", "enforced"],
["CHECK", "event_registrations.ck_event_registrations_offered", "enforced"],
["CHECK", "event_registrations.ck_event_registrations_waitlisted", "enforced"],
["CHECK", "event_reminders.ck_event_reminders_hours_before", "enforced"],
["CHECK", "event_speakers.ck_event_speakers_answered_at", "enforced"],
["CHECK", "event_speakers.ck_event_speakers_position", "enforced"],
["CHECK", "event_speakers.ck_event_speakers_session_title", "enforced"],
["CHECK", "events.ck_events_cancelled", "enforced"],
["CHECK", "events.ck_events_completed_at", "enforced"],
["CHECK", "events.ck_events_deleted_at", "enforced"],
["CHECK", "events.ck_events_ends_at", "enforced"],
["CHECK", "events.ck_events_is_deleted_boolean", "enforced"],
["CHECK", "events.ck_events_is_online_boolean", "enforced"],
["CHECK", "events.ck_events_is_suspended_boolean", "enforced"],
["CHECK", "events.ck_events_max_attendees", "enforced"],
["CHECK", "events.ck_events_max_guests", "enforced"],
["CHECK", "events.ck_events_online_url", "enforced"],
["CHECK", "events.ck_events_place", "enforced"],
["CHECK", "events.ck_events_published_at", "enforced"],
["CHECK", "events.ck_events_registration_deadline", "enforced"],
["CHECK", "events.ck_events_seats_taken_count", "enforced"],
["CHECK", "events.ck_events_slug", "enforced"],
["CHECK", "events.ck_events_title", "enforced"],
["CHECK", "feedback.ck_feedback_deleted_at", "enforced"],
["CHECK", "feedback.ck_feedback_is_deleted_boolean", "enforced"],
["CHECK", "feedback.ck_feedback_message", "enforced"],
["CHECK", "feedback.ck_feedback_rating", "enforced"],
["CHECK", "follows.ck_follows_followed_id", "enforced"],
["CHECK", "former_names.ck_former_names_name", "enforced"],
["CHECK", "graduation_requests.ck_graduation_requests_decided_at", "enforced"],
["CHECK", "graduation_requests.ck_graduation_requests_graduation_year", "enforced"],
["CHECK", "inbox_entries.ck_inbox_entries_content", "enforced"],
["CHECK", "inbox_entries.ck_inbox_entries_parent", "enforced"],
["CHECK", "inbox_moves.ck_inbox_moves_to_status", "enforced"],
["CHECK", "institution_info.ck_institution_info_currency", "enforced"],
["CHECK", "institution_info.ck_institution_info_id", "enforced"],
["CHECK", "institution_info.ck_institution_info_name", "enforced"],
["CHECK", "institution_info.ck_institution_info_website_url", "enforced"],
["CHECK", "job_application_history.ck_job_application_history_first", "enforced"],
["CHECK", "job_application_moves.ck_job_application_moves_to_status", "enforced"],
["CHECK", "job_applications.ck_job_applications_application_date", "enforced"],
["CHECK", "job_applications.ck_job_applications_deleted_at", "enforced"],
["CHECK", "job_applications.ck_job_applications_expected_salary", "enforced"],
["CHECK", "job_applications.ck_job_applications_is_deleted_boolean", "enforced"],
["CHECK", "job_postings.ck_job_postings_closed", "enforced"],
["CHECK", "job_postings.ck_job_postings_company_name", "enforced"],
["CHECK", "job_postings.ck_job_postings_deleted_at", "enforced"],
["CHECK", "job_postings.ck_job_postings_is_deleted_boolean", "enforced"],
["CHECK", "job_postings.ck_job_postings_is_remote_boolean", "enforced"],
["CHECK", "job_postings.ck_job_postings_remote", "enforced"],
["CHECK", "job_postings.ck_job_postings_salary_currency", "enforced"],
["CHECK", "job_postings.ck_job_postings_salary_max", "enforced"],
["CHECK", "job_postings.ck_job_postings_salary_max_alone", "enforced"],
["CHECK", "job_postings.ck_job_postings_salary_min", "enforced"],
["CHECK", "job_postings.ck_job_postings_title", "enforced"],
["CHECK", "job_postings.ck_job_postings_vacancies", "enforced"],
["CHECK", "mail_outbox.ck_mail_outbox_lease", "enforced"],
["CHECK", "mail_outbox.ck_mail_outbox_sent_at", "enforced"],
["CHECK", "media_files.ck_media_files_byte_size", "enforced"],
["CHECK", "media_files.ck_media_files_content", "enforced"],
["CHECK", "mentoring_offers.ck_mentoring_offers_capacity", "enforced"],
["CHECK", "mentoring_offers.ck_mentoring_offers_is_open_boolean", "enforced"],
["CHECK", "message_settings.ck_message_settings_has_receipts_boolean", "enforced"],
["CHECK", "messages.ck_messages_deleted_at", "enforced"],
["CHECK", "messages.ck_messages_is_deleted_boolean", "enforced"],
["CHECK", "notification_kinds.ck_notification_kinds_is_in_app_boolean", "enforced"],
["CHECK", "notification_kinds.ck_notification_kinds_is_social_boolean", "enforced"],
["CHECK", "notification_preferences.ck_notification_preferences_is_in_app_boolean", "enforced"],
["CHECK", "notifications.ck_notifications_is_in_app_boolean", "enforced"],
["CHECK", "notifications.ck_notifications_link", "enforced"],
["CHECK", "personal_columns.ck_personal_columns_is_exported_boolean", "enforced"],
["CHECK", "post_comments.ck_post_comments_deleted_at", "enforced"],
["CHECK", "post_comments.ck_post_comments_is_deleted_boolean", "enforced"],
["CHECK", "post_files.ck_post_files_height", "enforced"],
["CHECK", "post_files.ck_post_files_width", "enforced"],
["CHECK", "posts.ck_posts_deleted_at", "enforced"],
["CHECK", "posts.ck_posts_is_deleted_boolean", "enforced"],
["CHECK", "posts.ck_posts_is_pinned_boolean", "enforced"],
["CHECK", "posts.ck_posts_is_removed", "enforced"],
["CHECK", "posts.ck_posts_is_removed_boolean", "enforced"],
["CHECK", "posts.ck_posts_link_url", "enforced"],
["CHECK", "profile_files.ck_profile_files_file_name", "enforced"],
["CHECK", "profile_files.ck_profile_files_width", "enforced"],
["CHECK", "profile_links.ck_profile_links_url", "enforced"],
["CHECK", "profile_views.ck_profile_views_viewer_id", "enforced"],
["CHECK", "reference_goals.ck_reference_goals_is_done_boolean", "enforced"],
["CHECK", "reference_goals.ck_reference_goals_title", "enforced"],
["CHECK", "reference_request_history.ck_reference_request_history_first", "enforced"],
["CHECK", "reference_request_moves.ck_reference_request_moves_to_status", "enforced"],
["CHECK", "reference_requests.ck_reference_requests_alumnus_id", "enforced"],
["CHECK", "reference_requests.ck_reference_requests_answered_at", "enforced"],
["CHECK", "reference_requests.ck_reference_requests_completed_at", "enforced"],
["CHECK", "reference_requests.ck_reference_requests_deleted_at", "enforced"],
["CHECK", "reference_requests.ck_reference_requests_is_deleted_boolean", "enforced"],
["CHECK", "reference_requests.ck_reference_requests_purpose", "enforced"],
["CHECK", "reference_requests.ck_reference_requests_rated", "enforced"],
["CHECK", "reference_requests.ck_reference_requests_rating", "enforced"],
["CHECK", "settings.ck_settings_bounds", "enforced"],
["CHECK", "settings.ck_settings_most", "enforced"],
["CHECK", "skill_domains.ck_skill_domains_is_retired_boolean", "enforced"],
["CHECK", "skill_domains.ck_skill_domains_name", "enforced"],
["CHECK", "skills.ck_skills_is_retired_boolean", "enforced"],
["CHECK", "skills.ck_skills_name", "enforced"],
["CHECK", "staff_profiles.ck_staff_profiles_deleted_at", "enforced"],
["CHECK", "staff_profiles.ck_staff_profiles_first_name", "enforced"],
["CHECK", "staff_profiles.ck_staff_profiles_is_deleted_boolean", "enforced"],
["CHECK", "staff_profiles.ck_staff_profiles_last_name", "enforced"],
["CHECK", "statistics_outcomes.ck_statistics_outcomes_value", "enforced"],
["CHECK", "statistics_snapshots.ck_statistics_snapshots_id", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_cgpa", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_current_semester", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_deleted_at", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_expected_graduation_year", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_first_name", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_is_deleted_boolean", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_last_name", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_linkedin_url", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_student_number", "enforced"],
["CHECK", "student_profiles.ck_student_profiles_website_url", "enforced"],
["CHECK", "student_projects.ck_student_projects_title", "enforced"],
["CHECK", "student_projects.ck_student_projects_url", "enforced"],
["CHECK", "suggestion_weights.ck_suggestion_weights_most_count", "enforced"],
["CHECK", "user_blocks.ck_user_blocks_blocked_id", "enforced"],
["CHECK", "user_sessions.ck_user_sessions_idle_expires_at", "enforced"],
["CHECK", "user_sessions.ck_user_sessions_is_remembered_boolean", "enforced"],
["CHECK", "users.ck_users_active", "enforced"],
["CHECK", "users.ck_users_deleted_at", "enforced"],
["CHECK", "users.ck_users_email", "enforced"],
["CHECK", "users.ck_users_erased_at", "enforced"],
["CHECK", "users.ck_users_is_deleted_boolean", "enforced"],
["CHECK", "users.ck_users_password_hash", "enforced"],
["CHECK", "verification_queue.ck_verification_queue_decided_at", "enforced"],
["CHECK", "verification_queue.ck_verification_queue_decided_reason", "enforced"],
["CHECK", "verification_queue.ck_verification_queue_submitted_documents", "enforced"],
["CHECK clause", "ck_about_feature_cards_title", "c865baaa16a90193"],
["CHECK clause", "ck_about_page_hero_button", "ac495a7be7c9c788"],
["CHECK clause", "ck_about_page_hero_title", "ed7d6a48122e4efe"],
["CHECK clause", "ck_about_page_id", "f26abb387f5a21cc"],
["CHECK clause", "ck_about_page_is_institution_shown_boolean", "b57e5aeeb4c7b97a"],
["CHECK clause", "ck_about_quick_links_label", "b2d0b23907b0a143"],
["CHECK clause", "ck_about_sections_title", "c865baaa16a90193"],
["CHECK clause", "ck_account_tokens_new_email", "0128de7a7b72e24b"],
["CHECK clause", "ck_alumni_achievements_title", "c865baaa16a90193"],
["CHECK clause", "ck_alumni_achievements_url", "59cb8ee811e258fd"],
["CHECK clause", "ck_alumni_degrees_graduation_year", "969305fbde4f5cca"],
["CHECK clause", "ck_alumni_degrees_institution", "99332b2226b28c78"],
["CHECK clause", "ck_alumni_degrees_title", "c7cb0441dcb80429"],
["CHECK clause", "ck_alumni_engagement_history_first", "03c9bdfadf58fb01"],
["CHECK clause", "ck_alumni_engagement_moves_is_reasoned_boolean", "490126c8e26a49ad"],
["CHECK clause", "ck_alumni_engagement_moves_to_status", "eb288c2adf806d55"],
["CHECK clause", "ck_alumni_engagements_alumnus_rating", "78846e87473017e1"],
["CHECK clause", "ck_alumni_engagements_compensation", "e548a93884444dc6"],
["CHECK clause", "ck_alumni_engagements_compensation_currency", "e1832833439bfa6d"],
["CHECK clause", "ck_alumni_engagements_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_alumni_engagements_end_date", "d597b60df970ec78"],
["CHECK clause", "ck_alumni_engagements_hours", "c228882c04f41d0a"],
["CHECK clause", "ck_alumni_engagements_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_alumni_engagements_office_rating", "abeb020146022354"],
["CHECK clause", "ck_alumni_engagements_rated", "18767bf69fb9d4e1"],
["CHECK clause", "ck_alumni_engagements_title", "c865baaa16a90193"],
["CHECK clause", "ck_alumni_profiles_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_alumni_profiles_first_name", "9fa805c185367f4f"],
["CHECK clause", "ck_alumni_profiles_graduation_year", "969305fbde4f5cca"],
["CHECK clause", "ck_alumni_profiles_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_alumni_profiles_is_mentor_boolean", "c4445cdbeb2911d5"],
["CHECK clause", "ck_alumni_profiles_last_name", "50e416427e8c2176"],
["CHECK clause", "ck_alumni_profiles_linkedin_url", "64fa6fa8ea780410"],
["CHECK clause", "ck_alumni_profiles_student_number", "3b28fca5d792302c"],
["CHECK clause", "ck_alumni_profiles_website_url", "283c5d064bd8b70a"],
["CHECK clause", "ck_alumni_work_history_company", "a34cd8dfc258ea93"],
["CHECK clause", "ck_alumni_work_history_end_date", "d597b60df970ec78"],
["CHECK clause", "ck_alumni_work_history_job_title", "d1ac188bd176b45c"],
["CHECK clause", "ck_announcements_content", "bd3366014d21112d"],
["CHECK clause", "ck_announcements_decided_at", "041ee49a728b3504"],
["CHECK clause", "ck_announcements_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_announcements_expires_at", "90320673f84ba553"],
["CHECK clause", "ck_announcements_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_announcements_is_expired", "b4c82140528c4a5e"],
["CHECK clause", "ck_announcements_is_expired_boolean", "28aea1e5b56a6c4f"],
["CHECK clause", "ck_announcements_is_held_boolean", "0e4e85e6a9f728dc"],
["CHECK clause", "ck_announcements_is_suspended_boolean", "419390b091b6e5ec"],
["CHECK clause", "ck_announcements_publish_at", "aef51895d4c2a372"],
["CHECK clause", "ck_announcements_title", "c865baaa16a90193"],
["CHECK clause", "ck_audit_heads_id", "f26abb387f5a21cc"],
["CHECK clause", "ck_audit_seals_position", "cef10bcd054855e8"],
["CHECK clause", "ck_campuses_is_retired_boolean", "b5d6c0fa0f0c461e"],
["CHECK clause", "ck_campuses_name", "b9a259ff89ef0b7c"],
["CHECK clause", "ck_contact_messages_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_contact_messages_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_contact_messages_message", "91be1399c9e7b73b"],
["CHECK clause", "ck_contact_messages_subject", "54ffdd65668df140"],
["CHECK clause", "ck_content_reports_decided_at", "e48b156a65c12b8d"],
["CHECK clause", "ck_content_reports_reporter_id", "07dc6d929c70ecbe"],
["CHECK clause", "ck_conversation_participants_other_id", "e8ebc331cd886cdc"],
["CHECK clause", "ck_conversations_user_two_id", "06ed3eb1c78722bc"],
["CHECK clause", "ck_counters_name", "48997fd97dbfd41b"],
["CHECK clause", "ck_degrees_is_retired_boolean", "b5d6c0fa0f0c461e"],
["CHECK clause", "ck_degrees_name", "b9a259ff89ef0b7c"],
["CHECK clause", "ck_degrees_semesters_count", "e5736fb56bf671fa"],
["CHECK clause", "ck_event_registration_history_first", "366325b2af4dc6ee"],
["CHECK clause", "ck_event_registrations_attended", "716b1634c9849d2b"],
["CHECK clause", "ck_event_registrations_check_in_code", "16520a6d60195dd0"],
["CHECK clause", "ck_event_registrations_guests_count", "127aeff044ba7580"],
["CHECK clause", "ck_event_registrations_offered", "e3a2b62cffa79f4e"],
["CHECK clause", "ck_event_registrations_waitlisted", "1ac7de0203c8a5aa"],
["CHECK clause", "ck_event_reminders_hours_before", "a3c07e05c502bafc"],
["CHECK clause", "ck_event_speakers_answered_at", "986135185d69b4d6"],
["CHECK clause", "ck_event_speakers_position", "c85b2760be955568"],
["CHECK clause", "ck_event_speakers_session_title", "f011b01881f8e0c5"],
["CHECK clause", "ck_events_cancelled", "798d06484f949ab3"],
["CHECK clause", "ck_events_completed_at", "ea60763649ea60a0"],
["CHECK clause", "ck_events_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_events_ends_at", "237a500bd3f4d193"],
["CHECK clause", "ck_events_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_events_is_online_boolean", "3fd86415795e2e76"],
["CHECK clause", "ck_events_is_suspended_boolean", "419390b091b6e5ec"],
["CHECK clause", "ck_events_max_attendees", "6151504b255ebb98"],
["CHECK clause", "ck_events_max_guests", "21c54beb6a4c1ab7"],
["CHECK clause", "ck_events_online_url", "ab68d42d9570fa29"],
["CHECK clause", "ck_events_place", "5b555f4b56b3795a"],
["CHECK clause", "ck_events_published_at", "bb2162d841ae926a"],
["CHECK clause", "ck_events_registration_deadline", "4f487b16a9d702a9"],
["CHECK clause", "ck_events_seats_taken_count", "4b9e21d39629a68d"],
["CHECK clause", "ck_events_slug", "fc1e0208692646f3"],
["CHECK clause", "ck_events_title", "c865baaa16a90193"],
["CHECK clause", "ck_feedback_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_feedback_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_feedback_message", "91be1399c9e7b73b"],
["CHECK clause", "ck_feedback_rating", "9662b01b9d6681f6"],
["CHECK clause", "ck_follows_followed_id", "b78b623959d88415"],
["CHECK clause", "ck_former_names_name", "b9a259ff89ef0b7c"],
["CHECK clause", "ck_graduation_requests_decided_at", "25a6f11e6275510f"],
["CHECK clause", "ck_graduation_requests_graduation_year", "969305fbde4f5cca"],
["CHECK clause", "ck_inbox_entries_content", "bd3366014d21112d"],
["CHECK clause", "ck_inbox_entries_parent", "5170eb8a4617d567"],
["CHECK clause", "ck_inbox_moves_to_status", "eb288c2adf806d55"],
["CHECK clause", "ck_institution_info_currency", "7cf16e81b34c55a6"],
["CHECK clause", "ck_institution_info_id", "f26abb387f5a21cc"],
["CHECK clause", "ck_institution_info_name", "b9a259ff89ef0b7c"],
["CHECK clause", "ck_institution_info_website_url", "283c5d064bd8b70a"],
["CHECK clause", "ck_job_application_history_first", "26df5c812eb4a7bb"],
["CHECK clause", "ck_job_application_moves_to_status", "eb288c2adf806d55"],
["CHECK clause", "ck_job_applications_application_date", "3e9317c27534a5a3"],
["CHECK clause", "ck_job_applications_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_job_applications_expected_salary", "a11a77ef559ad913"],
["CHECK clause", "ck_job_applications_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_job_postings_closed", "bef17f3fcc3804eb"],
["CHECK clause", "ck_job_postings_company_name", "6d9fa74df03a8151"],
["CHECK clause", "ck_job_postings_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_job_postings_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_job_postings_is_remote_boolean", "0ba8b2ad7b5a3e39"],
["CHECK clause", "ck_job_postings_remote", "352f3e61ec9fb1a7"],
["CHECK clause", "ck_job_postings_salary_currency", "3f036f96c0d6ecbb"],
["CHECK clause", "ck_job_postings_salary_max", "1c72c81ae9ec6a1c"],
["CHECK clause", "ck_job_postings_salary_max_alone", "e6b942bebafb0459"],
["CHECK clause", "ck_job_postings_salary_min", "c086e48e9fe8989f"],
["CHECK clause", "ck_job_postings_title", "c865baaa16a90193"],
["CHECK clause", "ck_job_postings_vacancies", "7d94ec874cf2b929"],
["CHECK clause", "ck_mail_outbox_lease", "b89c1a51a5a61bed"],
["CHECK clause", "ck_mail_outbox_sent_at", "0f9979bc64ccd739"],
["CHECK clause", "ck_media_files_byte_size", "9dafb40ffae06687"],
["CHECK clause", "ck_media_files_content", "3b64eb07ccac0ba8"],
["CHECK clause", "ck_mentoring_offers_capacity", "4eabc212bc06007f"],
["CHECK clause", "ck_mentoring_offers_is_open_boolean", "551d0f15d01f982b"],
["CHECK clause", "ck_message_settings_has_receipts_boolean", "03abadcaffc4b544"],
["CHECK clause", "ck_messages_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_messages_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_notification_kinds_is_in_app_boolean", "6760071b7109819a"],
["CHECK clause", "ck_notification_kinds_is_social_boolean", "8dc413e8a3bb5bfe"],
["CHECK clause", "ck_notification_preferences_is_in_app_boolean", "6760071b7109819a"],
["CHECK clause", "ck_notifications_is_in_app_boolean", "6760071b7109819a"],
["CHECK clause", "ck_notifications_link", "c91ebb76f6fe6625"],
["CHECK clause", "ck_personal_columns_is_exported_boolean", "cd94b93a03414a88"],
["CHECK clause", "ck_post_comments_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_post_comments_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_post_files_height", "93ef0f37aa241f4d"],
["CHECK clause", "ck_post_files_width", "f27e8b82434f11ea"],
["CHECK clause", "ck_posts_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_posts_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_posts_is_pinned_boolean", "b59ecc36b67999ee"],
["CHECK clause", "ck_posts_is_removed", "e5f7824106c28c07"],
["CHECK clause", "ck_posts_is_removed_boolean", "61e5084a413776b4"],
["CHECK clause", "ck_posts_link_url", "ceb15724cbe33696"],
["CHECK clause", "ck_profile_files_file_name", "0c9d9f682525a23d"],
["CHECK clause", "ck_profile_files_width", "6f9998f2fedfb41c"],
["CHECK clause", "ck_profile_links_url", "7b3442aacd98bbd0"],
["CHECK clause", "ck_profile_views_viewer_id", "16f2995765c5bb5b"],
["CHECK clause", "ck_reference_goals_is_done_boolean", "5ec1834ef42afca0"],
["CHECK clause", "ck_reference_goals_title", "c865baaa16a90193"],
["CHECK clause", "ck_reference_request_history_first", "2c3856ff188460f3"],
["CHECK clause", "ck_reference_request_moves_to_status", "eb288c2adf806d55"],
["CHECK clause", "ck_reference_requests_alumnus_id", "86ddda58160263b5"],
["CHECK clause", "ck_reference_requests_answered_at", "2295c48ca6d79b3f"],
["CHECK clause", "ck_reference_requests_completed_at", "cc3df0675db5165d"],
["CHECK clause", "ck_reference_requests_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_reference_requests_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_reference_requests_purpose", "1294225ff103da0c"],
["CHECK clause", "ck_reference_requests_rated", "e7feaef11b9441e0"],
["CHECK clause", "ck_reference_requests_rating", "9662b01b9d6681f6"],
["CHECK clause", "ck_settings_bounds", "6e1666dae9999f2f"],
["CHECK clause", "ck_settings_most", "1378ee26d4e269fe"],
["CHECK clause", "ck_skill_domains_is_retired_boolean", "b5d6c0fa0f0c461e"],
["CHECK clause", "ck_skill_domains_name", "b9a259ff89ef0b7c"],
["CHECK clause", "ck_skills_is_retired_boolean", "b5d6c0fa0f0c461e"],
["CHECK clause", "ck_skills_name", "b9a259ff89ef0b7c"],
["CHECK clause", "ck_staff_profiles_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_staff_profiles_first_name", "9fa805c185367f4f"],
["CHECK clause", "ck_staff_profiles_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_staff_profiles_last_name", "50e416427e8c2176"],
["CHECK clause", "ck_statistics_outcomes_value", "fbafb7b77fbb9057"],
["CHECK clause", "ck_statistics_snapshots_id", "f26abb387f5a21cc"],
["CHECK clause", "ck_student_profiles_cgpa", "e597b08f1df0abf6"],
["CHECK clause", "ck_student_profiles_current_semester", "79fb4969f4a471cf"],
["CHECK clause", "ck_student_profiles_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_student_profiles_expected_graduation_year", "5dc05ba8913c7a4b"],
["CHECK clause", "ck_student_profiles_first_name", "9fa805c185367f4f"],
["CHECK clause", "ck_student_profiles_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_student_profiles_last_name", "50e416427e8c2176"],
["CHECK clause", "ck_student_profiles_linkedin_url", "64fa6fa8ea780410"],
["CHECK clause", "ck_student_profiles_student_number", "3b28fca5d792302c"],
["CHECK clause", "ck_student_profiles_website_url", "283c5d064bd8b70a"],
["CHECK clause", "ck_student_projects_title", "c865baaa16a90193"],
["CHECK clause", "ck_student_projects_url", "59cb8ee811e258fd"],
["CHECK clause", "ck_suggestion_weights_most_count", "1e4ed357affb5dc4"],
["CHECK clause", "ck_user_blocks_blocked_id", "d231e3c2718d3904"],
["CHECK clause", "ck_user_sessions_idle_expires_at", "2e7b7ba091b7cd2f"],
["CHECK clause", "ck_user_sessions_is_remembered_boolean", "5f89230f9c323bde"],
["CHECK clause", "ck_users_active", "8facaf5774495e8a"],
["CHECK clause", "ck_users_deleted_at", "5e366c19b1181e48"],
["CHECK clause", "ck_users_email", "100f747dcb2ab4f1"],
["CHECK clause", "ck_users_erased_at", "2d28d2f9a1d09ae9"],
["CHECK clause", "ck_users_is_deleted_boolean", "92ba5363f6d6d1a4"],
["CHECK clause", "ck_users_password_hash", "3584718837c5c695"],
["CHECK clause", "ck_verification_queue_decided_at", "0cb7a80549bf27b2"],
["CHECK clause", "ck_verification_queue_decided_reason", "84ffec22ac367f09"],
["CHECK clause", "ck_verification_queue_submitted_documents", "f4802ece31c52322"],
["column", "about_feature_cards.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "about_feature_cards.created_by", "bigint unsigned"],
["column", "about_feature_cards.description", "varchar(300) NOT NULL"],
["column", "about_feature_cards.icon", "enum(''people'',''work'',''calendar'',''talk'',''help'',''world'',''study'',''star'') NOT NULL DEFAULT star"],
["column", "about_feature_cards.id", "bigint unsigned NOT NULL auto_increment"],
["column", "about_feature_cards.position", "smallint unsigned NOT NULL"],
["column", "about_feature_cards.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "about_feature_cards.title", "varchar(80) NOT NULL"],
["column", "about_feature_cards.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "about_feature_cards.updated_by", "bigint unsigned"],
["column", "about_feature_cards.url", "varchar(300)"],
["column", "about_page.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "about_page.hero_button_label", "varchar(60)"],
["column", "about_page.hero_button_url", "varchar(300)"],
["column", "about_page.hero_revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "about_page.hero_text", "varchar(600)"],
["column", "about_page.hero_title", "varchar(160) NOT NULL"],
["column", "about_page.id", "tinyint unsigned NOT NULL DEFAULT 1"],
["column", "about_page.is_institution_shown", "tinyint(1) NOT NULL DEFAULT 1"],
["column", "about_page.published_revision_id", "bigint unsigned"],
["column", "about_page.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "about_page.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "about_page.updated_by", "bigint unsigned"],
["column", "about_page_revisions.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "about_page_revisions.created_by", "bigint unsigned"],
["column", "about_page_revisions.id", "bigint unsigned NOT NULL auto_increment"],
["column", "about_page_revisions.note", "varchar(300)"],
["column", "about_page_revisions.number", "int unsigned NOT NULL"],
["column", "about_page_revisions.restored_from_id", "bigint unsigned"],
["column", "about_page_revisions.revision_data", "json NOT NULL"],
["column", "about_page_revisions.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "about_quick_links.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "about_quick_links.created_by", "bigint unsigned"],
["column", "about_quick_links.id", "bigint unsigned NOT NULL auto_increment"],
["column", "about_quick_links.label", "varchar(80) NOT NULL"],
["column", "about_quick_links.position", "smallint unsigned NOT NULL"],
["column", "about_quick_links.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "about_quick_links.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "about_quick_links.updated_by", "bigint unsigned"],
["column", "about_quick_links.url", "varchar(300) NOT NULL"],
["column", "about_sections.body", "text"],
["column", "about_sections.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "about_sections.created_by", "bigint unsigned"],
["column", "about_sections.id", "bigint unsigned NOT NULL auto_increment"],
["column", "about_sections.position", "smallint unsigned NOT NULL"],
["column", "about_sections.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "about_sections.summary", "text NOT NULL"],
["column", "about_sections.title", "varchar(120) NOT NULL"],
["column", "about_sections.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "about_sections.updated_by", "bigint unsigned"],
["column", "account_terms.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "account_terms.term", "varchar(40) NOT NULL"],
["column", "account_terms.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "account_terms.user_id", "bigint unsigned NOT NULL"],
["column", "account_tokens.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "account_tokens.expires_at", "datetime NOT NULL"],
["column", "account_tokens.id", "bigint unsigned NOT NULL auto_increment"],
["column", "account_tokens.new_email", "varchar(254)"],
["column", "account_tokens.purpose", "enum(''change_email'',''restore'') NOT NULL"],
["column", "account_tokens.token_hash", "binary(32) NOT NULL"],
["column", "account_tokens.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "account_tokens.used_at", "datetime"],
["column", "account_tokens.user_id", "bigint unsigned NOT NULL"],
["column", "admin_activity_log.action", "varchar(64) NOT NULL"],
["column", "admin_activity_log.actor_id", "bigint unsigned"],
["column", "admin_activity_log.after_state", "json"],
["column", "admin_activity_log.before_state", "json"],
["column", "admin_activity_log.client_address", "varchar(45)"],
["column", "admin_activity_log.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "admin_activity_log.database_user", "varchar(288) NOT NULL"],
["column", "admin_activity_log.id", "bigint unsigned NOT NULL auto_increment"],
["column", "admin_activity_log.origin_digest", "binary(32) NOT NULL"],
["column", "admin_activity_log.origin_salt", "binary(16)"],
["column", "admin_activity_log.request_id", "varchar(64)"],
["column", "admin_activity_log.state_digest", "binary(32) NOT NULL"],
["column", "admin_activity_log.state_salt", "binary(16)"],
["column", "admin_activity_log.subject_id", "bigint unsigned NOT NULL"],
["column", "admin_activity_log.subject_table", "varchar(64) NOT NULL"],
["column", "admin_activity_log.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_achievements.achieved_on", "date"],
["column", "alumni_achievements.alumni_profile_id", "bigint unsigned NOT NULL"],
["column", "alumni_achievements.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "alumni_achievements.created_by", "bigint unsigned"],
["column", "alumni_achievements.description", "text"],
["column", "alumni_achievements.id", "bigint unsigned NOT NULL auto_increment"],
["column", "alumni_achievements.issuer", "varchar(160)"],
["column", "alumni_achievements.kind", "enum(''certification'',''award'',''publication'',''patent'',''project'',''volunteer'',''honor'',''other'') NOT NULL"],
["column", "alumni_achievements.title", "varchar(160) NOT NULL"],
["column", "alumni_achievements.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_achievements.updated_by", "bigint unsigned"],
["column", "alumni_achievements.url", "varchar(300)"],
["column", "alumni_achievements.verified_at", "datetime"],
["column", "alumni_achievements.verified_by", "bigint unsigned"],
["column", "alumni_degrees.alumni_profile_id", "bigint unsigned NOT NULL"],
["column", "alumni_degrees.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "alumni_degrees.created_by", "bigint unsigned"],
["column", "alumni_degrees.degree_id", "bigint unsigned"],
["column", "alumni_degrees.graduation_year", "smallint unsigned"],
["column", "alumni_degrees.id", "bigint unsigned NOT NULL auto_increment"],
["column", "alumni_degrees.institution", "varchar(160)"],
["column", "alumni_degrees.title", "varchar(160)"],
["column", "alumni_degrees.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_degrees.updated_by", "bigint unsigned"],
["column", "alumni_engagement_history.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "alumni_engagement_history.created_by", "bigint unsigned"],
["column", "alumni_engagement_history.engagement_id", "bigint unsigned NOT NULL"],
["column", "alumni_engagement_history.from_status", "enum(''proposed'',''confirmed'',''declined'',''in_progress'',''completed'',''cancelled'')"],
["column", "alumni_engagement_history.id", "bigint unsigned NOT NULL auto_increment"],
["column", "alumni_engagement_history.mover", "enum(''office'',''alumnus'') NOT NULL"],
["column", "alumni_engagement_history.reason", "varchar(500)"],
["column", "alumni_engagement_history.to_status", "enum(''proposed'',''confirmed'',''declined'',''in_progress'',''completed'',''cancelled'') NOT NULL"],
["column", "alumni_engagement_history.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_engagement_moves.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "alumni_engagement_moves.from_status", "enum(''proposed'',''confirmed'',''declined'',''in_progress'',''completed'',''cancelled'') NOT NULL"],
["column", "alumni_engagement_moves.is_reasoned", "tinyint(1) NOT NULL"],
["column", "alumni_engagement_moves.mover", "enum(''office'',''alumnus'') NOT NULL"],
["column", "alumni_engagement_moves.to_status", "enum(''proposed'',''confirmed'',''declined'',''in_progress'',''completed'',''cancelled'') NOT NULL"],
["column", "alumni_engagement_moves.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_engagements.alumni_id", "bigint unsigned NOT NULL"],
["column", "alumni_engagements.alumnus_comment", "varchar(1000)"],
["column", "alumni_engagements.alumnus_rating", "tinyint unsigned"],
["column", "alumni_engagements.compensation_amount", "decimal(12,2)"],
["column", "alumni_engagements.compensation_currency", "char(3)"],
["column", "alumni_engagements.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "alumni_engagements.created_by", "bigint unsigned"],
["column", "alumni_engagements.deleted_at", "datetime"],
["column", "alumni_engagements.description", "text"],
["column", "alumni_engagements.end_date", "date"],
["column", "alumni_engagements.hours", "decimal(6,2)"],
["column", "alumni_engagements.id", "bigint unsigned NOT NULL auto_increment"],
["column", "alumni_engagements.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "alumni_engagements.kind", "enum(''speaker'',''trainer'',''mentor'',''judge'',''panelist'',''workshop_instructor'',''consultant'') NOT NULL"],
["column", "alumni_engagements.location", "varchar(150)"],
["column", "alumni_engagements.office_comment", "varchar(1000)"],
["column", "alumni_engagements.office_rating", "tinyint unsigned"],
["column", "alumni_engagements.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "alumni_engagements.start_date", "date NOT NULL"],
["column", "alumni_engagements.status", "enum(''proposed'',''confirmed'',''declined'',''in_progress'',''completed'',''cancelled'') NOT NULL DEFAULT proposed"],
["column", "alumni_engagements.status_reason", "varchar(500)"],
["column", "alumni_engagements.title", "varchar(150) NOT NULL"],
["column", "alumni_engagements.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_engagements.updated_by", "bigint unsigned"],
["column", "alumni_profiles.bio", "text"],
["column", "alumni_profiles.campus_id", "bigint unsigned"],
["column", "alumni_profiles.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "alumni_profiles.created_by", "bigint unsigned"],
["column", "alumni_profiles.current_company", "varchar(120)"],
["column", "alumni_profiles.current_job_title", "varchar(120)"],
["column", "alumni_profiles.date_of_birth", "date"],
["column", "alumni_profiles.degree_id", "bigint unsigned"],
["column", "alumni_profiles.deleted_at", "datetime"],
["column", "alumni_profiles.first_name", "varchar(80) NOT NULL"],
["column", "alumni_profiles.gender", "enum(''female'',''male'',''other'',''undisclosed'') NOT NULL DEFAULT undisclosed"],
["column", "alumni_profiles.graduation_year", "smallint unsigned"],
["column", "alumni_profiles.id", "bigint unsigned NOT NULL auto_increment"],
["column", "alumni_profiles.industry", "varchar(80)"],
["column", "alumni_profiles.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "alumni_profiles.is_mentor", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "alumni_profiles.last_name", "varchar(80) NOT NULL"],
["column", "alumni_profiles.linkedin_url", "varchar(300)"],
["column", "alumni_profiles.location", "varchar(120)"],
["column", "alumni_profiles.phone", "varchar(40)"],
["column", "alumni_profiles.student_number", "varchar(40)"],
["column", "alumni_profiles.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_profiles.updated_by", "bigint unsigned"],
["column", "alumni_profiles.user_id", "bigint unsigned NOT NULL"],
["column", "alumni_profiles.views_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "alumni_profiles.website_url", "varchar(300)"],
["column", "alumni_skills.alumni_profile_id", "bigint unsigned NOT NULL"],
["column", "alumni_skills.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "alumni_skills.created_by", "bigint unsigned"],
["column", "alumni_skills.proficiency_level", "enum(''beginner'',''intermediate'',''advanced'',''expert'') NOT NULL DEFAULT intermediate"],
["column", "alumni_skills.skill_id", "bigint unsigned NOT NULL"],
["column", "alumni_skills.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_work_history.alumni_profile_id", "bigint unsigned NOT NULL"],
["column", "alumni_work_history.company", "varchar(120) NOT NULL"],
["column", "alumni_work_history.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "alumni_work_history.created_by", "bigint unsigned"],
["column", "alumni_work_history.description", "text"],
["column", "alumni_work_history.end_date", "date"],
["column", "alumni_work_history.id", "bigint unsigned NOT NULL auto_increment"],
["column", "alumni_work_history.job_title", "varchar(120) NOT NULL"],
["column", "alumni_work_history.location", "varchar(120)"],
["column", "alumni_work_history.start_date", "date NOT NULL"],
["column", "alumni_work_history.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "alumni_work_history.updated_by", "bigint unsigned"],
["column", "announcement_pins.announcement_id", "bigint unsigned"],
["column", "announcement_pins.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "announcement_pins.position", "tinyint unsigned NOT NULL"],
["column", "announcement_pins.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "announcement_pins.updated_by", "bigint unsigned"],
["column", "announcement_reads.announcement_id", "bigint unsigned NOT NULL"],
["column", "announcement_reads.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "announcement_reads.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "announcement_reads.reader_id", "bigint unsigned NOT NULL"],
["column", "announcement_reads.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "announcements.approval", "enum(''not_needed'',''pending'',''approved'',''rejected'') NOT NULL DEFAULT not_needed"],
["column", "announcements.author_id", "bigint unsigned NOT NULL"],
["column", "announcements.content", "mediumtext NOT NULL"],
["column", "announcements.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "announcements.created_by", "bigint unsigned"],
["column", "announcements.decided_at", "datetime"],
["column", "announcements.decided_reason", "varchar(500)"],
["column", "announcements.deleted_at", "datetime"],
["column", "announcements.expires_at", "datetime"],
["column", "announcements.id", "bigint unsigned NOT NULL auto_increment"],
["column", "announcements.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "announcements.is_expired", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "announcements.is_held", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "announcements.is_listed", "tinyint(1) STORED GENERATED"],
["column", "announcements.is_mail_due", "tinyint(1) STORED GENERATED"],
["column", "announcements.is_suspended", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "announcements.is_waiting", "tinyint(1) STORED GENERATED"],
["column", "announcements.mailed_at", "datetime"],
["column", "announcements.mailed_up_to_id", "bigint unsigned NOT NULL DEFAULT 0"],
["column", "announcements.priority", "enum(''low'',''normal'',''high'',''urgent'') NOT NULL DEFAULT normal"],
["column", "announcements.publish_at", "datetime"],
["column", "announcements.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "announcements.status", "enum(''draft'',''published'',''archived'') NOT NULL DEFAULT draft"],
["column", "announcements.target_audience", "enum(''all'',''alumni_only'',''students_only'') NOT NULL DEFAULT all"],
["column", "announcements.title", "varchar(200) NOT NULL"],
["column", "announcements.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "announcements.updated_by", "bigint unsigned"],
["column", "audit_heads.chain_hash", "binary(32) NOT NULL"],
["column", "audit_heads.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "audit_heads.id", "tinyint unsigned NOT NULL DEFAULT 1"],
["column", "audit_heads.position", "bigint unsigned NOT NULL DEFAULT 0"],
["column", "audit_heads.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "audit_pending.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "audit_pending.log_id", "bigint unsigned NOT NULL"],
["column", "audit_pending.row_hash", "binary(32) NOT NULL"],
["column", "audit_pending.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "audit_seals.chain_hash", "binary(32) NOT NULL"],
["column", "audit_seals.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "audit_seals.log_id", "bigint unsigned NOT NULL"],
["column", "audit_seals.position", "bigint unsigned NOT NULL"],
["column", "audit_seals.row_hash", "binary(32) NOT NULL"],
["column", "audit_seals.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "calendar_feeds.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "calendar_feeds.token_hash", "binary(32) NOT NULL"],
["column", "calendar_feeds.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "calendar_feeds.user_id", "bigint unsigned NOT NULL"],
["column", "campuses.city", "varchar(120)"],
["column", "campuses.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "campuses.created_by", "bigint unsigned"],
["column", "campuses.id", "bigint unsigned NOT NULL auto_increment"],
["column", "campuses.is_retired", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "campuses.name", "varchar(120) NOT NULL"],
["column", "campuses.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "campuses.updated_by", "bigint unsigned"],
["column", "comment_likes.comment_id", "bigint unsigned NOT NULL"],
["column", "comment_likes.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "comment_likes.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "comment_likes.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "comment_likes.user_id", "bigint unsigned NOT NULL"],
["column", "contact_messages.assignee_id", "bigint unsigned"],
["column", "contact_messages.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "contact_messages.created_by", "bigint unsigned"],
["column", "contact_messages.deleted_at", "datetime"],
["column", "contact_messages.email", "varchar(254) NOT NULL"],
["column", "contact_messages.folder", "enum(''waiting'',''resolved'',''spam'',''bin'') NOT NULL STORED GENERATED"],
["column", "contact_messages.form_digest", "binary(32)"],
["column", "contact_messages.id", "bigint unsigned NOT NULL auto_increment"],
["column", "contact_messages.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "contact_messages.message", "text NOT NULL"],
["column", "contact_messages.name", "varchar(160) NOT NULL"],
["column", "contact_messages.status", "enum(''new'',''open'',''resolved'',''spam'') NOT NULL DEFAULT new"],
["column", "contact_messages.subject", "varchar(150) NOT NULL"],
["column", "contact_messages.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "contact_messages.updated_by", "bigint unsigned"],
["column", "contact_messages.user_id", "bigint unsigned"],
["column", "content_reports.author_id", "bigint unsigned NOT NULL"],
["column", "content_reports.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "content_reports.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "content_reports.decided_at", "datetime"],
["column", "content_reports.decided_reason", "varchar(500)"],
["column", "content_reports.excerpt", "varchar(2000)"],
["column", "content_reports.id", "bigint unsigned NOT NULL auto_increment"],
["column", "content_reports.note", "varchar(1000)"],
["column", "content_reports.reason", "enum(''spam'',''harassment'',''hate'',''untrue'',''other'') NOT NULL"],
["column", "content_reports.reporter_id", "bigint unsigned NOT NULL"],
["column", "content_reports.status", "enum(''open'',''upheld'',''dismissed'') NOT NULL DEFAULT open"],
["column", "content_reports.subject", "enum(''person'',''message'',''post'',''comment'') NOT NULL"],
["column", "content_reports.subject_id", "bigint unsigned NOT NULL"],
["column", "content_reports.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "content_reports.updated_by", "bigint unsigned"],
["column", "conversation_participants.conversation_id", "bigint unsigned NOT NULL"],
["column", "conversation_participants.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "conversation_participants.folder", "enum(''inbox'',''requests'',''archive'') NOT NULL DEFAULT inbox"],
["column", "conversation_participants.is_unread", "tinyint(1) STORED GENERATED"],
["column", "conversation_participants.last_message_id", "bigint unsigned"],
["column", "conversation_participants.last_read_id", "bigint unsigned NOT NULL DEFAULT 0"],
["column", "conversation_participants.other_id", "bigint unsigned NOT NULL"],
["column", "conversation_participants.receipt_id", "bigint unsigned NOT NULL DEFAULT 0"],
["column", "conversation_participants.unread_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "conversation_participants.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "conversation_participants.user_id", "bigint unsigned NOT NULL"],
["column", "conversations.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "conversations.created_by", "bigint unsigned"],
["column", "conversations.id", "bigint unsigned NOT NULL auto_increment"],
["column", "conversations.last_message_at", "datetime(6)"],
["column", "conversations.state", "enum(''open'',''requested'',''declined'') NOT NULL"],
["column", "conversations.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "conversations.updated_by", "bigint unsigned"],
["column", "conversations.user_one_id", "bigint unsigned NOT NULL"],
["column", "conversations.user_two_id", "bigint unsigned NOT NULL"],
["column", "counters.counted", "text NOT NULL"],
["column", "counters.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "counters.id_column", "varchar(64) NOT NULL DEFAULT id"],
["column", "counters.kept_by", "varchar(400) NOT NULL"],
["column", "counters.name", "varchar(80) NOT NULL"],
["column", "counters.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "degrees.abbreviation", "varchar(40)"],
["column", "degrees.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "degrees.created_by", "bigint unsigned"],
["column", "degrees.id", "bigint unsigned NOT NULL auto_increment"],
["column", "degrees.is_retired", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "degrees.level", "enum(''certificate'',''bachelor'',''master'',''doctorate'') NOT NULL"],
["column", "degrees.name", "varchar(160) NOT NULL"],
["column", "degrees.semesters_count", "tinyint unsigned NOT NULL"],
["column", "degrees.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "degrees.updated_by", "bigint unsigned"],
["column", "directory_entries.audience", "enum(''everyone'',''members'',''alumni'',''students_of_my_campus'',''people_i_follow'',''only_me'') NOT NULL"],
["column", "directory_entries.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "directory_entries.directory", "enum(''alumni'',''students'') NOT NULL"],
["column", "directory_entries.name_key", "varchar(162) NOT NULL"],
["column", "directory_entries.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "directory_entries.user_id", "bigint unsigned NOT NULL"],
["column", "directory_entries.year", "smallint unsigned NOT NULL DEFAULT 0"],
["column", "directory_facets.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "directory_facets.directory", "enum(''alumni'',''students'') NOT NULL"],
["column", "directory_facets.facet", "enum(''skill'',''domain'',''degree'',''campus'',''mentor'') NOT NULL"],
["column", "directory_facets.level", "tinyint unsigned NOT NULL DEFAULT 0"],
["column", "directory_facets.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "directory_facets.user_id", "bigint unsigned NOT NULL"],
["column", "directory_facets.value_id", "bigint unsigned NOT NULL"],
["column", "directory_terms.audience", "enum(''everyone'',''members'',''alumni'',''students_of_my_campus'',''people_i_follow'',''only_me'') NOT NULL"],
["column", "directory_terms.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "directory_terms.directory", "enum(''alumni'',''students'') NOT NULL"],
["column", "directory_terms.field", "enum(''name'',''headline'',''company'',''industry'',''study'',''skill'',''work'',''achievement'',''email'',''phone'') NOT NULL"],
["column", "directory_terms.term", "varchar(40) NOT NULL"],
["column", "directory_terms.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "directory_terms.user_id", "bigint unsigned NOT NULL"],
["column", "email_verification_tokens.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "email_verification_tokens.expires_at", "datetime NOT NULL"],
["column", "email_verification_tokens.id", "bigint unsigned NOT NULL auto_increment"],
["column", "email_verification_tokens.token_hash", "binary(32) NOT NULL"],
["column", "email_verification_tokens.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "email_verification_tokens.used_at", "datetime"],
["column", "email_verification_tokens.user_id", "bigint unsigned NOT NULL"],
["column", "event_helpers.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "event_helpers.created_by", "bigint unsigned"],
["column", "event_helpers.event_id", "bigint unsigned NOT NULL"],
["column", "event_helpers.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "event_helpers.user_id", "bigint unsigned NOT NULL"],
["column", "event_registration_history.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "event_registration_history.created_by", "bigint unsigned"],
["column", "event_registration_history.event_registration_id", "bigint unsigned NOT NULL"],
["column", "event_registration_history.from_status", "enum(''registered'',''waitlisted'',''offered'',''expired'',''cancelled'',''attended'',''no_show'')"],
["column", "event_registration_history.id", "bigint unsigned NOT NULL auto_increment"],
["column", "event_registration_history.to_status", "enum(''registered'',''waitlisted'',''offered'',''expired'',''cancelled'',''attended'',''no_show'') NOT NULL"],
["column", "event_registration_history.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "event_registrations.check_in_code", "char(22) NOT NULL"],
["column", "event_registrations.checked_in_at", "datetime"],
["column", "event_registrations.checked_in_by", "bigint unsigned"],
["column", "event_registrations.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "event_registrations.created_by", "bigint unsigned"],
["column", "event_registrations.event_id", "bigint unsigned NOT NULL"],
["column", "event_registrations.guests_count", "tinyint unsigned NOT NULL DEFAULT 0"],
["column", "event_registrations.id", "bigint unsigned NOT NULL auto_increment"],
["column", "event_registrations.note", "varchar(500)"],
["column", "event_registrations.offer_expires_at", "datetime"],
["column", "event_registrations.queue_number", "int unsigned"],
["column", "event_registrations.registered_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "event_registrations.seats_count", "tinyint unsigned STORED GENERATED"],
["column", "event_registrations.status", "enum(''registered'',''waitlisted'',''offered'',''expired'',''cancelled'',''attended'',''no_show'') NOT NULL"],
["column", "event_registrations.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "event_registrations.updated_by", "bigint unsigned"],
["column", "event_registrations.user_id", "bigint unsigned NOT NULL"],
["column", "event_reminders.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "event_reminders.created_by", "bigint unsigned"],
["column", "event_reminders.done_at", "datetime"],
["column", "event_reminders.due_at", "datetime NOT NULL"],
["column", "event_reminders.event_id", "bigint unsigned NOT NULL"],
["column", "event_reminders.hours_before", "smallint unsigned NOT NULL"],
["column", "event_reminders.id", "bigint unsigned NOT NULL auto_increment"],
["column", "event_reminders.last_registration_id", "bigint unsigned NOT NULL DEFAULT 0"],
["column", "event_reminders.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "event_speakers.answer_note", "varchar(500)"],
["column", "event_speakers.answered_at", "datetime"],
["column", "event_speakers.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "event_speakers.created_by", "bigint unsigned"],
["column", "event_speakers.event_id", "bigint unsigned NOT NULL"],
["column", "event_speakers.id", "bigint unsigned NOT NULL auto_increment"],
["column", "event_speakers.position", "smallint unsigned NOT NULL"],
["column", "event_speakers.session_starts_at", "datetime"],
["column", "event_speakers.session_title", "varchar(150) NOT NULL"],
["column", "event_speakers.status", "enum(''invited'',''confirmed'',''declined'',''presented'') NOT NULL DEFAULT invited"],
["column", "event_speakers.topic", "varchar(1000)"],
["column", "event_speakers.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "event_speakers.updated_by", "bigint unsigned"],
["column", "event_speakers.user_id", "bigint unsigned NOT NULL"],
["column", "events.calendar_sequence", "int unsigned NOT NULL DEFAULT 0"],
["column", "events.calendar_uid", "char(36) NOT NULL DEFAULT uuid() DEFAULT_GENERATED"],
["column", "events.cancellation_reason", "varchar(500)"],
["column", "events.cancelled_at", "datetime"],
["column", "events.closes_at", "datetime STORED GENERATED"],
["column", "events.completed_at", "datetime"],
["column", "events.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "events.created_by", "bigint unsigned"],
["column", "events.creator_id", "bigint unsigned NOT NULL"],
["column", "events.deleted_at", "datetime"],
["column", "events.description", "mediumtext NOT NULL"],
["column", "events.ends_at", "datetime NOT NULL"],
["column", "events.id", "bigint unsigned NOT NULL auto_increment"],
["column", "events.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "events.is_listed", "tinyint(1) STORED GENERATED"],
["column", "events.is_online", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "events.is_suspended", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "events.last_queue_number", "int unsigned NOT NULL DEFAULT 0"],
["column", "events.max_attendees", "int unsigned"],
["column", "events.max_guests", "tinyint unsigned NOT NULL DEFAULT 0"],
["column", "events.online_url", "varchar(500)"],
["column", "events.published_at", "datetime"],
["column", "events.registration_deadline", "datetime"],
["column", "events.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "events.seats_taken_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "events.slug", "varchar(170) NOT NULL"],
["column", "events.starts_at", "datetime NOT NULL"],
["column", "events.status", "enum(''draft'',''published'',''cancelled'',''completed'') NOT NULL DEFAULT draft"],
["column", "events.target_audience", "enum(''all'',''alumni_only'',''students_only'') NOT NULL DEFAULT all"],
["column", "events.time_zone", "varchar(64) NOT NULL"],
["column", "events.title", "varchar(150) NOT NULL"],
["column", "events.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "events.updated_by", "bigint unsigned"],
["column", "events.venue", "varchar(200)"],
["column", "events.visibility", "enum(''public'',''alumni_only'',''students_only'',''all'') NOT NULL DEFAULT all"],
["column", "events.waiting_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "feedback.assignee_id", "bigint unsigned"],
["column", "feedback.category", "enum(''praise'',''idea'',''problem'',''content'',''other'') NOT NULL"],
["column", "feedback.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "feedback.created_by", "bigint unsigned"],
["column", "feedback.deleted_at", "datetime"],
["column", "feedback.email", "varchar(254) NOT NULL"],
["column", "feedback.folder", "enum(''waiting'',''resolved'',''spam'',''bin'') NOT NULL STORED GENERATED"],
["column", "feedback.form_digest", "binary(32)"],
["column", "feedback.id", "bigint unsigned NOT NULL auto_increment"],
["column", "feedback.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "feedback.message", "text NOT NULL"],
["column", "feedback.name", "varchar(160) NOT NULL"],
["column", "feedback.rating", "tinyint unsigned"],
["column", "feedback.status", "enum(''new'',''open'',''resolved'',''spam'') NOT NULL DEFAULT new"],
["column", "feedback.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "feedback.updated_by", "bigint unsigned"],
["column", "feedback.user_id", "bigint unsigned"],
["column", "follows.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "follows.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "follows.followed_id", "bigint unsigned NOT NULL"],
["column", "follows.follower_id", "bigint unsigned NOT NULL"],
["column", "follows.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "former_names.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "former_names.created_by", "bigint unsigned"],
["column", "former_names.id", "bigint unsigned NOT NULL auto_increment"],
["column", "former_names.name", "varchar(161) NOT NULL"],
["column", "former_names.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "former_names.user_id", "bigint unsigned NOT NULL"],
["column", "graduation_requests.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "graduation_requests.created_by", "bigint unsigned"],
["column", "graduation_requests.decided_at", "datetime"],
["column", "graduation_requests.decided_reason", "varchar(500)"],
["column", "graduation_requests.degree_id", "bigint unsigned NOT NULL"],
["column", "graduation_requests.graduation_year", "smallint unsigned NOT NULL"],
["column", "graduation_requests.id", "bigint unsigned NOT NULL auto_increment"],
["column", "graduation_requests.is_pending", "tinyint(1) STORED GENERATED"],
["column", "graduation_requests.note", "varchar(500)"],
["column", "graduation_requests.status", "enum(''pending'',''approved'',''rejected'',''withdrawn'') NOT NULL DEFAULT pending"],
["column", "graduation_requests.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "graduation_requests.updated_by", "bigint unsigned"],
["column", "graduation_requests.user_id", "bigint unsigned NOT NULL"],
["column", "idempotency_keys.actor_id", "bigint unsigned NOT NULL"],
["column", "idempotency_keys.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "idempotency_keys.idempotency_key", "varchar(64) NOT NULL"],
["column", "idempotency_keys.procedure_name", "varchar(64) NOT NULL"],
["column", "idempotency_keys.result_id", "bigint unsigned NOT NULL"],
["column", "idempotency_keys.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "inbox_entries.contact_message_id", "bigint unsigned"],
["column", "inbox_entries.content", "text NOT NULL"],
["column", "inbox_entries.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "inbox_entries.created_by", "bigint unsigned"],
["column", "inbox_entries.feedback_id", "bigint unsigned"],
["column", "inbox_entries.id", "bigint unsigned NOT NULL auto_increment"],
["column", "inbox_entries.kind", "enum(''note'',''answer'') NOT NULL"],
["column", "inbox_entries.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "inbox_moves.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "inbox_moves.from_status", "enum(''new'',''open'',''resolved'',''spam'') NOT NULL"],
["column", "inbox_moves.to_status", "enum(''new'',''open'',''resolved'',''spam'') NOT NULL"],
["column", "inbox_moves.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "institution_info.address", "varchar(300)"],
["column", "institution_info.contact_email", "varchar(254)"],
["column", "institution_info.contact_phone", "varchar(40)"],
["column", "institution_info.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "institution_info.currency", "char(3) NOT NULL DEFAULT USD"],
["column", "institution_info.founded_year", "smallint unsigned"],
["column", "institution_info.id", "tinyint unsigned NOT NULL DEFAULT 1"],
["column", "institution_info.name", "varchar(160) NOT NULL"],
["column", "institution_info.short_name", "varchar(40) NOT NULL"],
["column", "institution_info.time_zone", "varchar(64) NOT NULL DEFAULT UTC"],
["column", "institution_info.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "institution_info.updated_by", "bigint unsigned"],
["column", "institution_info.website_url", "varchar(300)"],
["column", "job_application_history.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "job_application_history.created_by", "bigint unsigned"],
["column", "job_application_history.from_status", "enum(''pending'',''reviewed'',''shortlisted'',''interviewed'',''offered'',''hired'',''rejected'',''withdrawn'')"],
["column", "job_application_history.id", "bigint unsigned NOT NULL auto_increment"],
["column", "job_application_history.job_application_id", "bigint unsigned NOT NULL"],
["column", "job_application_history.to_status", "enum(''pending'',''reviewed'',''shortlisted'',''interviewed'',''offered'',''hired'',''rejected'',''withdrawn'') NOT NULL"],
["column", "job_application_history.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "job_application_moves.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "job_application_moves.from_status", "enum(''pending'',''reviewed'',''shortlisted'',''interviewed'',''offered'',''hired'',''rejected'',''withdrawn'') NOT NULL"],
["column", "job_application_moves.mover", "enum(''poster'',''applicant'') NOT NULL"],
["column", "job_application_moves.to_status", "enum(''pending'',''reviewed'',''shortlisted'',''interviewed'',''offered'',''hired'',''rejected'',''withdrawn'') NOT NULL"],
["column", "job_application_moves.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "job_applications.applicant_id", "bigint unsigned NOT NULL"],
["column", "job_applications.application_date", "datetime DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "job_applications.applied_at", "datetime STORED GENERATED"],
["column", "job_applications.cover_letter", "text"],
["column", "job_applications.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "job_applications.created_by", "bigint unsigned"],
["column", "job_applications.cv_file_name", "varchar(255) NOT NULL"],
["column", "job_applications.cv_upload", "bigint unsigned"],
["column", "job_applications.deleted_at", "datetime"],
["column", "job_applications.expected_salary", "decimal(12,2)"],
["column", "job_applications.id", "bigint unsigned NOT NULL auto_increment"],
["column", "job_applications.is_counted", "tinyint(1) STORED GENERATED"],
["column", "job_applications.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "job_applications.job_posting_id", "bigint unsigned NOT NULL"],
["column", "job_applications.private_note", "text"],
["column", "job_applications.status", "enum(''pending'',''reviewed'',''shortlisted'',''interviewed'',''offered'',''hired'',''rejected'',''withdrawn'') NOT NULL DEFAULT pending"],
["column", "job_applications.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "job_applications.updated_by", "bigint unsigned"],
["column", "job_posting_skills.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "job_posting_skills.created_by", "bigint unsigned"],
["column", "job_posting_skills.job_posting_id", "bigint unsigned NOT NULL"],
["column", "job_posting_skills.skill_id", "bigint unsigned NOT NULL"],
["column", "job_posting_skills.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "job_postings.applications_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "job_postings.closed_at", "datetime"],
["column", "job_postings.closed_reason", "enum(''poster'',''deadline'',''filled'',''account'')"],
["column", "job_postings.closes_at", "datetime STORED GENERATED"],
["column", "job_postings.company_name", "varchar(150) NOT NULL"],
["column", "job_postings.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "job_postings.created_by", "bigint unsigned"],
["column", "job_postings.deadline", "date"],
["column", "job_postings.deleted_at", "datetime"],
["column", "job_postings.description", "mediumtext NOT NULL"],
["column", "job_postings.experience_level", "enum(''entry'',''junior'',''mid'',''senior'',''lead'')"],
["column", "job_postings.id", "bigint unsigned NOT NULL auto_increment"],
["column", "job_postings.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "job_postings.is_listed", "tinyint(1) STORED GENERATED"],
["column", "job_postings.is_remote", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "job_postings.job_type", "enum(''internship'',''full_time'',''part_time'',''contract'',''remote'') NOT NULL"],
["column", "job_postings.location", "varchar(150)"],
["column", "job_postings.poster_id", "bigint unsigned NOT NULL"],
["column", "job_postings.requirements", "mediumtext"],
["column", "job_postings.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "job_postings.salary_currency", "char(3) NOT NULL"],
["column", "job_postings.salary_max", "decimal(12,2)"],
["column", "job_postings.salary_min", "decimal(12,2)"],
["column", "job_postings.salary_period", "enum(''hour'',''month'',''year'') NOT NULL DEFAULT year"],
["column", "job_postings.salary_yearly_max", "decimal(15,2) STORED GENERATED"],
["column", "job_postings.status", "enum(''open'',''closed'') NOT NULL DEFAULT open"],
["column", "job_postings.target_audience", "enum(''all'',''alumni_only'',''students_only'') NOT NULL DEFAULT all"],
["column", "job_postings.title", "varchar(150) NOT NULL"],
["column", "job_postings.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "job_postings.updated_by", "bigint unsigned"],
["column", "job_postings.vacancies", "smallint unsigned NOT NULL DEFAULT 1"],
["column", "job_postings.views_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "job_terms.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "job_terms.field", "enum(''any'',''title'',''company'',''location'',''skill'') NOT NULL"],
["column", "job_terms.job_posting_id", "bigint unsigned NOT NULL"],
["column", "job_terms.term", "varchar(40) NOT NULL"],
["column", "job_terms.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "job_views.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "job_views.job_posting_id", "bigint unsigned NOT NULL"],
["column", "job_views.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "job_views.viewed_on", "date NOT NULL"],
["column", "job_views.viewer_id", "bigint unsigned NOT NULL"],
["column", "live_events.conversation_id", "bigint unsigned"],
["column", "live_events.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "live_events.id", "bigint unsigned NOT NULL auto_increment"],
["column", "live_events.kind", "enum(''message'',''receipt'',''removal'',''unread'',''notification'') NOT NULL"],
["column", "live_events.recipient_id", "bigint unsigned NOT NULL"],
["column", "live_events.sequence", "bigint unsigned NOT NULL"],
["column", "live_events.subject_id", "bigint unsigned"],
["column", "live_events.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "live_streams.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "live_streams.last_sequence", "bigint unsigned NOT NULL DEFAULT 0"],
["column", "live_streams.recipient_id", "bigint unsigned NOT NULL"],
["column", "live_streams.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "mail_outbox.attempts_count", "tinyint unsigned NOT NULL DEFAULT 0"],
["column", "mail_outbox.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "mail_outbox.created_by", "bigint unsigned"],
["column", "mail_outbox.data", "json NOT NULL"],
["column", "mail_outbox.email", "varchar(254) NOT NULL"],
["column", "mail_outbox.fact_key", "varchar(120) NOT NULL"],
["column", "mail_outbox.id", "bigint unsigned NOT NULL auto_increment"],
["column", "mail_outbox.last_error", "varchar(500)"],
["column", "mail_outbox.leased_by", "varchar(80)"],
["column", "mail_outbox.leased_until", "datetime"],
["column", "mail_outbox.next_attempt_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "mail_outbox.recipient_id", "bigint unsigned"],
["column", "mail_outbox.sent_at", "datetime"],
["column", "mail_outbox.status", "enum(''queued'',''leased'',''sent'',''failed'') NOT NULL DEFAULT queued"],
["column", "mail_outbox.template", "varchar(60) NOT NULL"],
["column", "mail_outbox.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "mail_suppressions.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "mail_suppressions.created_by", "bigint unsigned"],
["column", "mail_suppressions.detail", "varchar(500)"],
["column", "mail_suppressions.email", "varchar(254) NOT NULL"],
["column", "mail_suppressions.reason", "enum(''bounce'',''complaint'',''office'') NOT NULL"],
["column", "mail_suppressions.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "media_files.byte_size", "int unsigned NOT NULL"],
["column", "media_files.content", "longblob NOT NULL"],
["column", "media_files.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "media_files.created_by", "bigint unsigned"],
["column", "media_files.id", "bigint unsigned NOT NULL auto_increment"],
["column", "media_files.media_type", "varchar(100) NOT NULL"],
["column", "media_files.sha256", "binary(32) NOT NULL"],
["column", "media_files.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "mentoring_offer_kinds.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "mentoring_offer_kinds.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "mentoring_offer_kinds.kind", "enum(''reference'',''guidance'',''mentorship'') NOT NULL"],
["column", "mentoring_offer_kinds.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "mentoring_offer_kinds.user_id", "bigint unsigned NOT NULL"],
["column", "mentoring_offers.capacity", "tinyint unsigned NOT NULL DEFAULT 2"],
["column", "mentoring_offers.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "mentoring_offers.created_by", "bigint unsigned"],
["column", "mentoring_offers.is_open", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "mentoring_offers.note", "varchar(500)"],
["column", "mentoring_offers.paused_until", "datetime"],
["column", "mentoring_offers.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "mentoring_offers.updated_by", "bigint unsigned"],
["column", "mentoring_offers.user_id", "bigint unsigned NOT NULL"],
["column", "message_attachments.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "message_attachments.file_name", "varchar(255) NOT NULL"],
["column", "message_attachments.id", "bigint unsigned NOT NULL auto_increment"],
["column", "message_attachments.media_file_id", "bigint unsigned NOT NULL"],
["column", "message_attachments.message_id", "bigint unsigned NOT NULL"],
["column", "message_attachments.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "message_removals.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "message_removals.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "message_removals.message_id", "bigint unsigned NOT NULL"],
["column", "message_removals.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "message_removals.user_id", "bigint unsigned NOT NULL"],
["column", "message_settings.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "message_settings.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "message_settings.has_receipts", "tinyint(1) NOT NULL DEFAULT 1"],
["column", "message_settings.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "message_settings.updated_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "message_settings.user_id", "bigint unsigned NOT NULL"],
["column", "message_terms.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "message_terms.message_id", "bigint unsigned NOT NULL"],
["column", "message_terms.term", "varchar(40) NOT NULL"],
["column", "message_terms.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "message_terms.user_id", "bigint unsigned NOT NULL"],
["column", "messages.body", "text NOT NULL"],
["column", "messages.conversation_id", "bigint unsigned NOT NULL"],
["column", "messages.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "messages.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "messages.deleted_at", "datetime"],
["column", "messages.id", "bigint unsigned NOT NULL auto_increment"],
["column", "messages.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "messages.sender_id", "bigint unsigned NOT NULL"],
["column", "messages.sent_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "messages.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "messages.updated_by", "bigint unsigned"],
["column", "notification_actors.actor_id", "bigint unsigned NOT NULL"],
["column", "notification_actors.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "notification_actors.notification_id", "bigint unsigned NOT NULL"],
["column", "notification_actors.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "notification_digests.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "notification_digests.digest", "enum(''daily'',''weekly'') NOT NULL"],
["column", "notification_digests.last_sent_at", "datetime NOT NULL"],
["column", "notification_digests.token", "char(43) COLLATE utf8mb4_bin"],
["column", "notification_digests.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "notification_digests.user_id", "bigint unsigned NOT NULL"],
["column", "notification_kinds.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "notification_kinds.description", "varchar(200) NOT NULL"],
["column", "notification_kinds.is_in_app", "tinyint(1) NOT NULL DEFAULT 1"],
["column", "notification_kinds.is_social", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "notification_kinds.label", "varchar(60) NOT NULL"],
["column", "notification_kinds.mail", "enum(''none'',''at_once'',''daily'',''weekly'') NOT NULL"],
["column", "notification_kinds.name", "varchar(20) NOT NULL"],
["column", "notification_kinds.position", "tinyint unsigned NOT NULL"],
["column", "notification_kinds.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "notification_preferences.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "notification_preferences.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "notification_preferences.is_in_app", "tinyint(1) NOT NULL"],
["column", "notification_preferences.kind", "varchar(20) NOT NULL"],
["column", "notification_preferences.mail", "enum(''none'',''at_once'',''daily'',''weekly'') NOT NULL"],
["column", "notification_preferences.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "notification_preferences.updated_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "notification_preferences.user_id", "bigint unsigned NOT NULL"],
["column", "notifications.actors_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "notifications.cleared_at", "datetime"],
["column", "notifications.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "notifications.data", "json NOT NULL"],
["column", "notifications.digest", "enum(''daily'',''weekly'')"],
["column", "notifications.group_key", "varchar(80) NOT NULL"],
["column", "notifications.happened_at", "datetime(6) NOT NULL"],
["column", "notifications.id", "bigint unsigned NOT NULL auto_increment"],
["column", "notifications.is_in_app", "tinyint(1) NOT NULL DEFAULT 1"],
["column", "notifications.is_listed", "tinyint(1) STORED GENERATED"],
["column", "notifications.is_unread", "tinyint(1) STORED GENERATED"],
["column", "notifications.kind", "varchar(20) NOT NULL"],
["column", "notifications.last_actor_id", "bigint unsigned"],
["column", "notifications.link", "varchar(200) NOT NULL"],
["column", "notifications.open_key", "varchar(80) STORED GENERATED"],
["column", "notifications.read_at", "datetime"],
["column", "notifications.recipient_id", "bigint unsigned NOT NULL"],
["column", "notifications.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "notifications.verb", "varchar(40) NOT NULL"],
["column", "password_reset_tokens.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "password_reset_tokens.expires_at", "datetime NOT NULL"],
["column", "password_reset_tokens.id", "bigint unsigned NOT NULL auto_increment"],
["column", "password_reset_tokens.token_hash", "binary(32) NOT NULL"],
["column", "password_reset_tokens.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "password_reset_tokens.used_at", "datetime"],
["column", "password_reset_tokens.user_id", "bigint unsigned NOT NULL"],
["column", "personal_columns.column_name", "varchar(64) NOT NULL"],
["column", "personal_columns.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "personal_columns.is_exported", "tinyint(1) NOT NULL DEFAULT 1"],
["column", "personal_columns.replacement", "varchar(200)"],
["column", "personal_columns.table_name", "varchar(64) NOT NULL"],
["column", "personal_columns.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "personal_tables.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "personal_tables.erasure", "enum(''delete'',''update'') NOT NULL"],
["column", "personal_tables.name", "varchar(64) NOT NULL"],
["column", "personal_tables.person_condition", "varchar(500) NOT NULL"],
["column", "personal_tables.position", "smallint unsigned NOT NULL"],
["column", "personal_tables.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "post_comments.author_id", "bigint unsigned NOT NULL"],
["column", "post_comments.body", "text NOT NULL"],
["column", "post_comments.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "post_comments.created_by", "bigint unsigned"],
["column", "post_comments.deleted_at", "datetime"],
["column", "post_comments.edited_at", "datetime"],
["column", "post_comments.id", "bigint unsigned NOT NULL auto_increment"],
["column", "post_comments.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "post_comments.likes_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "post_comments.parent_id", "bigint unsigned"],
["column", "post_comments.post_id", "bigint unsigned NOT NULL"],
["column", "post_comments.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "post_comments.updated_by", "bigint unsigned"],
["column", "post_files.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "post_files.file_name", "varchar(255) NOT NULL"],
["column", "post_files.height", "smallint unsigned"],
["column", "post_files.id", "bigint unsigned NOT NULL auto_increment"],
["column", "post_files.kind", "enum(''picture'',''document'') NOT NULL"],
["column", "post_files.media_file_id", "bigint unsigned NOT NULL"],
["column", "post_files.post_id", "bigint unsigned NOT NULL"],
["column", "post_files.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "post_files.width", "smallint unsigned"],
["column", "post_likes.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "post_likes.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "post_likes.post_id", "bigint unsigned NOT NULL"],
["column", "post_likes.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "post_likes.user_id", "bigint unsigned NOT NULL"],
["column", "post_revisions.body", "text NOT NULL"],
["column", "post_revisions.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "post_revisions.created_by", "bigint unsigned"],
["column", "post_revisions.link_url", "varchar(300)"],
["column", "post_revisions.post_id", "bigint unsigned NOT NULL"],
["column", "post_revisions.revision", "int unsigned NOT NULL"],
["column", "post_revisions.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "posts.author_id", "bigint unsigned NOT NULL"],
["column", "posts.body", "text NOT NULL"],
["column", "posts.comments_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "posts.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "posts.created_by", "bigint unsigned"],
["column", "posts.deleted_at", "datetime"],
["column", "posts.edited_at", "datetime"],
["column", "posts.id", "bigint unsigned NOT NULL auto_increment"],
["column", "posts.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "posts.is_pinned", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "posts.is_removed", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "posts.likes_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "posts.link_url", "varchar(300)"],
["column", "posts.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "posts.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "posts.updated_by", "bigint unsigned"],
["column", "posts.visibility", "enum(''all'',''alumni_only'',''students_only'',''followers'') NOT NULL"],
["column", "privacy_fields.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "privacy_fields.default_audience", "enum(''everyone'',''members'',''alumni'',''students_of_my_campus'',''people_i_follow'',''only_me'') NOT NULL"],
["column", "privacy_fields.description", "varchar(200) NOT NULL"],
["column", "privacy_fields.label", "varchar(60) NOT NULL"],
["column", "privacy_fields.name", "enum(''profile'',''photo'',''email'',''phone'',''birth_date'',''work_history'',''achievements'',''cv'',''visits'') NOT NULL"],
["column", "privacy_fields.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "privacy_settings.audience", "enum(''everyone'',''members'',''alumni'',''students_of_my_campus'',''people_i_follow'',''only_me'') NOT NULL"],
["column", "privacy_settings.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "privacy_settings.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "privacy_settings.field", "enum(''profile'',''photo'',''email'',''phone'',''birth_date'',''work_history'',''achievements'',''cv'',''visits'') NOT NULL"],
["column", "privacy_settings.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "privacy_settings.updated_by", "bigint unsigned"],
["column", "privacy_settings.user_id", "bigint unsigned NOT NULL"],
["column", "profile_files.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "profile_files.created_by", "bigint unsigned"],
["column", "profile_files.file_name", "varchar(255)"],
["column", "profile_files.kind", "enum(''photo'',''cover'',''cv'') NOT NULL"],
["column", "profile_files.media_file_id", "bigint unsigned NOT NULL"],
["column", "profile_files.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "profile_files.user_id", "bigint unsigned NOT NULL"],
["column", "profile_files.width", "smallint unsigned NOT NULL"],
["column", "profile_links.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "profile_links.created_by", "bigint unsigned"],
["column", "profile_links.id", "bigint unsigned NOT NULL auto_increment"],
["column", "profile_links.label", "varchar(60) NOT NULL"],
["column", "profile_links.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "profile_links.url", "varchar(300) NOT NULL"],
["column", "profile_links.user_id", "bigint unsigned NOT NULL"],
["column", "profile_views.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "profile_views.profile_user_id", "bigint unsigned NOT NULL"],
["column", "profile_views.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "profile_views.viewed_on", "date NOT NULL"],
["column", "profile_views.viewer_id", "bigint unsigned NOT NULL"],
["column", "reference_goals.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "reference_goals.created_by", "bigint unsigned"],
["column", "reference_goals.id", "bigint unsigned NOT NULL auto_increment"],
["column", "reference_goals.is_done", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "reference_goals.position", "smallint unsigned NOT NULL"],
["column", "reference_goals.request_id", "bigint unsigned NOT NULL"],
["column", "reference_goals.title", "varchar(200) NOT NULL"],
["column", "reference_goals.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "reference_goals.updated_by", "bigint unsigned"],
["column", "reference_request_history.created_at", "datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) DEFAULT_GENERATED"],
["column", "reference_request_history.created_by", "bigint unsigned"],
["column", "reference_request_history.from_status", "enum(''requested'',''accepted'',''declined'',''withdrawn'',''expired'',''completed'',''ended'')"],
["column", "reference_request_history.id", "bigint unsigned NOT NULL auto_increment"],
["column", "reference_request_history.mover", "enum(''requester'',''alumnus'',''clock'') NOT NULL"],
["column", "reference_request_history.note", "varchar(500)"],
["column", "reference_request_history.request_id", "bigint unsigned NOT NULL"],
["column", "reference_request_history.to_status", "enum(''requested'',''accepted'',''declined'',''withdrawn'',''expired'',''completed'',''ended'') NOT NULL"],
["column", "reference_request_history.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "reference_request_moves.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "reference_request_moves.from_status", "enum(''requested'',''accepted'',''declined'',''withdrawn'',''expired'',''completed'',''ended'') NOT NULL"],
["column", "reference_request_moves.mover", "enum(''requester'',''alumnus'',''clock'') NOT NULL"],
["column", "reference_request_moves.to_status", "enum(''requested'',''accepted'',''declined'',''withdrawn'',''expired'',''completed'',''ended'') NOT NULL"],
["column", "reference_request_moves.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "reference_requests.alumnus_id", "bigint unsigned NOT NULL"],
["column", "reference_requests.answer", "varchar(1000)"],
["column", "reference_requests.answered_at", "datetime"],
["column", "reference_requests.company", "varchar(120)"],
["column", "reference_requests.completed_at", "datetime"],
["column", "reference_requests.conversation_id", "bigint unsigned"],
["column", "reference_requests.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "reference_requests.created_by", "bigint unsigned"],
["column", "reference_requests.deleted_at", "datetime"],
["column", "reference_requests.expires_at", "datetime NOT NULL"],
["column", "reference_requests.feedback", "varchar(1000)"],
["column", "reference_requests.id", "bigint unsigned NOT NULL auto_increment"],
["column", "reference_requests.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "reference_requests.kind", "enum(''reference'',''guidance'',''mentorship'') NOT NULL"],
["column", "reference_requests.message", "text NOT NULL"],
["column", "reference_requests.open_alumnus_id", "bigint unsigned STORED GENERATED"],
["column", "reference_requests.position", "varchar(120)"],
["column", "reference_requests.purpose", "varchar(200) NOT NULL"],
["column", "reference_requests.rating", "tinyint unsigned"],
["column", "reference_requests.requester_id", "bigint unsigned NOT NULL"],
["column", "reference_requests.status", "enum(''requested'',''accepted'',''declined'',''withdrawn'',''expired'',''completed'',''ended'') NOT NULL DEFAULT requested"],
["column", "reference_requests.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "reference_requests.updated_by", "bigint unsigned"],
["column", "roles.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "roles.description", "varchar(200) NOT NULL"],
["column", "roles.id", "tinyint unsigned NOT NULL auto_increment"],
["column", "roles.name", "varchar(20) NOT NULL"],
["column", "roles.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "schema_journal.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "schema_journal.fingerprint", "char(64)"],
["column", "schema_journal.is_done", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "schema_journal.migration", "varchar(120) NOT NULL"],
["column", "schema_journal.statement", "mediumtext NOT NULL"],
["column", "schema_journal.statement_number", "smallint unsigned NOT NULL"],
["column", "schema_journal.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "schema_migrations.applied_by", "varchar(300) NOT NULL"],
["column", "schema_migrations.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "schema_migrations.digest", "char(64) NOT NULL"],
["column", "schema_migrations.is_done", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "schema_migrations.kind", "enum(''migration'',''reference'',''roles'') NOT NULL"],
["column", "schema_migrations.name", "varchar(120) NOT NULL"],
["column", "schema_migrations.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "schema_object_versions.action", "enum(''apply'',''rollback'',''drop'') NOT NULL"],
["column", "schema_object_versions.applied_by", "varchar(300) NOT NULL"],
["column", "schema_object_versions.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "schema_object_versions.kind", "enum(''function'',''procedure'',''view'',''trigger'',''event'') NOT NULL"],
["column", "schema_object_versions.name", "varchar(64) NOT NULL"],
["column", "schema_object_versions.source", "mediumtext"],
["column", "schema_object_versions.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "schema_object_versions.version", "int unsigned NOT NULL"],
["column", "schema_objects.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "schema_objects.digest", "char(64)"],
["column", "schema_objects.fingerprint", "char(64)"],
["column", "schema_objects.kind", "enum(''table'',''function'',''procedure'',''view'',''trigger'',''event'') NOT NULL"],
["column", "schema_objects.module", "varchar(40)"],
["column", "schema_objects.name", "varchar(64) NOT NULL"],
["column", "schema_objects.pinned_digest", "char(64)"],
["column", "schema_objects.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "search_rewrites.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "search_rewrites.subject", "enum(''person'',''job'') NOT NULL"],
["column", "search_rewrites.subject_id", "bigint unsigned NOT NULL"],
["column", "search_rewrites.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "settings.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "settings.default_value", "varchar(500)"],
["column", "settings.description", "varchar(300) NOT NULL"],
["column", "settings.kind", "enum(''boolean'',''integer'',''text'',''internal'')"],
["column", "settings.least", "int unsigned"],
["column", "settings.most", "int unsigned"],
["column", "settings.name", "varchar(60) NOT NULL"],
["column", "settings.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "settings.updated_by", "bigint unsigned"],
["column", "settings.value", "varchar(500) NOT NULL"],
["column", "sign_in_attempts.client_address", "varchar(45)"],
["column", "sign_in_attempts.compared_digest", "binary(32)"],
["column", "sign_in_attempts.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "sign_in_attempts.email", "varchar(254) NOT NULL"],
["column", "sign_in_attempts.id", "bigint unsigned NOT NULL auto_increment"],
["column", "sign_in_attempts.outcome", "enum(''pending'',''succeeded'',''failed'') NOT NULL DEFAULT pending"],
["column", "sign_in_attempts.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "sign_in_attempts.user_id", "bigint unsigned"],
["column", "skill_domains.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "skill_domains.created_by", "bigint unsigned"],
["column", "skill_domains.id", "bigint unsigned NOT NULL auto_increment"],
["column", "skill_domains.is_retired", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "skill_domains.name", "varchar(80) NOT NULL"],
["column", "skill_domains.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "skill_domains.updated_by", "bigint unsigned"],
["column", "skills.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "skills.created_by", "bigint unsigned"],
["column", "skills.domain_id", "bigint unsigned NOT NULL"],
["column", "skills.id", "bigint unsigned NOT NULL auto_increment"],
["column", "skills.is_retired", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "skills.name", "varchar(60) NOT NULL"],
["column", "skills.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "skills.updated_by", "bigint unsigned"],
["column", "staff_profiles.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "staff_profiles.created_by", "bigint unsigned"],
["column", "staff_profiles.deleted_at", "datetime"],
["column", "staff_profiles.first_name", "varchar(80) NOT NULL"],
["column", "staff_profiles.id", "bigint unsigned NOT NULL auto_increment"],
["column", "staff_profiles.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "staff_profiles.job_title", "varchar(120)"],
["column", "staff_profiles.last_name", "varchar(80) NOT NULL"],
["column", "staff_profiles.phone", "varchar(40)"],
["column", "staff_profiles.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "staff_profiles.updated_by", "bigint unsigned"],
["column", "staff_profiles.user_id", "bigint unsigned NOT NULL"],
["column", "statistics_cohorts.alumni_count", "int unsigned NOT NULL"],
["column", "statistics_cohorts.campus_id", "bigint unsigned"],
["column", "statistics_cohorts.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "statistics_cohorts.degree_id", "bigint unsigned"],
["column", "statistics_cohorts.generation", "int unsigned NOT NULL"],
["column", "statistics_cohorts.graduation_year", "smallint unsigned"],
["column", "statistics_cohorts.position", "int unsigned NOT NULL"],
["column", "statistics_cohorts.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "statistics_events.attended_count", "int unsigned NOT NULL"],
["column", "statistics_events.cancelled_count", "int unsigned NOT NULL"],
["column", "statistics_events.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "statistics_events.event_id", "bigint unsigned NOT NULL"],
["column", "statistics_events.generation", "int unsigned NOT NULL"],
["column", "statistics_events.no_shows_count", "int unsigned NOT NULL"],
["column", "statistics_events.registrations_count", "int unsigned NOT NULL"],
["column", "statistics_events.starts_at", "datetime NOT NULL"],
["column", "statistics_events.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "statistics_events.waiting_count", "int unsigned NOT NULL"],
["column", "statistics_outcomes.column_position", "smallint unsigned NOT NULL"],
["column", "statistics_outcomes.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "statistics_outcomes.generation", "int unsigned NOT NULL"],
["column", "statistics_outcomes.group_count", "int unsigned"],
["column", "statistics_outcomes.report", "enum(''employment'',''industry'',''company'') NOT NULL"],
["column", "statistics_outcomes.row_label", "varchar(160) NOT NULL"],
["column", "statistics_outcomes.row_position", "smallint unsigned NOT NULL"],
["column", "statistics_outcomes.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "statistics_outcomes.value", "int unsigned"],
["column", "statistics_series.chart", "enum(''accounts'',''graduation_years'',''sign_ups'',''applications'',''skills'',''attendance'',''degrees'') NOT NULL"],
["column", "statistics_series.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "statistics_series.generation", "int unsigned NOT NULL"],
["column", "statistics_series.label", "varchar(200) NOT NULL"],
["column", "statistics_series.position", "smallint unsigned NOT NULL"],
["column", "statistics_series.series", "varchar(160) NOT NULL"],
["column", "statistics_series.series_position", "tinyint unsigned NOT NULL"],
["column", "statistics_series.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "statistics_series.value", "int unsigned NOT NULL"],
["column", "statistics_snapshots.achievements_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.active_members_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.admins_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.alumni_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.applications_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.approvals_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.attended_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.blocked_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.claimed_generation", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.companies_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.content_digest", "binary(32)"],
["column", "statistics_snapshots.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "statistics_snapshots.deletion_requests_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.generation", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.graduation_requests_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.held_events_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.hired_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.id", "tinyint unsigned NOT NULL DEFAULT 1"],
["column", "statistics_snapshots.members_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.mentors_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.new_applications_before_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.new_applications_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.new_jobs_before_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.new_jobs_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.new_members_before_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.new_members_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.no_shows_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.open_jobs_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.refreshed_at", "datetime"],
["column", "statistics_snapshots.refreshing_until", "datetime"],
["column", "statistics_snapshots.rejected_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.students_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.unconfirmed_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.upcoming_events_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.upcoming_registrations_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "statistics_snapshots.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "student_profiles.bio", "text"],
["column", "student_profiles.campus_id", "bigint unsigned"],
["column", "student_profiles.cgpa", "decimal(3,2)"],
["column", "student_profiles.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "student_profiles.created_by", "bigint unsigned"],
["column", "student_profiles.current_semester", "tinyint unsigned"],
["column", "student_profiles.date_of_birth", "date"],
["column", "student_profiles.degree_id", "bigint unsigned"],
["column", "student_profiles.deleted_at", "datetime"],
["column", "student_profiles.expected_graduation_year", "smallint unsigned"],
["column", "student_profiles.first_name", "varchar(80) NOT NULL"],
["column", "student_profiles.gender", "enum(''female'',''male'',''other'',''undisclosed'') NOT NULL DEFAULT undisclosed"],
["column", "student_profiles.id", "bigint unsigned NOT NULL auto_increment"],
["column", "student_profiles.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "student_profiles.last_name", "varchar(80) NOT NULL"],
["column", "student_profiles.linkedin_url", "varchar(300)"],
["column", "student_profiles.nationality", "varchar(80)"],
["column", "student_profiles.phone", "varchar(40)"],
["column", "student_profiles.student_number", "varchar(40)"],
["column", "student_profiles.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "student_profiles.updated_by", "bigint unsigned"],
["column", "student_profiles.user_id", "bigint unsigned NOT NULL"],
["column", "student_profiles.views_count", "int unsigned NOT NULL DEFAULT 0"],
["column", "student_profiles.website_url", "varchar(300)"],
["column", "student_projects.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "student_projects.created_by", "bigint unsigned"],
["column", "student_projects.description", "text"],
["column", "student_projects.id", "bigint unsigned NOT NULL auto_increment"],
["column", "student_projects.student_profile_id", "bigint unsigned NOT NULL"],
["column", "student_projects.title", "varchar(160) NOT NULL"],
["column", "student_projects.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "student_projects.updated_by", "bigint unsigned"],
["column", "student_projects.url", "varchar(300)"],
["column", "student_skills.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "student_skills.created_by", "bigint unsigned"],
["column", "student_skills.proficiency_level", "enum(''beginner'',''intermediate'',''advanced'',''expert'') NOT NULL DEFAULT intermediate"],
["column", "student_skills.skill_id", "bigint unsigned NOT NULL"],
["column", "student_skills.student_profile_id", "bigint unsigned NOT NULL"],
["column", "student_skills.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "suggestion_weights.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "suggestion_weights.label", "varchar(60) NOT NULL"],
["column", "suggestion_weights.most_count", "tinyint unsigned NOT NULL"],
["column", "suggestion_weights.name", "enum(''skill'',''degree'',''company'',''industry'',''campus'',''place'') NOT NULL"],
["column", "suggestion_weights.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "suggestion_weights.weight", "tinyint unsigned NOT NULL"],
["column", "throttles.attempts_count", "smallint unsigned NOT NULL"],
["column", "throttles.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "throttles.kind", "enum(''sign_in'',''register'',''recover'',''confirm'',''contact'',''feedback'',''report'',''message'',''post'',''request'',''comment'',''reference'') NOT NULL"],
["column", "throttles.scope", "enum(''account'',''address'') NOT NULL"],
["column", "throttles.subject", "varchar(254) NOT NULL"],
["column", "throttles.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "throttles.window_ends_at", "datetime NOT NULL"],
["column", "unsubscribe_tokens.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "unsubscribe_tokens.kind", "varchar(20) NOT NULL"],
["column", "unsubscribe_tokens.token", "char(43) NOT NULL COLLATE utf8mb4_bin"],
["column", "unsubscribe_tokens.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "unsubscribe_tokens.user_id", "bigint unsigned NOT NULL"],
["column", "user_blocks.blocked_id", "bigint unsigned NOT NULL"],
["column", "user_blocks.blocker_id", "bigint unsigned NOT NULL"],
["column", "user_blocks.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "user_blocks.created_by", "bigint unsigned VIRTUAL GENERATED"],
["column", "user_blocks.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "user_sessions.client_address", "varchar(45)"],
["column", "user_sessions.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "user_sessions.expires_at", "datetime NOT NULL"],
["column", "user_sessions.id", "bigint unsigned NOT NULL auto_increment"],
["column", "user_sessions.idle_expires_at", "datetime NOT NULL"],
["column", "user_sessions.is_remembered", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "user_sessions.last_seen_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "user_sessions.revoked_at", "datetime"],
["column", "user_sessions.token_hash", "binary(32) NOT NULL"],
["column", "user_sessions.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "user_sessions.user_agent", "varchar(255)"],
["column", "user_sessions.user_id", "bigint unsigned NOT NULL"],
["column", "users.approved_at", "datetime"],
["column", "users.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "users.created_by", "bigint unsigned"],
["column", "users.deleted_at", "datetime"],
["column", "users.email", "varchar(254) NOT NULL"],
["column", "users.email_verified_at", "datetime"],
["column", "users.erased_at", "datetime"],
["column", "users.id", "bigint unsigned NOT NULL auto_increment"],
["column", "users.is_deleted", "tinyint(1) NOT NULL DEFAULT 0"],
["column", "users.last_signed_in_at", "datetime"],
["column", "users.password_hash", "varchar(255) NOT NULL"],
["column", "users.role_id", "tinyint unsigned NOT NULL"],
["column", "users.state", "varchar(10) VIRTUAL GENERATED"],
["column", "users.status", "enum(''pending'',''active'',''rejected'',''blocked'') NOT NULL DEFAULT pending"],
["column", "users.status_reason", "varchar(500)"],
["column", "users.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "users.updated_by", "bigint unsigned"],
["column", "verification_files.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "verification_files.created_by", "bigint unsigned"],
["column", "verification_files.media_file_id", "bigint unsigned NOT NULL"],
["column", "verification_files.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "verification_files.verification_id", "bigint unsigned NOT NULL"],
["column", "verification_queue.created_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED"],
["column", "verification_queue.created_by", "bigint unsigned"],
["column", "verification_queue.decided_at", "datetime"],
["column", "verification_queue.decided_by", "bigint unsigned"],
["column", "verification_queue.decided_reason", "varchar(1000)"],
["column", "verification_queue.files_removed_at", "datetime"],
["column", "verification_queue.id", "bigint unsigned NOT NULL auto_increment"],
["column", "verification_queue.is_open", "tinyint(1) STORED GENERATED"],
["column", "verification_queue.kind", "enum(''alumni_status'',''student_status'',''degree'',''identity'') NOT NULL"],
["column", "verification_queue.note", "varchar(1000)"],
["column", "verification_queue.revision", "int unsigned NOT NULL DEFAULT 1"],
["column", "verification_queue.status", "enum(''pending'',''needs_more'',''approved'',''rejected'',''withdrawn'') NOT NULL DEFAULT pending"],
["column", "verification_queue.submitted_documents", "json NOT NULL"],
["column", "verification_queue.updated_at", "datetime NOT NULL DEFAULT CURRENT_TIMESTAMP DEFAULT_GENERATED on update CURRENT_TIMESTAMP"],
["column", "verification_queue.updated_by", "bigint unsigned"],
["column", "verification_queue.user_id", "bigint unsigned NOT NULL"],
["foreign key", "about_feature_cards.fk_about_feature_cards_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "about_feature_cards.fk_about_feature_cards_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "about_page.fk_about_page_published_revision_id", "(published_revision_id) REFERENCES about_page_revisions (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "about_page.fk_about_page_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "about_page_revisions.fk_about_page_revisions_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "about_page_revisions.fk_about_page_revisions_restored_from_id", "(restored_from_id) REFERENCES about_page_revisions (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "about_quick_links.fk_about_quick_links_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "about_quick_links.fk_about_quick_links_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "about_sections.fk_about_sections_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "about_sections.fk_about_sections_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "account_terms.fk_account_terms_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "account_tokens.fk_account_tokens_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "admin_activity_log.fk_admin_activity_log_actor_id", "(actor_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "alumni_achievements.fk_alumni_achievements_alumni_profile_id", "(alumni_profile_id) REFERENCES alumni_profiles (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "alumni_achievements.fk_alumni_achievements_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_achievements.fk_alumni_achievements_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_achievements.fk_alumni_achievements_verified_by", "(verified_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_degrees.fk_alumni_degrees_alumni_profile_id", "(alumni_profile_id) REFERENCES alumni_profiles (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "alumni_degrees.fk_alumni_degrees_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_degrees.fk_alumni_degrees_degree_id", "(degree_id) REFERENCES degrees (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "alumni_degrees.fk_alumni_degrees_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_engagement_history.fk_alumni_engagement_history_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_engagement_history.fk_alumni_engagement_history_engagement_id", "(engagement_id) REFERENCES alumni_engagements (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "alumni_engagement_history.fk_alumni_engagement_history_move", "(from_status, to_status, mover) REFERENCES alumni_engagement_moves (from_status, to_status, mover) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "alumni_engagements.fk_alumni_engagements_alumni_id", "(alumni_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "alumni_engagements.fk_alumni_engagements_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_engagements.fk_alumni_engagements_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_profiles.fk_alumni_profiles_campus_id", "(campus_id) REFERENCES campuses (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "alumni_profiles.fk_alumni_profiles_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_profiles.fk_alumni_profiles_degree_id", "(degree_id) REFERENCES degrees (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "alumni_profiles.fk_alumni_profiles_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_profiles.fk_alumni_profiles_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "alumni_skills.fk_alumni_skills_alumni_profile_id", "(alumni_profile_id) REFERENCES alumni_profiles (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "alumni_skills.fk_alumni_skills_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_skills.fk_alumni_skills_skill_id", "(skill_id) REFERENCES skills (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "alumni_work_history.fk_alumni_work_history_alumni_profile_id", "(alumni_profile_id) REFERENCES alumni_profiles (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "alumni_work_history.fk_alumni_work_history_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "alumni_work_history.fk_alumni_work_history_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "announcement_pins.fk_announcement_pins_announcement_id", "(announcement_id) REFERENCES announcements (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "announcement_pins.fk_announcement_pins_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "announcement_reads.fk_announcement_reads_announcement_id", "(announcement_id) REFERENCES announcements (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "announcement_reads.fk_announcement_reads_reader_id", "(reader_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "announcements.fk_announcements_author_id", "(author_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "announcements.fk_announcements_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "announcements.fk_announcements_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "audit_pending.fk_audit_pending_log_id", "(log_id) REFERENCES admin_activity_log (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "audit_seals.fk_audit_seals_log_id", "(log_id) REFERENCES admin_activity_log (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "calendar_feeds.fk_calendar_feeds_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "campuses.fk_campuses_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "campuses.fk_campuses_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "comment_likes.fk_comment_likes_comment_id", "(comment_id) REFERENCES post_comments (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "comment_likes.fk_comment_likes_user_id", "(user_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "contact_messages.fk_contact_messages_assignee_id", "(assignee_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "contact_messages.fk_contact_messages_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "contact_messages.fk_contact_messages_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "contact_messages.fk_contact_messages_user_id", "(user_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "content_reports.fk_content_reports_author_id", "(author_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "content_reports.fk_content_reports_reporter_id", "(reporter_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "content_reports.fk_content_reports_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "conversation_participants.fk_conversation_participants_conversation_id", "(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "conversation_participants.fk_conversation_participants_other_id", "(other_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "conversation_participants.fk_conversation_participants_user_id", "(user_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "conversations.fk_conversations_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "conversations.fk_conversations_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "conversations.fk_conversations_user_one_id", "(user_one_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "conversations.fk_conversations_user_two_id", "(user_two_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "degrees.fk_degrees_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "degrees.fk_degrees_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "directory_entries.fk_directory_entries_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "directory_facets.fk_directory_facets_user_id", "(user_id) REFERENCES directory_entries (user_id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "directory_terms.fk_directory_terms_user_id", "(user_id) REFERENCES directory_entries (user_id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "email_verification_tokens.fk_email_verification_tokens_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "event_helpers.fk_event_helpers_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "event_helpers.fk_event_helpers_event_id", "(event_id) REFERENCES events (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "event_helpers.fk_event_helpers_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "event_registration_history.fk_event_registration_history_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "event_registration_history.fk_event_registration_history_event_registration_id", "(event_registration_id) REFERENCES event_registrations (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "event_registrations.fk_event_registrations_checked_in_by", "(checked_in_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "event_registrations.fk_event_registrations_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "event_registrations.fk_event_registrations_event_id", "(event_id) REFERENCES events (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "event_registrations.fk_event_registrations_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "event_registrations.fk_event_registrations_user_id", "(user_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "event_reminders.fk_event_reminders_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "event_reminders.fk_event_reminders_event_id", "(event_id) REFERENCES events (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "event_speakers.fk_event_speakers_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "event_speakers.fk_event_speakers_event_id", "(event_id) REFERENCES events (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "event_speakers.fk_event_speakers_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "event_speakers.fk_event_speakers_user_id", "(user_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "events.fk_events_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "events.fk_events_creator_id", "(creator_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "events.fk_events_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "feedback.fk_feedback_assignee_id", "(assignee_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "feedback.fk_feedback_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "feedback.fk_feedback_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "feedback.fk_feedback_user_id", "(user_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "follows.fk_follows_followed_id", "(followed_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "follows.fk_follows_follower_id", "(follower_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "former_names.fk_former_names_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "former_names.fk_former_names_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "graduation_requests.fk_graduation_requests_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "graduation_requests.fk_graduation_requests_degree_id", "(degree_id) REFERENCES degrees (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "graduation_requests.fk_graduation_requests_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "graduation_requests.fk_graduation_requests_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "idempotency_keys.fk_idempotency_keys_actor_id", "(actor_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "inbox_entries.fk_inbox_entries_contact_message_id", "(contact_message_id) REFERENCES contact_messages (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "inbox_entries.fk_inbox_entries_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "inbox_entries.fk_inbox_entries_feedback_id", "(feedback_id) REFERENCES feedback (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "institution_info.fk_institution_info_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "job_application_history.fk_job_application_history_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "job_application_history.fk_job_application_history_job_application_id", "(job_application_id) REFERENCES job_applications (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "job_application_history.fk_job_application_history_move", "(from_status, to_status) REFERENCES job_application_moves (from_status, to_status) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "job_applications.fk_job_applications_applicant_id", "(applicant_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "job_applications.fk_job_applications_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "job_applications.fk_job_applications_cv_upload", "(cv_upload) REFERENCES media_files (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "job_applications.fk_job_applications_job_posting_id", "(job_posting_id) REFERENCES job_postings (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "job_applications.fk_job_applications_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "job_posting_skills.fk_job_posting_skills_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "job_posting_skills.fk_job_posting_skills_job_posting_id", "(job_posting_id) REFERENCES job_postings (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "job_posting_skills.fk_job_posting_skills_skill_id", "(skill_id) REFERENCES skills (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "job_postings.fk_job_postings_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "job_postings.fk_job_postings_poster_id", "(poster_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "job_postings.fk_job_postings_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "job_terms.fk_job_terms_job_posting_id", "(job_posting_id) REFERENCES job_postings (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "job_views.fk_job_views_job_posting_id", "(job_posting_id) REFERENCES job_postings (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "job_views.fk_job_views_viewer_id", "(viewer_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "live_events.fk_live_events_recipient_id", "(recipient_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "live_streams.fk_live_streams_recipient_id", "(recipient_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "mail_outbox.fk_mail_outbox_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "mail_outbox.fk_mail_outbox_recipient_id", "(recipient_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "mail_suppressions.fk_mail_suppressions_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "media_files.fk_media_files_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "mentoring_offer_kinds.fk_mentoring_offer_kinds_user_id", "(user_id) REFERENCES mentoring_offers (user_id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "mentoring_offers.fk_mentoring_offers_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "mentoring_offers.fk_mentoring_offers_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "mentoring_offers.fk_mentoring_offers_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "message_attachments.fk_message_attachments_media_file_id", "(media_file_id) REFERENCES media_files (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "message_attachments.fk_message_attachments_message_id", "(message_id) REFERENCES messages (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "message_removals.fk_message_removals_message_id", "(message_id) REFERENCES messages (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "message_removals.fk_message_removals_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "message_settings.fk_message_settings_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "message_terms.fk_message_terms_message_id", "(message_id) REFERENCES messages (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "message_terms.fk_message_terms_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "messages.fk_messages_conversation_id", "(conversation_id) REFERENCES conversations (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "messages.fk_messages_sender_id", "(sender_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "messages.fk_messages_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "notification_actors.fk_notification_actors_actor_id", "(actor_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "notification_actors.fk_notification_actors_notification_id", "(notification_id) REFERENCES notifications (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "notification_digests.fk_notification_digests_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "notification_preferences.fk_notification_preferences_kind", "(kind) REFERENCES notification_kinds (name) ON DELETE CASCADE ON UPDATE CASCADE"],
["foreign key", "notification_preferences.fk_notification_preferences_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "notifications.fk_notifications_kind", "(kind) REFERENCES notification_kinds (name) ON DELETE RESTRICT ON UPDATE CASCADE"],
["foreign key", "notifications.fk_notifications_last_actor_id", "(last_actor_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "notifications.fk_notifications_recipient_id", "(recipient_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "password_reset_tokens.fk_password_reset_tokens_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "personal_columns.fk_personal_columns_table_name", "(table_name) REFERENCES personal_tables (name) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "post_comments.fk_post_comments_author_id", "(author_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "post_comments.fk_post_comments_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "post_comments.fk_post_comments_parent_id", "(parent_id, post_id) REFERENCES post_comments (id, post_id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "post_comments.fk_post_comments_post_id", "(post_id) REFERENCES posts (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "post_comments.fk_post_comments_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "post_files.fk_post_files_media_file_id", "(media_file_id) REFERENCES media_files (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "post_files.fk_post_files_post_id", "(post_id) REFERENCES posts (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "post_likes.fk_post_likes_post_id", "(post_id) REFERENCES posts (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "post_likes.fk_post_likes_user_id", "(user_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "post_revisions.fk_post_revisions_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "post_revisions.fk_post_revisions_post_id", "(post_id) REFERENCES posts (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "posts.fk_posts_author_id", "(author_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "posts.fk_posts_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "posts.fk_posts_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "privacy_settings.fk_privacy_settings_field", "(field) REFERENCES privacy_fields (name) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "privacy_settings.fk_privacy_settings_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "privacy_settings.fk_privacy_settings_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "profile_files.fk_profile_files_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "profile_files.fk_profile_files_media_file_id", "(media_file_id) REFERENCES media_files (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "profile_files.fk_profile_files_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "profile_links.fk_profile_links_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "profile_links.fk_profile_links_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "profile_views.fk_profile_views_profile_user_id", "(profile_user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "profile_views.fk_profile_views_viewer_id", "(viewer_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "reference_goals.fk_reference_goals_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "reference_goals.fk_reference_goals_request_id", "(request_id) REFERENCES reference_requests (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "reference_goals.fk_reference_goals_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "reference_request_history.fk_reference_request_history_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "reference_request_history.fk_reference_request_history_move", "(from_status, to_status, mover) REFERENCES reference_request_moves (from_status, to_status, mover) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "reference_request_history.fk_reference_request_history_request_id", "(request_id) REFERENCES reference_requests (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "reference_requests.fk_reference_requests_alumnus_id", "(alumnus_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "reference_requests.fk_reference_requests_conversation_id", "(conversation_id) REFERENCES conversations (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "reference_requests.fk_reference_requests_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "reference_requests.fk_reference_requests_requester_id", "(requester_id) REFERENCES users (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "reference_requests.fk_reference_requests_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "settings.fk_settings_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "sign_in_attempts.fk_sign_in_attempts_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "skill_domains.fk_skill_domains_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "skill_domains.fk_skill_domains_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "skills.fk_skills_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "skills.fk_skills_domain_id", "(domain_id) REFERENCES skill_domains (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "skills.fk_skills_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "staff_profiles.fk_staff_profiles_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "staff_profiles.fk_staff_profiles_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "staff_profiles.fk_staff_profiles_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "statistics_cohorts.fk_statistics_cohorts_campus_id", "(campus_id) REFERENCES campuses (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "statistics_cohorts.fk_statistics_cohorts_degree_id", "(degree_id) REFERENCES degrees (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "statistics_events.fk_statistics_events_event_id", "(event_id) REFERENCES events (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "student_profiles.fk_student_profiles_campus_id", "(campus_id) REFERENCES campuses (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "student_profiles.fk_student_profiles_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "student_profiles.fk_student_profiles_degree_id", "(degree_id) REFERENCES degrees (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "student_profiles.fk_student_profiles_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "student_profiles.fk_student_profiles_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "student_projects.fk_student_projects_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "student_projects.fk_student_projects_student_profile_id", "(student_profile_id) REFERENCES student_profiles (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "student_projects.fk_student_projects_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "student_skills.fk_student_skills_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "student_skills.fk_student_skills_skill_id", "(skill_id) REFERENCES skills (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "student_skills.fk_student_skills_student_profile_id", "(student_profile_id) REFERENCES student_profiles (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "unsubscribe_tokens.fk_unsubscribe_tokens_kind", "(kind) REFERENCES notification_kinds (name) ON DELETE CASCADE ON UPDATE CASCADE"],
["foreign key", "unsubscribe_tokens.fk_unsubscribe_tokens_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "user_blocks.fk_user_blocks_blocked_id", "(blocked_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "user_blocks.fk_user_blocks_blocker_id", "(blocker_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "user_sessions.fk_user_sessions_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "users.fk_users_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "users.fk_users_role_id", "(role_id) REFERENCES roles (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "users.fk_users_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "verification_files.fk_verification_files_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "verification_files.fk_verification_files_media_file_id", "(media_file_id) REFERENCES media_files (id) ON DELETE RESTRICT ON UPDATE NO ACTION"],
["foreign key", "verification_files.fk_verification_files_verification_id", "(verification_id) REFERENCES verification_queue (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["foreign key", "verification_queue.fk_verification_queue_created_by", "(created_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "verification_queue.fk_verification_queue_decided_by", "(decided_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "verification_queue.fk_verification_queue_updated_by", "(updated_by) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION"],
["foreign key", "verification_queue.fk_verification_queue_user_id", "(user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION"],
["generated column", "announcement_reads.created_by", "ffb9767cf5cad7c0"],
["generated column", "announcements.is_listed", "cf62ee2fa8e563b1"],
["generated column", "announcements.is_mail_due", "a3cbd577f3e1bd75"],
["generated column", "announcements.is_waiting", "6d04516d67382125"],
["generated column", "comment_likes.created_by", "b8958e7b0b2194a8"],
["generated column", "contact_messages.folder", "4129323e530f4079"],
["generated column", "content_reports.created_by", "0650cf885fa1bc82"],
["generated column", "conversation_participants.is_unread", "1de1c6fa977bff93"],
["generated column", "event_registrations.seats_count", "575fb1ba0a54176c"],
["generated column", "events.closes_at", "0d6d2f7a33fa6f22"],
["generated column", "events.is_listed", "c2fd091cf0fd7abf"],
["generated column", "feedback.folder", "4129323e530f4079"],
["generated column", "follows.created_by", "06b0b1487b36e89d"],
["generated column", "graduation_requests.is_pending", "a2ccf2ca4d37d7e5"],
["generated column", "job_applications.applied_at", "d5ba5dfe04d25a76"],
["generated column", "job_applications.is_counted", "1f9fca78d061d844"],
["generated column", "job_postings.closes_at", "6f096d2f6de4a90c"],
["generated column", "job_postings.is_listed", "dcbaba7ba158c9d8"],
["generated column", "job_postings.salary_yearly_max", "41cbfa53c6c32fee"],
["generated column", "mentoring_offer_kinds.created_by", "b8958e7b0b2194a8"],
["generated column", "message_removals.created_by", "b8958e7b0b2194a8"],
["generated column", "message_settings.created_by", "b8958e7b0b2194a8"],
["generated column", "message_settings.updated_by", "b8958e7b0b2194a8"],
["generated column", "messages.created_by", "f68f3968017ea97c"],
["generated column", "notification_preferences.created_by", "b8958e7b0b2194a8"],
["generated column", "notification_preferences.updated_by", "b8958e7b0b2194a8"],
["generated column", "notifications.is_listed", "0fb2f1b846a77ffd"],
["generated column", "notifications.is_unread", "1cffd39473926ce3"],
["generated column", "notifications.open_key", "cfcd9a0ee2d9132f"],
["generated column", "post_likes.created_by", "b8958e7b0b2194a8"],
["generated column", "privacy_settings.created_by", "b8958e7b0b2194a8"],
["generated column", "reference_requests.open_alumnus_id", "92ffa860833c0bbd"],
["generated column", "user_blocks.created_by", "be7947af9fac3d63"],
["generated column", "users.state", "6045e7e6836dc324"],
["generated column", "verification_queue.is_open", "bd7930562c05cfa0"],
["index", "about_feature_cards.PRIMARY", "UNIQUE BTREE (id)"],
["index", "about_feature_cards.ix_about_feature_cards_created_by", "BTREE (created_by)"],
["index", "about_feature_cards.ix_about_feature_cards_position", "BTREE (position)"],
["index", "about_feature_cards.ix_about_feature_cards_updated_by", "BTREE (updated_by)"],
["index", "about_page.PRIMARY", "UNIQUE BTREE (id)"],
["index", "about_page.ix_about_page_published_revision_id", "BTREE (published_revision_id)"],
["index", "about_page.ix_about_page_updated_by", "BTREE (updated_by)"],
["index", "about_page_revisions.PRIMARY", "UNIQUE BTREE (id)"],
["index", "about_page_revisions.ix_about_page_revisions_created_by", "BTREE (created_by)"],
["index", "about_page_revisions.ix_about_page_revisions_restored_from_id", "BTREE (restored_from_id)"],
["index", "about_page_revisions.uq_about_page_revisions_number", "UNIQUE BTREE (number)"],
["index", "about_quick_links.PRIMARY", "UNIQUE BTREE (id)"],
["index", "about_quick_links.ix_about_quick_links_created_by", "BTREE (created_by)"],
["index", "about_quick_links.ix_about_quick_links_position", "BTREE (position)"],
["index", "about_quick_links.ix_about_quick_links_updated_by", "BTREE (updated_by)"],
["index", "about_sections.PRIMARY", "UNIQUE BTREE (id)"],
["index", "about_sections.ix_about_sections_created_by", "BTREE (created_by)"],
["index", "about_sections.ix_about_sections_position", "BTREE (position)"],
["index", "about_sections.ix_about_sections_updated_by", "BTREE (updated_by)"],
["index", "account_terms.PRIMARY", "UNIQUE BTREE (user_id, term)"],
["index", "account_terms.ix_account_terms_term_user_id", "BTREE (term, user_id)"],
["index", "account_tokens.PRIMARY", "UNIQUE BTREE (id)"],
["index", "account_tokens.ix_account_tokens_expires_at", "BTREE (expires_at)"],
["index", "account_tokens.ix_account_tokens_user_id_purpose", "BTREE (user_id, purpose)"],
["index", "account_tokens.uq_account_tokens_token_hash", "UNIQUE BTREE (token_hash)"],
["index", "admin_activity_log.PRIMARY", "UNIQUE BTREE (id)"],
["index", "admin_activity_log.ix_admin_activity_log_action_id", "BTREE (action, id)"],
["index", "admin_activity_log.ix_admin_activity_log_actor_id_id", "BTREE (actor_id, id)"],
["index", "admin_activity_log.ix_admin_activity_log_created_at_id", "BTREE (created_at, id)"],
["index", "admin_activity_log.ix_admin_activity_log_subject", "BTREE (subject_table, subject_id, id)"],
["index", "admin_activity_log.ix_admin_activity_log_subject_table_id", "BTREE (subject_table, id)"],
["index", "alumni_achievements.PRIMARY", "UNIQUE BTREE (id)"],
["index", "alumni_achievements.ix_alumni_achievements_alumni_profile_id", "BTREE (alumni_profile_id)"],
["index", "alumni_achievements.ix_alumni_achievements_created_by", "BTREE (created_by)"],
["index", "alumni_achievements.ix_alumni_achievements_updated_by", "BTREE (updated_by)"],
["index", "alumni_achievements.ix_alumni_achievements_verified_at", "BTREE (verified_at, id)"],
["index", "alumni_achievements.ix_alumni_achievements_verified_by", "BTREE (verified_by)"],
["index", "alumni_degrees.PRIMARY", "UNIQUE BTREE (id)"],
["index", "alumni_degrees.ix_alumni_degrees_alumni_profile_id", "BTREE (alumni_profile_id)"],
["index", "alumni_degrees.ix_alumni_degrees_created_by", "BTREE (created_by)"],
["index", "alumni_degrees.ix_alumni_degrees_degree_id", "BTREE (degree_id)"],
["index", "alumni_degrees.ix_alumni_degrees_updated_by", "BTREE (updated_by)"],
["index", "alumni_engagement_history.PRIMARY", "UNIQUE BTREE (id)"],
["index", "alumni_engagement_history.ix_alumni_engagement_history_created_by", "BTREE (created_by)"],
["index", "alumni_engagement_history.ix_alumni_engagement_history_engagement_id_id", "BTREE (engagement_id, id)"],
["index", "alumni_engagement_history.ix_alumni_engagement_history_move", "BTREE (from_status, to_status, mover)"],
["index", "alumni_engagement_moves.PRIMARY", "UNIQUE BTREE (from_status, to_status, mover)"],
["index", "alumni_engagements.PRIMARY", "UNIQUE BTREE (id)"],
["index", "alumni_engagements.ix_alumni_engagements_alumni_id_is_deleted_id", "BTREE (alumni_id, is_deleted, id)"],
["index", "alumni_engagements.ix_alumni_engagements_alumni_id_is_deleted_status_start_date", "BTREE (alumni_id, is_deleted, status, start_date)"],
["index", "alumni_engagements.ix_alumni_engagements_created_by", "BTREE (created_by)"],
["index", "alumni_engagements.ix_alumni_engagements_is_deleted_id", "BTREE (is_deleted, id)"],
["index", "alumni_engagements.ix_alumni_engagements_is_deleted_kind_id", "BTREE (is_deleted, kind, id)"],
["index", "alumni_engagements.ix_alumni_engagements_is_deleted_status_id", "BTREE (is_deleted, status, id)"],
["index", "alumni_engagements.ix_alumni_engagements_is_deleted_status_kind_id", "BTREE (is_deleted, status, kind, id)"],
["index", "alumni_engagements.ix_alumni_engagements_updated_by", "BTREE (updated_by)"],
["index", "alumni_profiles.PRIMARY", "UNIQUE BTREE (id)"],
["index", "alumni_profiles.ft_alumni_profiles_text", "FULLTEXT (first_name, last_name, current_job_title, current_company, bio)"],
["index", "alumni_profiles.ix_alumni_profiles_campus_id", "BTREE (campus_id)"],
["index", "alumni_profiles.ix_alumni_profiles_created_by", "BTREE (created_by)"],
["index", "alumni_profiles.ix_alumni_profiles_current_company", "BTREE (current_company, user_id)"],
["index", "alumni_profiles.ix_alumni_profiles_degree_id_graduation_year", "BTREE (degree_id, graduation_year)"],
["index", "alumni_profiles.ix_alumni_profiles_industry", "BTREE (industry, user_id)"],
["index", "alumni_profiles.ix_alumni_profiles_updated_by", "BTREE (updated_by)"],
["index", "alumni_profiles.uq_alumni_profiles_student_number", "UNIQUE BTREE (student_number)"],
["index", "alumni_profiles.uq_alumni_profiles_user_id", "UNIQUE BTREE (user_id)"],
["index", "alumni_skills.PRIMARY", "UNIQUE BTREE (alumni_profile_id, skill_id)"],
["index", "alumni_skills.ix_alumni_skills_created_by", "BTREE (created_by)"],
["index", "alumni_skills.ix_alumni_skills_skill_id_proficiency_level", "BTREE (skill_id, proficiency_level, alumni_profile_id)"],
["index", "alumni_work_history.PRIMARY", "UNIQUE BTREE (id)"],
["index", "alumni_work_history.ix_alumni_work_history_alumni_profile_id", "BTREE (alumni_profile_id)"],
["index", "alumni_work_history.ix_alumni_work_history_created_by", "BTREE (created_by)"],
["index", "alumni_work_history.ix_alumni_work_history_updated_by", "BTREE (updated_by)"],
["index", "announcement_pins.PRIMARY", "UNIQUE BTREE (position)"],
["index", "announcement_pins.ix_announcement_pins_updated_by", "BTREE (updated_by)"],
["index", "announcement_pins.uq_announcement_pins_announcement_id", "UNIQUE BTREE (announcement_id)"],
["index", "announcement_reads.PRIMARY", "UNIQUE BTREE (reader_id, announcement_id)"],
["index", "announcement_reads.ix_announcement_reads_announcement_id", "BTREE (announcement_id)"],
["index", "announcements.PRIMARY", "UNIQUE BTREE (id)"],
["index", "announcements.ix_announcements_author_id_id", "BTREE (author_id, id)"],
["index", "announcements.ix_announcements_created_by", "BTREE (created_by)"],
["index", "announcements.ix_announcements_is_deleted_id", "BTREE (is_deleted, id)"],
["index", "announcements.ix_announcements_is_listed_expires_at", "BTREE (is_listed, expires_at)"],
["index", "announcements.ix_announcements_is_mail_due_publish_at", "BTREE (is_mail_due, publish_at)"],
["index", "announcements.ix_announcements_is_waiting_id", "BTREE (is_waiting, id)"],
["index", "announcements.ix_announcements_listed", "BTREE (is_listed, target_audience, publish_at, id)"],
["index", "announcements.ix_announcements_updated_by", "BTREE (updated_by)"],
["index", "audit_heads.PRIMARY", "UNIQUE BTREE (id)"],
["index", "audit_pending.PRIMARY", "UNIQUE BTREE (log_id)"],
["index", "audit_seals.PRIMARY", "UNIQUE BTREE (position)"],
["index", "audit_seals.uq_audit_seals_log_id", "UNIQUE BTREE (log_id)"],
["index", "calendar_feeds.PRIMARY", "UNIQUE BTREE (user_id)"],
["index", "calendar_feeds.uq_calendar_feeds_token_hash", "UNIQUE BTREE (token_hash)"],
["index", "campuses.PRIMARY", "UNIQUE BTREE (id)"],
["index", "campuses.ix_campuses_created_by", "BTREE (created_by)"],
["index", "campuses.ix_campuses_updated_by", "BTREE (updated_by)"],
["index", "campuses.uq_campuses_name", "UNIQUE BTREE (name)"],
["index", "comment_likes.PRIMARY", "UNIQUE BTREE (comment_id, user_id)"],
["index", "comment_likes.ix_comment_likes_user_id", "BTREE (user_id)"],
["index", "contact_messages.PRIMARY", "UNIQUE BTREE (id)"],
["index", "contact_messages.ix_contact_messages_assignee_id", "BTREE (assignee_id)"],
["index", "contact_messages.ix_contact_messages_created_by", "BTREE (created_by)"],
["index", "contact_messages.ix_contact_messages_email", "BTREE (email)"],
["index", "contact_messages.ix_contact_messages_folder_created_at_id", "BTREE (folder, created_at, id)"],
["index", "contact_messages.ix_contact_messages_updated_by", "BTREE (updated_by)"],
["index", "contact_messages.ix_contact_messages_user_id", "BTREE (user_id)"],
["index", "contact_messages.uq_contact_messages_form_digest", "UNIQUE BTREE (form_digest)"],
["index", "content_reports.PRIMARY", "UNIQUE BTREE (id)"],
["index", "content_reports.ix_content_reports_author_id", "BTREE (author_id)"],
["index", "content_reports.ix_content_reports_reporter_id", "BTREE (reporter_id, id)"],
["index", "content_reports.ix_content_reports_status_id", "BTREE (status, id)"],
["index", "content_reports.ix_content_reports_updated_by", "BTREE (updated_by)"],
["index", "content_reports.uq_content_reports_subject", "UNIQUE BTREE (subject, subject_id, reporter_id)"],
["index", "conversation_participants.PRIMARY", "UNIQUE BTREE (user_id, conversation_id)"],
["index", "conversation_participants.ix_conversation_participants_folder", "BTREE (user_id, folder, last_message_id)"],
["index", "conversation_participants.ix_conversation_participants_is_unread", "BTREE (user_id, is_unread, folder)"],
["index", "conversation_participants.uq_conversation_participants_conversation_id", "UNIQUE BTREE (conversation_id, user_id)"],
["index", "conversation_participants.uq_conversation_participants_other_id", "UNIQUE BTREE (other_id, user_id)"],
["index", "conversations.PRIMARY", "UNIQUE BTREE (id)"],
["index", "conversations.ix_conversations_created_by", "BTREE (created_by)"],
["index", "conversations.ix_conversations_updated_by", "BTREE (updated_by)"],
["index", "conversations.ix_conversations_user_two_id", "BTREE (user_two_id)"],
["index", "conversations.uq_conversations_user_one_id_user_two_id", "UNIQUE BTREE (user_one_id, user_two_id)"],
["index", "counters.PRIMARY", "UNIQUE BTREE (name)"],
["index", "degrees.PRIMARY", "UNIQUE BTREE (id)"],
["index", "degrees.ix_degrees_created_by", "BTREE (created_by)"],
["index", "degrees.ix_degrees_updated_by", "BTREE (updated_by)"],
["index", "degrees.uq_degrees_name", "UNIQUE BTREE (name)"],
["index", "directory_entries.PRIMARY", "UNIQUE BTREE (user_id)"],
["index", "directory_entries.ix_directory_entries_directory_name_key_user_id", "BTREE (directory, name_key, user_id, audience)"],
["index", "directory_entries.ix_directory_entries_directory_user_id", "BTREE (directory, user_id, audience)"],
["index", "directory_entries.ix_directory_entries_directory_year_user_id", "BTREE (directory, year, user_id, audience)"],
["index", "directory_facets.PRIMARY", "UNIQUE BTREE (user_id, facet, value_id)"],
["index", "directory_facets.ix_directory_facets_directory_facet_value_id", "BTREE (directory, facet, value_id, level, user_id)"],
["index", "directory_terms.PRIMARY", "UNIQUE BTREE (user_id, term, field, audience)"],
["index", "directory_terms.ix_directory_terms_directory_term_user_id", "BTREE (directory, term, user_id, audience, field)"],
["index", "email_verification_tokens.PRIMARY", "UNIQUE BTREE (id)"],
["index", "email_verification_tokens.ix_email_verification_tokens_expires_at", "BTREE (expires_at)"],
["index", "email_verification_tokens.ix_email_verification_tokens_user_id_created_at", "BTREE (user_id, created_at)"],
["index", "email_verification_tokens.uq_email_verification_tokens_token_hash", "UNIQUE BTREE (token_hash)"],
["index", "event_helpers.PRIMARY", "UNIQUE BTREE (event_id, user_id)"],
["index", "event_helpers.ix_event_helpers_created_by", "BTREE (created_by)"],
["index", "event_helpers.ix_event_helpers_user_id", "BTREE (user_id)"],
["index", "event_registration_history.PRIMARY", "UNIQUE BTREE (id)"],
["index", "event_registration_history.ix_event_registration_history_created_by", "BTREE (created_by)"],
["index", "event_registration_history.ix_event_registration_history_event_registration_id_id", "BTREE (event_registration_id, id)"],
["index", "event_registrations.PRIMARY", "UNIQUE BTREE (id)"],
["index", "event_registrations.ix_event_registrations_checked_in_by", "BTREE (checked_in_by)"],
["index", "event_registrations.ix_event_registrations_created_by", "BTREE (created_by)"],
["index", "event_registrations.ix_event_registrations_event_id_status_id", "BTREE (event_id, status, id)"],
["index", "event_registrations.ix_event_registrations_event_id_status_queue_number", "BTREE (event_id, status, queue_number)"],
["index", "event_registrations.ix_event_registrations_status_offer_expires_at", "BTREE (status, offer_expires_at)"],
["index", "event_registrations.ix_event_registrations_updated_by", "BTREE (updated_by)"],
["index", "event_registrations.ix_event_registrations_user_id_id", "BTREE (user_id, id)"],
["index", "event_registrations.uq_event_registrations_check_in_code", "UNIQUE BTREE (check_in_code)"],
["index", "event_registrations.uq_event_registrations_event_id_user_id", "UNIQUE BTREE (event_id, user_id)"],
["index", "event_reminders.PRIMARY", "UNIQUE BTREE (id)"],
["index", "event_reminders.ix_event_reminders_created_by", "BTREE (created_by)"],
["index", "event_reminders.ix_event_reminders_done_at_due_at", "BTREE (done_at, due_at)"],
["index", "event_reminders.uq_event_reminders_event_id_hours_before", "UNIQUE BTREE (event_id, hours_before)"],
["index", "event_speakers.PRIMARY", "UNIQUE BTREE (id)"],
["index", "event_speakers.ix_event_speakers_created_by", "BTREE (created_by)"],
["index", "event_speakers.ix_event_speakers_event_id_position", "BTREE (event_id, position)"],
["index", "event_speakers.ix_event_speakers_updated_by", "BTREE (updated_by)"],
["index", "event_speakers.ix_event_speakers_user_id_status", "BTREE (user_id, status)"],
["index", "event_speakers.uq_event_speakers_event_id_user_id", "UNIQUE BTREE (event_id, user_id)"],
["index", "events.PRIMARY", "UNIQUE BTREE (id)"],
["index", "events.ft_events_text", "FULLTEXT (title, description, venue)"],
["index", "events.ix_events_created_by", "BTREE (created_by)"],
["index", "events.ix_events_creator_id_starts_at_id", "BTREE (creator_id, starts_at, id)"],
["index", "events.ix_events_is_listed_starts_at_id", "BTREE (is_listed, starts_at, id)"],
["index", "events.ix_events_status_ends_at", "BTREE (status, ends_at)"],
["index", "events.ix_events_updated_by", "BTREE (updated_by)"],
["index", "events.uq_events_calendar_uid", "UNIQUE BTREE (calendar_uid)"],
["index", "events.uq_events_slug", "UNIQUE BTREE (slug)"],
["index", "feedback.PRIMARY", "UNIQUE BTREE (id)"],
["index", "feedback.ix_feedback_assignee_id", "BTREE (assignee_id)"],
["index", "feedback.ix_feedback_created_by", "BTREE (created_by)"],
["index", "feedback.ix_feedback_email", "BTREE (email)"],
["index", "feedback.ix_feedback_folder_created_at_id", "BTREE (folder, created_at, id)"],
["index", "feedback.ix_feedback_updated_by", "BTREE (updated_by)"],
["index", "feedback.ix_feedback_user_id", "BTREE (user_id)"],
["index", "feedback.uq_feedback_form_digest", "UNIQUE BTREE (form_digest)"],
["index", "follows.PRIMARY", "UNIQUE BTREE (follower_id, followed_id)"],
["index", "follows.ix_follows_followed_id", "BTREE (followed_id, follower_id)"],
["index", "former_names.PRIMARY", "UNIQUE BTREE (id)"],
["index", "former_names.ix_former_names_created_by", "BTREE (created_by)"],
["index", "former_names.uq_former_names_user_id_name", "UNIQUE BTREE (user_id, name)"],
["index", "graduation_requests.PRIMARY", "UNIQUE BTREE (id)"],
["index", "graduation_requests.ix_graduation_requests_created_by", "BTREE (created_by)"],
["index", "graduation_requests.ix_graduation_requests_degree_id", "BTREE (degree_id)"],
["index", "graduation_requests.ix_graduation_requests_status_id", "BTREE (status, id)"],
["index", "graduation_requests.ix_graduation_requests_updated_by", "BTREE (updated_by)"],
["index", "graduation_requests.uq_graduation_requests_user_id_is_pending", "UNIQUE BTREE (user_id, is_pending)"],
["index", "idempotency_keys.PRIMARY", "UNIQUE BTREE (actor_id, procedure_name, idempotency_key)"],
["index", "idempotency_keys.ix_idempotency_keys_created_at", "BTREE (created_at)"],
["index", "inbox_entries.PRIMARY", "UNIQUE BTREE (id)"],
["index", "inbox_entries.ix_inbox_entries_contact_message_id_id", "BTREE (contact_message_id, id)"],
["index", "inbox_entries.ix_inbox_entries_created_by", "BTREE (created_by)"],
["index", "inbox_entries.ix_inbox_entries_feedback_id_id", "BTREE (feedback_id, id)"],
["index", "inbox_moves.PRIMARY", "UNIQUE BTREE (from_status, to_status)"],
["index", "institution_info.PRIMARY", "UNIQUE BTREE (id)"],
["index", "institution_info.ix_institution_info_updated_by", "BTREE (updated_by)"],
["index", "job_application_history.PRIMARY", "UNIQUE BTREE (id)"],
["index", "job_application_history.ix_job_application_history_created_by", "BTREE (created_by)"],
["index", "job_application_history.ix_job_application_history_from_status_to_status", "BTREE (from_status, to_status)"],
["index", "job_application_history.ix_job_application_history_job_application_id_id", "BTREE (job_application_id, id)"],
["index", "job_application_moves.PRIMARY", "UNIQUE BTREE (from_status, to_status)"],
["index", "job_applications.PRIMARY", "UNIQUE BTREE (id)"],
["index", "job_applications.ix_job_applications_applicant_id_id", "BTREE (applicant_id, id)"],
["index", "job_applications.ix_job_applications_created_by", "BTREE (created_by)"],
["index", "job_applications.ix_job_applications_cv_upload", "BTREE (cv_upload)"],
["index", "job_applications.ix_job_applications_job_posting_id_status", "BTREE (job_posting_id, status)"],
["index", "job_applications.ix_job_applications_updated_by", "BTREE (updated_by)"],
["index", "job_applications.uq_job_applications_job_posting_id_applicant_id", "UNIQUE BTREE (job_posting_id, applicant_id)"],
["index", "job_posting_skills.PRIMARY", "UNIQUE BTREE (job_posting_id, skill_id)"],
["index", "job_posting_skills.ix_job_posting_skills_created_by", "BTREE (created_by)"],
["index", "job_posting_skills.ix_job_posting_skills_skill_id_job_posting_id", "BTREE (skill_id, job_posting_id)"],
["index", "job_postings.PRIMARY", "UNIQUE BTREE (id)"],
["index", "job_postings.ft_job_postings_text", "FULLTEXT (title, company_name, description, requirements)"],
["index", "job_postings.ix_job_postings_created_by", "BTREE (created_by)"],
["index", "job_postings.ix_job_postings_is_listed_id", "BTREE (is_listed, id)"],
["index", "job_postings.ix_job_postings_poster_id_id", "BTREE (poster_id, id)"],
["index", "job_postings.ix_job_postings_status_closes_at", "BTREE (status, closes_at)"],
["index", "job_postings.ix_job_postings_updated_by", "BTREE (updated_by)"],
["index", "job_terms.PRIMARY", "UNIQUE BTREE (job_posting_id, field, term)"],
["index", "job_terms.ix_job_terms_field_term_job_posting_id", "BTREE (field, term, job_posting_id)"],
["index", "job_views.PRIMARY", "UNIQUE BTREE (job_posting_id, viewer_id, viewed_on)"],
["index", "job_views.ix_job_views_viewer_id", "BTREE (viewer_id)"],
["index", "live_events.PRIMARY", "UNIQUE BTREE (id)"],
["index", "live_events.ix_live_events_created_at", "BTREE (created_at)"],
["index", "live_events.uq_live_events_recipient_id_sequence", "UNIQUE BTREE (recipient_id, sequence)"],
["index", "live_streams.PRIMARY", "UNIQUE BTREE (recipient_id)"],
["index", "mail_outbox.PRIMARY", "UNIQUE BTREE (id)"],
["index", "mail_outbox.ix_mail_outbox_created_by", "BTREE (created_by)"],
["index", "mail_outbox.ix_mail_outbox_recipient_id", "BTREE (recipient_id)"],
["index", "mail_outbox.ix_mail_outbox_status_leased_until", "BTREE (status, leased_until)"],
["index", "mail_outbox.ix_mail_outbox_status_next_attempt_at", "BTREE (status, next_attempt_at)"],
["index", "mail_outbox.uq_mail_outbox_fact_key", "UNIQUE BTREE (fact_key)"],
["index", "mail_suppressions.PRIMARY", "UNIQUE BTREE (email)"],
["index", "mail_suppressions.ix_mail_suppressions_created_at", "BTREE (created_at)"],
["index", "mail_suppressions.ix_mail_suppressions_created_by", "BTREE (created_by)"],
["index", "media_files.PRIMARY", "UNIQUE BTREE (id)"],
["index", "media_files.ix_media_files_created_by", "BTREE (created_by)"],
["index", "media_files.uq_media_files_sha256", "UNIQUE BTREE (sha256)"],
["index", "mentoring_offer_kinds.PRIMARY", "UNIQUE BTREE (user_id, kind)"],
["index", "mentoring_offers.PRIMARY", "UNIQUE BTREE (user_id)"],
["index", "mentoring_offers.ix_mentoring_offers_created_by", "BTREE (created_by)"],
["index", "mentoring_offers.ix_mentoring_offers_is_open_user_id", "BTREE (is_open, user_id)"],
["index", "mentoring_offers.ix_mentoring_offers_updated_by", "BTREE (updated_by)"],
["index", "message_attachments.PRIMARY", "UNIQUE BTREE (id)"],
["index", "message_attachments.ix_message_attachments_media_file_id", "BTREE (media_file_id)"],
["index", "message_attachments.ix_message_attachments_message_id", "BTREE (message_id)"],
["index", "message_removals.PRIMARY", "UNIQUE BTREE (user_id, message_id)"],
["index", "message_removals.ix_message_removals_message_id", "BTREE (message_id)"],
["index", "message_settings.PRIMARY", "UNIQUE BTREE (user_id)"],
["index", "message_terms.PRIMARY", "UNIQUE BTREE (user_id, term, message_id)"],
["index", "message_terms.ix_message_terms_message_id", "BTREE (message_id)"],
["index", "messages.PRIMARY", "UNIQUE BTREE (id)"],
["index", "messages.ix_messages_conversation_id_id", "BTREE (conversation_id, id)"],
["index", "messages.ix_messages_sender_id_id", "BTREE (sender_id, id)"],
["index", "messages.ix_messages_updated_by", "BTREE (updated_by)"],
["index", "notification_actors.PRIMARY", "UNIQUE BTREE (notification_id, actor_id)"],
["index", "notification_actors.ix_notification_actors_actor_id", "BTREE (actor_id)"],
["index", "notification_digests.PRIMARY", "UNIQUE BTREE (user_id, digest)"],
["index", "notification_digests.uq_notification_digests_token", "UNIQUE BTREE (token)"],
["index", "notification_kinds.PRIMARY", "UNIQUE BTREE (name)"],
["index", "notification_kinds.uq_notification_kinds_position", "UNIQUE BTREE (position)"],
["index", "notification_preferences.PRIMARY", "UNIQUE BTREE (user_id, kind)"],
["index", "notification_preferences.ix_notification_preferences_kind", "BTREE (kind)"],
["index", "notifications.PRIMARY", "UNIQUE BTREE (id)"],
["index", "notifications.ix_notifications_digest_recipient_id", "BTREE (digest, recipient_id, id)"],
["index", "notifications.ix_notifications_happened_at", "BTREE (happened_at)"],
["index", "notifications.ix_notifications_kind", "BTREE (kind)"],
["index", "notifications.ix_notifications_last_actor_id", "BTREE (last_actor_id)"],
["index", "notifications.ix_notifications_listed", "BTREE (recipient_id, is_listed, happened_at, id)"],
["index", "notifications.ix_notifications_recipient_id_is_unread", "BTREE (recipient_id, is_unread)"],
["index", "notifications.uq_notifications_open_key", "UNIQUE BTREE (recipient_id, open_key)"],
["index", "password_reset_tokens.PRIMARY", "UNIQUE BTREE (id)"],
["index", "password_reset_tokens.ix_password_reset_tokens_expires_at", "BTREE (expires_at)"],
["index", "password_reset_tokens.ix_password_reset_tokens_user_id_created_at", "BTREE (user_id, created_at)"],
["index", "password_reset_tokens.uq_password_reset_tokens_token_hash", "UNIQUE BTREE (token_hash)"],
["index", "personal_columns.PRIMARY", "UNIQUE BTREE (table_name, column_name)"],
["index", "personal_tables.PRIMARY", "UNIQUE BTREE (name)"],
["index", "post_comments.PRIMARY", "UNIQUE BTREE (id)"],
["index", "post_comments.ix_post_comments_author_id_id", "BTREE (author_id, id)"],
["index", "post_comments.ix_post_comments_created_by", "BTREE (created_by)"],
["index", "post_comments.ix_post_comments_parent_id_post_id", "BTREE (parent_id, post_id)"],
["index", "post_comments.ix_post_comments_post_id_parent_id_id", "BTREE (post_id, parent_id, id)"],
["index", "post_comments.ix_post_comments_updated_by", "BTREE (updated_by)"],
["index", "post_comments.uq_post_comments_id_post_id", "UNIQUE BTREE (id, post_id)"],
["index", "post_files.PRIMARY", "UNIQUE BTREE (id)"],
["index", "post_files.ix_post_files_media_file_id", "BTREE (media_file_id)"],
["index", "post_files.uq_post_files_post_id_kind", "UNIQUE BTREE (post_id, kind)"],
["index", "post_likes.PRIMARY", "UNIQUE BTREE (post_id, user_id)"],
["index", "post_likes.ix_post_likes_user_id", "BTREE (user_id)"],
["index", "post_revisions.PRIMARY", "UNIQUE BTREE (post_id, revision)"],
["index", "post_revisions.ix_post_revisions_created_by", "BTREE (created_by)"],
["index", "posts.PRIMARY", "UNIQUE BTREE (id)"],
["index", "posts.ft_posts_body", "FULLTEXT (body)"],
["index", "posts.ix_posts_author_id_is_deleted_id", "BTREE (author_id, is_deleted, id)"],
["index", "posts.ix_posts_created_by", "BTREE (created_by)"],
["index", "posts.ix_posts_is_deleted_id", "BTREE (is_deleted, id)"],
["index", "posts.ix_posts_is_pinned_is_deleted_id", "BTREE (is_pinned, is_deleted, id)"],
["index", "posts.ix_posts_updated_by", "BTREE (updated_by)"],
["index", "privacy_fields.PRIMARY", "UNIQUE BTREE (name)"],
["index", "privacy_settings.PRIMARY", "UNIQUE BTREE (user_id, field)"],
["index", "privacy_settings.ix_privacy_settings_field", "BTREE (field)"],
["index", "privacy_settings.ix_privacy_settings_updated_by", "BTREE (updated_by)"],
["index", "profile_files.PRIMARY", "UNIQUE BTREE (user_id, kind, width)"],
["index", "profile_files.ix_profile_files_created_by", "BTREE (created_by)"],
["index", "profile_files.ix_profile_files_media_file_id", "BTREE (media_file_id)"],
["index", "profile_links.PRIMARY", "UNIQUE BTREE (id)"],
["index", "profile_links.ix_profile_links_created_by", "BTREE (created_by)"],
["index", "profile_links.uq_profile_links_user_id_url", "UNIQUE BTREE (user_id, url)"],
["index", "profile_views.PRIMARY", "UNIQUE BTREE (profile_user_id, viewed_on, viewer_id)"],
["index", "profile_views.ix_profile_views_viewer_id", "BTREE (viewer_id)"],
["index", "reference_goals.PRIMARY", "UNIQUE BTREE (id)"],
["index", "reference_goals.ix_reference_goals_created_by", "BTREE (created_by)"],
["index", "reference_goals.ix_reference_goals_updated_by", "BTREE (updated_by)"],
["index", "reference_goals.uq_reference_goals_request_id_position", "UNIQUE BTREE (request_id, position)"],
["index", "reference_request_history.PRIMARY", "UNIQUE BTREE (id)"],
["index", "reference_request_history.ix_reference_request_history_created_by", "BTREE (created_by)"],
["index", "reference_request_history.ix_reference_request_history_move", "BTREE (from_status, to_status, mover)"],
["index", "reference_request_history.ix_reference_request_history_request_id_id", "BTREE (request_id, id)"],
["index", "reference_request_moves.PRIMARY", "UNIQUE BTREE (from_status, to_status, mover)"],
["index", "reference_requests.PRIMARY", "UNIQUE BTREE (id)"],
["index", "reference_requests.ix_reference_requests_alumnus_id_is_deleted_id", "BTREE (alumnus_id, is_deleted, id)"],
["index", "reference_requests.ix_reference_requests_conversation_id", "BTREE (conversation_id)"],
["index", "reference_requests.ix_reference_requests_created_by", "BTREE (created_by)"],
["index", "reference_requests.ix_reference_requests_due", "BTREE (is_deleted, status, expires_at)"],
["index", "reference_requests.ix_reference_requests_requester_id_is_deleted_id", "BTREE (requester_id, is_deleted, id)"],
["index", "reference_requests.ix_reference_requests_updated_by", "BTREE (updated_by)"],
["index", "reference_requests.ix_reference_requests_waiting", "BTREE (alumnus_id, is_deleted, status, expires_at)"],
["index", "reference_requests.uq_reference_requests_open", "UNIQUE BTREE (requester_id, open_alumnus_id)"],
["index", "roles.PRIMARY", "UNIQUE BTREE (id)"],
["index", "roles.uq_roles_name", "UNIQUE BTREE (name)"],
["index", "schema_journal.PRIMARY", "UNIQUE BTREE (migration, statement_number)"],
["index", "schema_migrations.PRIMARY", "UNIQUE BTREE (kind, name)"],
["index", "schema_object_versions.PRIMARY", "UNIQUE BTREE (kind, name, version)"],
["index", "schema_objects.PRIMARY", "UNIQUE BTREE (kind, name)"],
["index", "search_rewrites.PRIMARY", "UNIQUE BTREE (subject, subject_id)"],
["index", "settings.PRIMARY", "UNIQUE BTREE (name)"],
["index", "settings.ix_settings_updated_by", "BTREE (updated_by)"],
["index", "sign_in_attempts.PRIMARY", "UNIQUE BTREE (id)"],
["index", "sign_in_attempts.ix_sign_in_attempts_created_at", "BTREE (created_at)"],
["index", "sign_in_attempts.ix_sign_in_attempts_email", "BTREE (email)"],
["index", "sign_in_attempts.ix_sign_in_attempts_user_id", "BTREE (user_id, id)"],
["index", "skill_domains.PRIMARY", "UNIQUE BTREE (id)"],
["index", "skill_domains.ix_skill_domains_created_by", "BTREE (created_by)"],
["index", "skill_domains.ix_skill_domains_updated_by", "BTREE (updated_by)"],
["index", "skill_domains.uq_skill_domains_name", "UNIQUE BTREE (name)"],
["index", "skills.PRIMARY", "UNIQUE BTREE (id)"],
["index", "skills.ix_skills_created_by", "BTREE (created_by)"],
["index", "skills.ix_skills_domain_id", "BTREE (domain_id)"],
["index", "skills.ix_skills_updated_by", "BTREE (updated_by)"],
["index", "skills.uq_skills_name", "UNIQUE BTREE (name)"],
["index", "staff_profiles.PRIMARY", "UNIQUE BTREE (id)"],
["index", "staff_profiles.ix_staff_profiles_created_by", "BTREE (created_by)"],
["index", "staff_profiles.ix_staff_profiles_updated_by", "BTREE (updated_by)"],
["index", "staff_profiles.uq_staff_profiles_user_id", "UNIQUE BTREE (user_id)"],
["index", "statistics_cohorts.PRIMARY", "UNIQUE BTREE (generation, position)"],
["index", "statistics_cohorts.ix_statistics_cohorts_campus_id", "BTREE (campus_id)"],
["index", "statistics_cohorts.ix_statistics_cohorts_degree_id", "BTREE (degree_id)"],
["index", "statistics_cohorts.ix_statistics_cohorts_generation_graduation_year", "BTREE (generation, graduation_year)"],
["index", "statistics_events.PRIMARY", "UNIQUE BTREE (generation, event_id)"],
["index", "statistics_events.ix_statistics_events_event_id", "BTREE (event_id)"],
["index", "statistics_events.ix_statistics_events_generation_starts_at", "BTREE (generation, starts_at)"],
["index", "statistics_outcomes.PRIMARY", "UNIQUE BTREE (generation, report, row_position, column_position)"],
["index", "statistics_series.PRIMARY", "UNIQUE BTREE (generation, chart, position, series_position)"],
["index", "statistics_snapshots.PRIMARY", "UNIQUE BTREE (id)"],
["index", "student_profiles.PRIMARY", "UNIQUE BTREE (id)"],
["index", "student_profiles.ix_student_profiles_campus_id", "BTREE (campus_id)"],
["index", "student_profiles.ix_student_profiles_created_by", "BTREE (created_by)"],
["index", "student_profiles.ix_student_profiles_degree_id_current_semester", "BTREE (degree_id, current_semester)"],
["index", "student_profiles.ix_student_profiles_updated_by", "BTREE (updated_by)"],
["index", "student_profiles.uq_student_profiles_student_number", "UNIQUE BTREE (student_number)"],
["index", "student_profiles.uq_student_profiles_user_id", "UNIQUE BTREE (user_id)"],
["index", "student_projects.PRIMARY", "UNIQUE BTREE (id)"],
["index", "student_projects.ix_student_projects_created_by", "BTREE (created_by)"],
["index", "student_projects.ix_student_projects_student_profile_id", "BTREE (student_profile_id)"],
["index", "student_projects.ix_student_projects_updated_by", "BTREE (updated_by)"],
["index", "student_skills.PRIMARY", "UNIQUE BTREE (student_profile_id, skill_id)"],
["index", "student_skills.ix_student_skills_created_by", "BTREE (created_by)"],
["index", "student_skills.ix_student_skills_skill_id_proficiency_level", "BTREE (skill_id, proficiency_level, student_profile_id)"],
["index", "suggestion_weights.PRIMARY", "UNIQUE BTREE (name)"],
["index", "throttles.PRIMARY", "UNIQUE BTREE (kind, scope, subject)"],
["index", "throttles.ix_throttles_window_ends_at", "BTREE (window_ends_at)"],
["index", "unsubscribe_tokens.PRIMARY", "UNIQUE BTREE (user_id, kind)"],
["index", "unsubscribe_tokens.ix_unsubscribe_tokens_kind", "BTREE (kind)"],
["index", "unsubscribe_tokens.uq_unsubscribe_tokens_token", "UNIQUE BTREE (token)"],
["index", "user_blocks.PRIMARY", "UNIQUE BTREE (blocker_id, blocked_id)"],
["index", "user_blocks.ix_user_blocks_blocked_id", "BTREE (blocked_id, blocker_id)"],
["index", "user_sessions.PRIMARY", "UNIQUE BTREE (id)"],
["index", "user_sessions.ix_user_sessions_expires_at", "BTREE (expires_at)"],
["index", "user_sessions.ix_user_sessions_user_id_revoked_at", "BTREE (user_id, revoked_at)"],
["index", "user_sessions.uq_user_sessions_token_hash", "UNIQUE BTREE (token_hash)"],
["index", "users.PRIMARY", "UNIQUE BTREE (id)"],
["index", "users.ix_users_created_by", "BTREE (created_by)"],
["index", "users.ix_users_is_deleted_erased_at_deleted_at", "BTREE (is_deleted, erased_at, deleted_at)"],
["index", "users.ix_users_role_id_state_id", "BTREE (role_id, state, id)"],
["index", "users.ix_users_role_id_state_last_signed_in_at_id", "BTREE (role_id, state, last_signed_in_at, id)"],
["index", "users.ix_users_role_id_status", "BTREE (role_id, status)"],
["index", "users.ix_users_status_approved_at", "BTREE (status, approved_at, email_verified_at)"],
["index", "users.ix_users_updated_by", "BTREE (updated_by)"],
["index", "users.uq_users_email", "UNIQUE BTREE (email)"],
["index", "verification_files.PRIMARY", "UNIQUE BTREE (verification_id, media_file_id)"],
["index", "verification_files.ix_verification_files_created_by", "BTREE (created_by)"],
["index", "verification_files.ix_verification_files_media_file_id", "BTREE (media_file_id)"],
["index", "verification_queue.PRIMARY", "UNIQUE BTREE (id)"],
["index", "verification_queue.ix_verification_queue_created_by", "BTREE (created_by)"],
["index", "verification_queue.ix_verification_queue_decided_by", "BTREE (decided_by)"],
["index", "verification_queue.ix_verification_queue_files_removed_at_decided_at", "BTREE (files_removed_at, decided_at)"],
["index", "verification_queue.ix_verification_queue_status_id", "BTREE (status, id)"],
["index", "verification_queue.ix_verification_queue_status_kind_id", "BTREE (status, kind, id)"],
["index", "verification_queue.ix_verification_queue_updated_by", "BTREE (updated_by)"],
["index", "verification_queue.ix_verification_queue_user_id_status_kind", "BTREE (user_id, status, kind)"],
["index", "verification_queue.uq_verification_queue_user_id_is_open", "UNIQUE BTREE (user_id, is_open)"],
["row", "counters.alumni_profiles.views_count", "659ec26e133f3281"],
["row", "counters.conversation_participants.last_message_id", "9e6a20c5b1dc8acb"],
["row", "counters.conversation_participants.unread_count", "ceab162c6fb86b04"],
["row", "counters.conversations.last_message_at", "49796e1f8f40f6d8"],
["row", "counters.events.seats_taken_count", "ff5584700fe7aca0"],
["row", "counters.events.waiting_count", "f7f603120f31eb8f"],
["row", "counters.job_postings.applications_count", "48a24ae773182d5a"],
["row", "counters.job_postings.views_count", "e0b7b8e276546fd7"],
["row", "counters.notifications.actors_count", "b2bb99473f4afcc5"],
["row", "counters.post_comments.likes_count", "035712739a464ff8"],
["row", "counters.posts.comments_count", "322fc60c1f3f7814"],
["row", "counters.posts.likes_count", "43de67ed1b937d84"],
["row", "counters.student_profiles.views_count", "406208bd101a6ca1"],
["row", "notification_kinds.announcement", "present"],
["row", "notification_kinds.application", "present"],
["row", "notification_kinds.comment", "present"],
["row", "notification_kinds.engagement", "present"],
["row", "notification_kinds.event", "present"],
["row", "notification_kinds.follow", "present"],
["row", "notification_kinds.like", "present"],
["row", "notification_kinds.mentoring", "present"],
["row", "notification_kinds.message", "present"],
["row", "notification_kinds.verification", "present"],
["row", "personal_tables.account_terms", "delete: user_id = @person_id"],
["row", "personal_tables.account_tokens", "delete: user_id = @person_id"],
["row", "personal_tables.admin_activity_log", "update: actor_id = @person_id OR (subject_table = ''users'' AND subject_id = @person_id)"],
["row", "personal_tables.alumni_achievements", "delete: alumni_profile_id IN (SELECT id FROM alumni_profiles WHERE user_id = @person_id)"],
["row", "personal_tables.alumni_degrees", "delete: alumni_profile_id IN (SELECT id FROM alumni_profiles WHERE user_id = @person_id)"],
["row", "personal_tables.alumni_engagement_history", "update: engagement_id IN (SELECT id FROM alumni_engagements WHERE alumni_id = @person_id)"],
["row", "personal_tables.alumni_engagements", "update: alumni_id = @person_id"],
["row", "personal_tables.alumni_profiles", "delete: user_id = @person_id"],
["row", "personal_tables.alumni_skills", "delete: alumni_profile_id IN (SELECT id FROM alumni_profiles WHERE user_id = @person_id)"],
["row", "personal_tables.alumni_work_history", "delete: alumni_profile_id IN (SELECT id FROM alumni_profiles WHERE user_id = @person_id)"],
["row", "personal_tables.announcement_reads", "delete: reader_id = @person_id"],
["row", "personal_tables.announcements", "update: author_id = @person_id"],
["row", "personal_tables.calendar_feeds", "delete: user_id = @person_id"],
["row", "personal_tables.comment_likes", "delete: user_id = @person_id"],
["row", "personal_tables.contact_messages", "delete: user_id = @person_id OR email = @person_email"],
["row", "personal_tables.content_reports", "update: reporter_id = @person_id OR author_id = @person_id"],
["row", "personal_tables.conversation_participants", "update: user_id = @person_id"],
["row", "personal_tables.conversations", "update: user_one_id = @person_id OR user_two_id = @person_id"],
["row", "personal_tables.directory_entries", "delete: user_id = @person_id"],
["row", "personal_tables.directory_facets", "delete: user_id = @person_id"],
["row", "personal_tables.directory_terms", "delete: user_id = @person_id"],
["row", "personal_tables.email_verification_tokens", "delete: user_id = @person_id"],
["row", "personal_tables.event_helpers", "delete: user_id = @person_id"],
["row", "personal_tables.event_registration_history", "update: event_registration_id IN (SELECT id FROM event_registrations WHERE user_id = @person_id)"],
["row", "personal_tables.event_registrations", "update: user_id = @person_id"],
["row", "personal_tables.event_speakers", "update: user_id = @person_id"],
["row", "personal_tables.events", "update: creator_id = @person_id"],
["row", "personal_tables.feedback", "delete: user_id = @person_id OR email = @person_email"],
["row", "personal_tables.follows", "delete: follower_id = @person_id OR followed_id = @person_id"],
["row", "personal_tables.former_names", "delete: user_id = @person_id"],
["row", "personal_tables.graduation_requests", "delete: user_id = @person_id"],
["row", "personal_tables.idempotency_keys", "delete: actor_id = @person_id"],
["row", "personal_tables.inbox_entries", "delete: contact_message_id IN (SELECT id FROM contact_messages\\n    WHERE user_id = @person_id OR email = @person_email)\\n    OR feedback_id IN (SELECT id FROM feedback\\n    WHERE user_id = @person_id OR email = @person_email)"],
["row", "personal_tables.job_application_history", "update: job_application_id IN (SELECT id FROM job_applications WHERE applicant_id = @person_id)"],
["row", "personal_tables.job_applications", "update: applicant_id = @person_id"],
["row", "personal_tables.job_postings", "update: poster_id = @person_id"],
["row", "personal_tables.job_views", "update: viewer_id = @person_id"],
["row", "personal_tables.live_events", "delete: recipient_id = @person_id"],
["row", "personal_tables.live_streams", "delete: recipient_id = @person_id"],
["row", "personal_tables.mail_outbox", "delete: recipient_id = @person_id OR created_by = @person_id"],
["row", "personal_tables.mail_suppressions", "delete: email = @person_email"],
["row", "personal_tables.media_files", "update: created_by = @person_id"],
["row", "personal_tables.mentoring_offer_kinds", "delete: user_id = @person_id"],
["row", "personal_tables.mentoring_offers", "delete: user_id = @person_id"],
["row", "personal_tables.message_attachments", "delete: message_id IN (SELECT id FROM messages WHERE sender_id = @person_id)"],
["row", "personal_tables.message_removals", "delete: user_id = @person_id"],
["row", "personal_tables.message_settings", "delete: user_id = @person_id"],
["row", "personal_tables.message_terms", "delete: user_id = @person_id OR message_id IN (SELECT id FROM messages WHERE sender_id = @person_id)"],
["row", "personal_tables.messages", "update: sender_id = @person_id"],
["row", "personal_tables.notification_actors", "update: actor_id = @person_id"],
["row", "personal_tables.notification_digests", "delete: user_id = @person_id"],
["row", "personal_tables.notification_preferences", "delete: user_id = @person_id"],
["row", "personal_tables.notifications", "delete: recipient_id = @person_id OR last_actor_id = @person_id"],
["row", "personal_tables.password_reset_tokens", "delete: user_id = @person_id"],
["row", "personal_tables.post_comments", "update: author_id = @person_id"],
["row", "personal_tables.post_files", "delete: post_id IN (SELECT id FROM posts WHERE author_id = @person_id)"],
["row", "personal_tables.post_likes", "delete: user_id = @person_id"],
["row", "personal_tables.post_revisions", "delete: post_id IN (SELECT id FROM posts WHERE author_id = @person_id)"],
["row", "personal_tables.posts", "update: author_id = @person_id"],
["row", "personal_tables.privacy_settings", "delete: user_id = @person_id"],
["row", "personal_tables.profile_files", "delete: user_id = @person_id"],
["row", "personal_tables.profile_links", "delete: user_id = @person_id"],
["row", "personal_tables.profile_views", "update: profile_user_id = @person_id OR viewer_id = @person_id"],
["row", "personal_tables.reference_goals", "update: request_id IN (SELECT id FROM reference_requests\\n    WHERE requester_id = @person_id OR alumnus_id = @person_id)"],
["row", "personal_tables.reference_request_history", "update: request_id IN (SELECT id FROM reference_requests\\n    WHERE requester_id = @person_id OR alumnus_id = @person_id)"],
["row", "personal_tables.reference_requests", "update: requester_id = @person_id OR alumnus_id = @person_id"],
["row", "personal_tables.search_rewrites", "delete: subject = ''person'' AND subject_id = @person_id"],
["row", "personal_tables.sign_in_attempts", "delete: user_id = @person_id OR email = @person_email"],
["row", "personal_tables.staff_profiles", "delete: user_id = @person_id"],
["row", "personal_tables.student_profiles", "delete: user_id = @person_id"],
["row", "personal_tables.student_projects", "delete: student_profile_id IN (SELECT id FROM student_profiles WHERE user_id = @person_id)"],
["row", "personal_tables.student_skills", "delete: student_profile_id IN (SELECT id FROM student_profiles WHERE user_id = @person_id)"],
["row", "personal_tables.throttles", "delete: kind IN (''sign_in'', ''register'', ''recover'', ''confirm'', ''contact'', ''feedback'')\\n    AND scope = ''account'' AND subject = @person_email"],
["row", "personal_tables.unsubscribe_tokens", "delete: user_id = @person_id"],
["row", "personal_tables.user_blocks", "delete: blocker_id = @person_id OR blocked_id = @person_id"],
["row", "personal_tables.user_sessions", "delete: user_id = @person_id"],
["row", "personal_tables.users", "update: id = @person_id"],
["row", "personal_tables.verification_files", "delete: verification_id IN (SELECT id FROM verification_queue WHERE user_id = @person_id)"],
["row", "personal_tables.verification_queue", "delete: user_id = @person_id"],
["row", "privacy_fields.achievements", "present"],
["row", "privacy_fields.birth_date", "present"],
["row", "privacy_fields.cv", "present"],
["row", "privacy_fields.email", "present"],
["row", "privacy_fields.phone", "present"],
["row", "privacy_fields.photo", "present"],
["row", "privacy_fields.profile", "present"],
["row", "privacy_fields.visits", "present"],
["row", "privacy_fields.work_history", "present"],
["row", "roles.admin", "id 1"],
["row", "roles.alumni", "id 2"],
["row", "roles.student", "id 3"],
["row", "settings.announcement_mails_per_minute", "present"],
["row", "settings.announcements_per_day", "present"],
["row", "settings.announcements_require_approval", "present"],
["row", "settings.announcements_unread_days", "present"],
["row", "settings.chat_messages_per_minute", "present"],
["row", "settings.chat_request_messages", "present"],
["row", "settings.chat_requests_per_day", "present"],
["row", "settings.chat_take_back_minutes", "present"],
["row", "settings.comments_per_hour", "present"],
["row", "settings.confirmation_hours", "present"],
["row", "settings.content_reports_per_day", "present"],
["row", "settings.demo_data", "present"],
["row", "settings.digest_hour", "present"],
["row", "settings.digest_weekday", "present"],
["row", "settings.event_check_in_hours", "present"],
["row", "settings.event_completion_hours", "present"],
["row", "settings.event_offer_hours", "present"],
["row", "settings.event_reminder_hours", "present"],
["row", "settings.mail_attempts", "present"],
["row", "settings.mails_per_account", "present"],
["row", "settings.mails_per_address", "present"],
["row", "settings.messages_per_account", "present"],
["row", "settings.messages_per_address", "present"],
["row", "settings.posts_per_day", "present"],
["row", "settings.posts_pinned", "present"],
["row", "settings.purge_after_days", "present"],
["row", "settings.recovery_minutes", "present"],
["row", "settings.reference_answer_days", "present"],
["row", "settings.references_per_day", "present"],
["row", "settings.registration_requires_approval", "present"],
["row", "settings.registrations_per_address", "present"],
["row", "settings.report_refresh_seconds", "present"],
["row", "settings.report_small_group", "present"],
["row", "settings.restore_days", "present"],
["row", "settings.session_days", "present"],
["row", "settings.session_idle_minutes", "present"],
["row", "settings.session_remembered_days", "present"],
["row", "settings.session_remembered_idle_days", "present"],
["row", "settings.sign_in_failures_per_account", "present"],
["row", "settings.sign_in_failures_per_address", "present"],
["row", "settings.sign_in_window_minutes", "present"],
["row", "settings.verification_keep_days", "present"],
["server", "series", "9.7"],
["table", "about_feature_cards", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "about_page", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "about_page_revisions", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "about_quick_links", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "about_sections", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "account_terms", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "account_tokens", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "admin_activity_log", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "alumni_achievements", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "alumni_degrees", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "alumni_engagement_history", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "alumni_engagement_moves", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "alumni_engagements", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "alumni_profiles", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "alumni_skills", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "alumni_work_history", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "announcement_pins", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "announcement_reads", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "announcements", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "audit_heads", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "audit_pending", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "audit_seals", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "calendar_feeds", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "campuses", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "comment_likes", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "contact_messages", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "content_reports", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "conversation_participants", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "conversations", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "counters", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "degrees", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "directory_entries", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "directory_facets", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "directory_terms", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "email_verification_tokens", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "event_helpers", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "event_registration_history", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "event_registrations", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "event_reminders", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "event_speakers", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "events", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "feedback", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "follows", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "former_names", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "graduation_requests", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "idempotency_keys", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "inbox_entries", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "inbox_moves", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "institution_info", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "job_application_history", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "job_application_moves", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "job_applications", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "job_posting_skills", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "job_postings", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "job_terms", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "job_views", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "live_events", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "live_streams", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "mail_outbox", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "mail_suppressions", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "media_files", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "mentoring_offer_kinds", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "mentoring_offers", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "message_attachments", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "message_removals", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "message_settings", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "message_terms", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "messages", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "notification_actors", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "notification_digests", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "notification_kinds", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "notification_preferences", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "notifications", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "password_reset_tokens", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "personal_columns", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "personal_tables", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "post_comments", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "post_files", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "post_likes", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "post_revisions", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "posts", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "privacy_fields", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "privacy_settings", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "profile_files", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "profile_links", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "profile_views", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "reference_goals", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "reference_request_history", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "reference_request_moves", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "reference_requests", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "roles", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "schema_journal", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "schema_migrations", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "schema_object_versions", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "schema_objects", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "search_rewrites", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "settings", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "sign_in_attempts", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "skill_domains", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "skills", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "staff_profiles", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "statistics_cohorts", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "statistics_events", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "statistics_outcomes", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "statistics_series", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "statistics_snapshots", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "student_profiles", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "student_projects", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "student_skills", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "suggestion_weights", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "throttles", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "unsubscribe_tokens", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "user_blocks", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "user_sessions", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "users", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "verification_files", "InnoDB, utf8mb4_0900_ai_ci"],
["table", "verification_queue", "InnoDB, utf8mb4_0900_ai_ci"],
["view", "vw_active_alumni", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_alumni_by_skill", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_alumni_careers", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_alumni_engagements", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_dashboard_stats", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_event_speakers", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_lock_waits", "as INVOKER, by alumni_owner@%, check option NONE"],
["view", "vw_open_jobs", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_outbox_health", "as INVOKER, by alumni_owner@%, check option NONE"],
["view", "vw_pending_references", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_people", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_person_skills", "as DEFINER, by alumni_owner@%, check option NONE"],
["view", "vw_scheduler_health", "as INVOKER, by alumni_owner@%, check option NONE"],
["view", "vw_slow_procedures", "as INVOKER, by alumni_owner@%, check option NONE"],
["view", "vw_table_sizes", "as INVOKER, by alumni_owner@%, check option NONE"],
["view", "vw_upcoming_events", "as DEFINER, by alumni_owner@%, check option NONE"],
["view column", "vw_active_alumni.achievements_count", "number 16"],
["view column", "vw_active_alumni.alumni_profile_id", "number 2"],
["view column", "vw_active_alumni.campus", "number 6"],
["view column", "vw_active_alumni.current_company", "number 9"],
["view column", "vw_active_alumni.current_job_title", "number 8"],
["view column", "vw_active_alumni.degree", "number 5"],
["view column", "vw_active_alumni.first_name", "number 3"],
["view column", "vw_active_alumni.graduation_year", "number 7"],
["view column", "vw_active_alumni.id", "number 1"],
["view column", "vw_active_alumni.industry", "number 10"],
["view column", "vw_active_alumni.is_mentor", "number 12"],
["view column", "vw_active_alumni.joined_at", "number 17"],
["view column", "vw_active_alumni.last_name", "number 4"],
["view column", "vw_active_alumni.location", "number 11"],
["view column", "vw_active_alumni.positions_count", "number 15"],
["view column", "vw_active_alumni.skills_count", "number 14"],
["view column", "vw_active_alumni.views_count", "number 13"],
["view column", "vw_alumni_by_skill.domain", "number 7"],
["view column", "vw_alumni_by_skill.domain_id", "number 6"],
["view column", "vw_alumni_by_skill.first_name", "number 2"],
["view column", "vw_alumni_by_skill.graduation_year", "number 4"],
["view column", "vw_alumni_by_skill.is_mentor", "number 5"],
["view column", "vw_alumni_by_skill.last_name", "number 3"],
["view column", "vw_alumni_by_skill.level", "number 11"],
["view column", "vw_alumni_by_skill.proficiency_level", "number 10"],
["view column", "vw_alumni_by_skill.skill", "number 9"],
["view column", "vw_alumni_by_skill.skill_id", "number 8"],
["view column", "vw_alumni_by_skill.user_id", "number 1"],
["view column", "vw_alumni_careers.company", "number 5"],
["view column", "vw_alumni_careers.end_date", "number 8"],
["view column", "vw_alumni_careers.first_name", "number 2"],
["view column", "vw_alumni_careers.is_current", "number 9"],
["view column", "vw_alumni_careers.job_title", "number 4"],
["view column", "vw_alumni_careers.last_name", "number 3"],
["view column", "vw_alumni_careers.location", "number 6"],
["view column", "vw_alumni_careers.months_count", "number 10"],
["view column", "vw_alumni_careers.position", "number 11"],
["view column", "vw_alumni_careers.start_date", "number 7"],
["view column", "vw_alumni_careers.user_id", "number 1"],
["view column", "vw_alumni_engagements.alumni_id", "number 2"],
["view column", "vw_alumni_engagements.alumni_name", "number 16"],
["view column", "vw_alumni_engagements.alumnus_rating", "number 14"],
["view column", "vw_alumni_engagements.compensation_amount", "number 9"],
["view column", "vw_alumni_engagements.compensation_currency", "number 10"],
["view column", "vw_alumni_engagements.days_count", "number 18"],
["view column", "vw_alumni_engagements.end_date", "number 7"],
["view column", "vw_alumni_engagements.hours", "number 8"],
["view column", "vw_alumni_engagements.id", "number 1"],
["view column", "vw_alumni_engagements.kind", "number 3"],
["view column", "vw_alumni_engagements.location", "number 5"],
["view column", "vw_alumni_engagements.office_rating", "number 13"],
["view column", "vw_alumni_engagements.proposed_at", "number 15"],
["view column", "vw_alumni_engagements.proposed_by_name", "number 17"],
["view column", "vw_alumni_engagements.start_date", "number 6"],
["view column", "vw_alumni_engagements.status", "number 11"],
["view column", "vw_alumni_engagements.status_changed_at", "number 19"],
["view column", "vw_alumni_engagements.status_reason", "number 12"],
["view column", "vw_alumni_engagements.title", "number 4"],
["view column", "vw_dashboard_stats.achievements_count", "number 15"],
["view column", "vw_dashboard_stats.active_members_count", "number 6"],
["view column", "vw_dashboard_stats.admins_count", "number 4"],
["view column", "vw_dashboard_stats.alumni_count", "number 2"],
["view column", "vw_dashboard_stats.applications_count", "number 20"],
["view column", "vw_dashboard_stats.approvals_count", "number 10"],
["view column", "vw_dashboard_stats.attended_count", "number 27"],
["view column", "vw_dashboard_stats.blocked_count", "number 11"],
["view column", "vw_dashboard_stats.companies_count", "number 19"],
["view column", "vw_dashboard_stats.deletion_requests_count", "number 13"],
["view column", "vw_dashboard_stats.graduation_requests_count", "number 14"],
["view column", "vw_dashboard_stats.held_events_count", "number 26"],
["view column", "vw_dashboard_stats.hired_count", "number 23"],
["view column", "vw_dashboard_stats.members_count", "number 1"],
["view column", "vw_dashboard_stats.mentors_count", "number 5"],
["view column", "vw_dashboard_stats.new_applications_before_count", "number 22"],
["view column", "vw_dashboard_stats.new_applications_count", "number 21"],
["view column", "vw_dashboard_stats.new_jobs_before_count", "number 18"],
["view column", "vw_dashboard_stats.new_jobs_count", "number 17"],
["view column", "vw_dashboard_stats.new_members_before_count", "number 8"],
["view column", "vw_dashboard_stats.new_members_count", "number 7"],
["view column", "vw_dashboard_stats.no_shows_count", "number 28"],
["view column", "vw_dashboard_stats.open_jobs_count", "number 16"],
["view column", "vw_dashboard_stats.refreshed_at", "number 29"],
["view column", "vw_dashboard_stats.rejected_count", "number 12"],
["view column", "vw_dashboard_stats.students_count", "number 3"],
["view column", "vw_dashboard_stats.unconfirmed_count", "number 9"],
["view column", "vw_dashboard_stats.upcoming_events_count", "number 24"],
["view column", "vw_dashboard_stats.upcoming_registrations_count", "number 25"],
["view column", "vw_event_speakers.current_company", "number 16"],
["view column", "vw_event_speakers.current_job_title", "number 15"],
["view column", "vw_event_speakers.event_id", "number 2"],
["view column", "vw_event_speakers.event_slug", "number 4"],
["view column", "vw_event_speakers.event_starts_at", "number 6"],
["view column", "vw_event_speakers.event_status", "number 5"],
["view column", "vw_event_speakers.event_time_zone", "number 7"],
["view column", "vw_event_speakers.event_title", "number 3"],
["view column", "vw_event_speakers.graduation_year", "number 17"],
["view column", "vw_event_speakers.id", "number 1"],
["view column", "vw_event_speakers.position", "number 13"],
["view column", "vw_event_speakers.session_starts_at", "number 12"],
["view column", "vw_event_speakers.session_title", "number 10"],
["view column", "vw_event_speakers.speaker_name", "number 18"],
["view column", "vw_event_speakers.status", "number 14"],
["view column", "vw_event_speakers.topic", "number 11"],
["view column", "vw_event_speakers.user_id", "number 9"],
["view column", "vw_event_speakers.visibility", "number 8"],
["view column", "vw_lock_waits.blocking_command", "number 12"],
["view column", "vw_lock_waits.blocking_connection_id", "number 10"],
["view column", "vw_lock_waits.blocking_last_statement", "number 14"],
["view column", "vw_lock_waits.blocking_lock", "number 5"],
["view column", "vw_lock_waits.blocking_transaction_seconds", "number 13"],
["view column", "vw_lock_waits.blocking_user", "number 11"],
["view column", "vw_lock_waits.index_name", "number 3"],
["view column", "vw_lock_waits.kind", "number 1"],
["view column", "vw_lock_waits.table_name", "number 2"],
["view column", "vw_lock_waits.waiting_connection_id", "number 6"],
["view column", "vw_lock_waits.waiting_lock", "number 4"],
["view column", "vw_lock_waits.waiting_seconds", "number 8"],
["view column", "vw_lock_waits.waiting_statement", "number 9"],
["view column", "vw_lock_waits.waiting_user", "number 7"],
["view column", "vw_open_jobs.applications_count", "number 16"],
["view column", "vw_open_jobs.company_name", "number 3"],
["view column", "vw_open_jobs.created_at", "number 17"],
["view column", "vw_open_jobs.deadline", "number 13"],
["view column", "vw_open_jobs.experience_level", "number 5"],
["view column", "vw_open_jobs.id", "number 1"],
["view column", "vw_open_jobs.is_remote", "number 7"],
["view column", "vw_open_jobs.job_type", "number 4"],
["view column", "vw_open_jobs.location", "number 6"],
["view column", "vw_open_jobs.poster_id", "number 18"],
["view column", "vw_open_jobs.poster_name", "number 19"],
["view column", "vw_open_jobs.salary_currency", "number 10"],
["view column", "vw_open_jobs.salary_max", "number 9"],
["view column", "vw_open_jobs.salary_min", "number 8"],
["view column", "vw_open_jobs.salary_period", "number 11"],
["view column", "vw_open_jobs.skills", "number 20"],
["view column", "vw_open_jobs.target_audience", "number 12"],
["view column", "vw_open_jobs.title", "number 2"],
["view column", "vw_open_jobs.vacancies", "number 14"],
["view column", "vw_open_jobs.views_count", "number 15"],
["view column", "vw_outbox_health.an_error", "number 6"],
["view column", "vw_outbox_health.is_healthy", "number 7"],
["view column", "vw_outbox_health.mails_count", "number 2"],
["view column", "vw_outbox_health.most_attempts_count", "number 5"],
["view column", "vw_outbox_health.next_attempt_at", "number 4"],
["view column", "vw_outbox_health.oldest_created_at", "number 3"],
["view column", "vw_outbox_health.state", "number 1"],
["view column", "vw_pending_references.alumnus_id", "number 3"],
["view column", "vw_pending_references.alumnus_name", "number 11"],
["view column", "vw_pending_references.company", "number 6"],
["view column", "vw_pending_references.days_left", "number 12"],
["view column", "vw_pending_references.expires_at", "number 9"],
["view column", "vw_pending_references.id", "number 1"],
["view column", "vw_pending_references.kind", "number 4"],
["view column", "vw_pending_references.position", "number 7"],
["view column", "vw_pending_references.purpose", "number 5"],
["view column", "vw_pending_references.requested_at", "number 8"],
["view column", "vw_pending_references.requester_id", "number 2"],
["view column", "vw_pending_references.requester_name", "number 10"],
["view column", "vw_people.first_name", "number 5"],
["view column", "vw_people.id", "number 1"],
["view column", "vw_people.is_deleted", "number 4"],
["view column", "vw_people.last_name", "number 6"],
["view column", "vw_people.role", "number 2"],
["view column", "vw_people.status", "number 3"],
["view column", "vw_person_skills.level", "number 4"],
["view column", "vw_person_skills.proficiency_level", "number 3"],
["view column", "vw_person_skills.skill_id", "number 2"],
["view column", "vw_person_skills.user_id", "number 1"],
["view column", "vw_scheduler_health.average_ms", "number 9"],
["view column", "vw_scheduler_health.errors_count", "number 11"],
["view column", "vw_scheduler_health.every_seconds", "number 5"],
["view column", "vw_scheduler_health.is_healthy", "number 12"],
["view column", "vw_scheduler_health.last_executed_at", "number 6"],
["view column", "vw_scheduler_health.last_seconds_ago", "number 7"],
["view column", "vw_scheduler_health.longest_ms", "number 10"],
["view column", "vw_scheduler_health.name", "number 1"],
["view column", "vw_scheduler_health.purpose", "number 2"],
["view column", "vw_scheduler_health.runs_count", "number 8"],
["view column", "vw_scheduler_health.scheduler", "number 3"],
["view column", "vw_scheduler_health.status", "number 4"],
["view column", "vw_slow_procedures.average_ms", "number 5"],
["view column", "vw_slow_procedures.calls_count", "number 3"],
["view column", "vw_slow_procedures.disk_tables_count", "number 11"],
["view column", "vw_slow_procedures.errors_count", "number 12"],
["view column", "vw_slow_procedures.kind", "number 2"],
["view column", "vw_slow_procedures.lock_ms_per_call", "number 7"],
["view column", "vw_slow_procedures.longest_ms", "number 6"],
["view column", "vw_slow_procedures.name", "number 1"],
["view column", "vw_slow_procedures.rows_examined_per_call", "number 9"],
["view column", "vw_slow_procedures.rows_sent_per_call", "number 10"],
["view column", "vw_slow_procedures.statements_per_call", "number 8"],
["view column", "vw_slow_procedures.total_seconds", "number 4"],
["view column", "vw_table_sizes.data_mb", "number 3"],
["view column", "vw_table_sizes.free_mb", "number 5"],
["view column", "vw_table_sizes.indexes_mb", "number 4"],
["view column", "vw_table_sizes.name", "number 1"],
["view column", "vw_table_sizes.next_id", "number 7"],
["view column", "vw_table_sizes.purpose", "number 8"],
["view column", "vw_table_sizes.rows_estimate", "number 2"],
["view column", "vw_table_sizes.share_percent", "number 6"],
["view column", "vw_upcoming_events.closes_at", "number 11"],
["view column", "vw_upcoming_events.creator_id", "number 15"],
["view column", "vw_upcoming_events.creator_name", "number 18"],
["view column", "vw_upcoming_events.ends_at", "number 8"],
["view column", "vw_upcoming_events.id", "number 1"],
["view column", "vw_upcoming_events.is_online", "number 5"],
["view column", "vw_upcoming_events.max_attendees", "number 12"],
["view column", "vw_upcoming_events.registrations_count", "number 17"],
["view column", "vw_upcoming_events.seats_free_count", "number 16"],
["view column", "vw_upcoming_events.seats_taken_count", "number 13"],
["view column", "vw_upcoming_events.slug", "number 2"],
["view column", "vw_upcoming_events.starts_at", "number 7"],
["view column", "vw_upcoming_events.target_audience", "number 10"],
["view column", "vw_upcoming_events.time_zone", "number 6"],
["view column", "vw_upcoming_events.title", "number 3"],
["view column", "vw_upcoming_events.venue", "number 4"],
["view column", "vw_upcoming_events.visibility", "number 9"],
["view column", "vw_upcoming_events.waiting_count", "number 14"],
["view query", "vw_active_alumni", "a4ccb7e406d17e89"],
["view query", "vw_alumni_by_skill", "bd314519ef5837a5"],
["view query", "vw_alumni_careers", "8f485533f6f033df"],
["view query", "vw_alumni_engagements", "b4b0242fb8e38736"],
["view query", "vw_dashboard_stats", "2d3fdbe16838202c"],
["view query", "vw_event_speakers", "bda307bc83c14e55"],
["view query", "vw_lock_waits", "822955894403d9a9"],
["view query", "vw_open_jobs", "f3edce25d697b97c"],
["view query", "vw_outbox_health", "799e6ee6b873a621"],
["view query", "vw_pending_references", "526435c9be5ee4b3"],
["view query", "vw_people", "fde12da003134e1d"],
["view query", "vw_person_skills", "1609b38b3b3a285b"],
["view query", "vw_scheduler_health", "c9301514be167047"],
["view query", "vw_slow_procedures", "bc1c6e5faeeeaa02"],
["view query", "vw_table_sizes", "7fa5de6c1ac43206"],
["view query", "vw_upcoming_events", "5db96b6b80b5c51e"]
]';
-- end generated

DROP TEMPORARY TABLE IF EXISTS selfcheck_facts;
CREATE TEMPORARY TABLE selfcheck_facts (
    kind VARCHAR(20) NOT NULL,
    name VARCHAR(200) NOT NULL,
    promised VARCHAR(600) NULL COMMENT 'NULL: the files make no such thing',
    found VARCHAR(600) NULL COMMENT 'NULL: there is no such thing',
    is_compared TINYINT(1) NULL,
    PRIMARY KEY (kind, name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_as_cs;

INSERT INTO selfcheck_facts (kind, name, promised)
SELECT
    p.kind,
    p.name,
    p.fact
FROM
    JSON_TABLE(
        @promised, '$[*]' COLUMNS (
            kind VARCHAR(20) PATH '$[0]',
            name VARCHAR(200) PATH '$[1]',
            fact VARCHAR(600) PATH '$[2]'
        )
    ) AS p;

INSERT INTO selfcheck_facts (kind, name, found)
SELECT
    f.kind,
    f.name,
    f.fact
FROM (
    SELECT
        'server' AS kind,
        'series' AS name,
        SUBSTRING_INDEX(VERSION(), '.', 2) AS fact
    UNION ALL
    SELECT
        'table',
        table_name,
        CONCAT(engine, ', ', table_collation)
    FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
    UNION ALL
    SELECT
        'column',
        CONCAT(c.table_name, '.', c.column_name),
        CONCAT(
            c.column_type,
            IF(c.is_nullable = 'NO', ' NOT NULL', ''),
            IF(c.collation_name <> t.table_collation, CONCAT(' COLLATE ', c.collation_name), ''),
            COALESCE(CONCAT(' DEFAULT ', c.column_default), ''),
            IF(c.extra <> '', CONCAT(' ', c.extra), '')
        )
    FROM information_schema.columns AS c
    JOIN information_schema.tables AS t
        ON
            t.table_schema = c.table_schema AND t.table_name = c.table_name
            AND t.table_type = 'BASE TABLE'
    WHERE c.table_schema = DATABASE()
    UNION ALL
    SELECT
        'generated column',
        CONCAT(table_name, '.', column_name),
        LEFT(SHA2(generation_expression, 256), 16)
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND generation_expression <> ''
    UNION ALL
    SELECT
        'index',
        CONCAT(table_name, '.', index_name),
        CONCAT(
            IF(non_unique, '', 'UNIQUE '), index_type, ' (',
            GROUP_CONCAT(
                CONCAT(
                    COALESCE(column_name, LEFT(SHA2(expression, 256), 16)),
                    COALESCE(CONCAT('(', sub_part, ')'), ''),
                    IF(collation = 'D', ' DESC', '')
                )
                ORDER BY seq_in_index SEPARATOR ', '
            ),
            ')', IF(is_visible = 'YES', '', ' INVISIBLE')
        )
    FROM information_schema.statistics
    WHERE table_schema = DATABASE()
    GROUP BY table_name, index_name, non_unique, index_type, is_visible
    UNION ALL
    SELECT
        'foreign key',
        CONCAT(r.table_name, '.', r.constraint_name),
        CONCAT(
            '(', GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position SEPARATOR ', '),
            ') REFERENCES ', r.referenced_table_name, ' (',
            GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position SEPARATOR ', '),
            ') ON DELETE ', r.delete_rule, ' ON UPDATE ', r.update_rule
        )
    FROM information_schema.referential_constraints AS r
    JOIN information_schema.key_column_usage AS k
        ON
            k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
            AND k.table_name = r.table_name
    WHERE r.constraint_schema = DATABASE()
    GROUP BY
        r.table_name, r.constraint_name, r.referenced_table_name, r.delete_rule, r.update_rule
    UNION ALL
    SELECT
        'CHECK',
        CONCAT(table_name, '.', constraint_name),
        IF(enforced = 'YES', 'enforced', 'NOT enforced')
    FROM information_schema.table_constraints
    WHERE constraint_schema = DATABASE() AND constraint_type = 'CHECK'
    UNION ALL
    SELECT
        'CHECK clause',
        constraint_name,
        LEFT(SHA2(check_clause, 256), 16)
    FROM information_schema.check_constraints
    WHERE constraint_schema = DATABASE()
    UNION ALL
    SELECT
        'view',
        table_name,
        CONCAT('as ', security_type, ', by ', definer, ', check option ', check_option)
    FROM information_schema.views
    WHERE table_schema = DATABASE()
    UNION ALL
    SELECT
        'view column',
        CONCAT(c.table_name, '.', c.column_name),
        CONCAT('number ', c.ordinal_position)
    FROM information_schema.columns AS c
    JOIN information_schema.views AS v
        ON v.table_schema = c.table_schema AND v.table_name = c.table_name
    WHERE c.table_schema = DATABASE()
    UNION ALL
    SELECT
        'view query',
        table_name,
        LEFT(SHA2(REPLACE(view_definition, CONCAT('`', DATABASE(), '`.'), ''), 256), 16)
    FROM information_schema.views
    WHERE table_schema = DATABASE()
) AS f
ON DUPLICATE KEY UPDATE found = f.fact;

-- Rows that the code relies on. Values that the office may change are not compared.
INSERT INTO selfcheck_facts (kind, name, found)
SELECT
    f.kind,
    f.name,
    f.fact
FROM (
    SELECT
        'row' AS kind,
        CONCAT('roles.', name) AS name,
        CONCAT('id ', id) AS fact
    FROM roles
) AS f
ON DUPLICATE KEY UPDATE found = f.fact;
INSERT INTO selfcheck_facts (kind, name, found)
SELECT
    f.kind,
    f.name,
    f.fact
FROM (
    SELECT
        'row' AS kind,
        CONCAT('settings.', name) AS name,
        'present' AS fact
    FROM settings
) AS f
ON DUPLICATE KEY UPDATE found = f.fact;
INSERT INTO selfcheck_facts (kind, name, found)
SELECT
    f.kind,
    f.name,
    f.fact
FROM (
    SELECT
        'row' AS kind,
        CONCAT('notification_kinds.', name) AS name,
        'present' AS fact
    FROM notification_kinds
) AS f
ON DUPLICATE KEY UPDATE found = f.fact;
INSERT INTO selfcheck_facts (kind, name, found)
SELECT
    f.kind,
    f.name,
    f.fact
FROM (
    SELECT
        'row' AS kind,
        CONCAT('counters.', name) AS name,
        LEFT(SHA2(CONCAT_WS('|', id_column, counted, kept_by), 256), 16) AS fact
    FROM counters
) AS f
ON DUPLICATE KEY UPDATE found = f.fact;
INSERT INTO selfcheck_facts (kind, name, found)
SELECT
    f.kind,
    f.name,
    f.fact
FROM (
    SELECT
        'row' AS kind,
        CONCAT('privacy_fields.', name) AS name,
        'present' AS fact
    FROM privacy_fields
) AS f
ON DUPLICATE KEY UPDATE found = f.fact;
INSERT INTO selfcheck_facts (kind, name, found)
SELECT
    f.kind,
    f.name,
    f.fact
FROM (
    SELECT
        'row' AS kind,
        CONCAT('personal_tables.', name) AS name,
        CONCAT(erasure, ': ', person_condition) AS fact
    FROM personal_tables
) AS f
ON DUPLICATE KEY UPDATE found = f.fact;

-- Servers of the same series print an expression in the same way.
SET @is_same_series = (
    SELECT COALESCE(promised = found, 0) FROM selfcheck_facts
    WHERE kind = 'server' AND name = 'series'
);
UPDATE selfcheck_facts
SET is_compared = CASE
    WHEN kind = 'server' THEN 0
    WHEN kind IN ('generated column', 'CHECK clause', 'view query') THEN @is_same_series
    ELSE 1
END;

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'structure',
    CONCAT(kind, ' ', name),
    COALESCE(promised, 'none'),
    COALESCE(found, 'none')
FROM selfcheck_facts
WHERE is_compared AND NOT promised <=> found
ORDER BY name, kind;
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'structure',
    CONCAT(kind, ': as the files make it'),
    CONCAT(COUNT(promised), ', 0 differ'),
    CONCAT(SUM(promised <=> found), ', ', SUM(NOT promised <=> found), ' differ')
FROM selfcheck_facts
WHERE is_compared
GROUP BY kind
ORDER BY kind;
INSERT INTO selfcheck (section, name, expected, found, is_ok)
VALUES (
    'structure', 'expressions of CHECKs, generated columns and views', 'compared',
    IF(@is_same_series, 'compared', 'not compared: this file is for another release series'), 1
);

-- ------------------------------------------------------------------------------ the concepts
-- Each is present, and used. Exceptions to a rule are named.

INSERT INTO selfcheck (section, name, expected, found, is_ok)
SELECT 'concepts', 'tables', 'at least 30', COUNT(*), COUNT(*) >= 30
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE';

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'concepts', 'tables that are not InnoDB, utf8mb4 and commented', 'none',
    COALESCE(LEFT(GROUP_CONCAT(table_name SEPARATOR ', '), 200), 'none')
FROM information_schema.tables
WHERE
    table_schema = DATABASE() AND table_type = 'BASE TABLE'
    AND NOT (engine = 'InnoDB' AND table_collation = 'utf8mb4_0900_ai_ci' AND table_comment <> '');

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'concepts', 'tables without a primary key', 'none',
    COALESCE(LEFT(GROUP_CONCAT(t.table_name SEPARATOR ', '), 200), 'none')
FROM information_schema.tables AS t
LEFT JOIN information_schema.table_constraints AS c
    ON
        c.table_schema = t.table_schema AND c.table_name = t.table_name
        AND c.constraint_type = 'PRIMARY KEY'
WHERE
    t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.constraint_name IS NULL;

INSERT INTO selfcheck (section, name, expected, found, is_ok)
SELECT
    'concepts', CONCAT('foreign keys that ', m.rule), 'some', COUNT(r.constraint_name),
    COUNT(r.constraint_name) > 0
FROM (VALUES ROW ('CASCADE'), ROW ('SET NULL'), ROW ('RESTRICT')) AS m (rule)
LEFT JOIN information_schema.referential_constraints AS r
    ON r.constraint_schema = DATABASE() AND r.delete_rule = m.rule
GROUP BY m.rule;

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'concepts', 'foreign keys that leave ON DELETE to chance, or have no index', 'none',
    COALESCE(LEFT(GROUP_CONCAT(r.constraint_name SEPARATOR ', '), 200), 'none')
FROM information_schema.referential_constraints AS r
JOIN information_schema.key_column_usage AS k
    ON
        k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
        AND k.table_name = r.table_name AND k.ordinal_position = 1
LEFT JOIN information_schema.statistics AS s
    ON
        s.table_schema = k.table_schema AND s.table_name = k.table_name
        AND s.column_name = k.column_name AND s.seq_in_index = 1
WHERE
    r.constraint_schema = DATABASE() AND (r.delete_rule = 'NO ACTION' OR s.index_name IS NULL);

INSERT INTO selfcheck (section, name, expected, found, is_ok)
SELECT
    'concepts', 'CHECK constraints, all enforced', 'some',
    CONCAT(COUNT(*), ', ', SUM(enforced = 'YES'), ' enforced'),
    COUNT(*) > 0 AND SUM(enforced <> 'YES') = 0
FROM information_schema.table_constraints
WHERE constraint_schema = DATABASE() AND constraint_type = 'CHECK';

-- The server stores 2 in a TINYINT(1) as well.
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'concepts', 'booleans without a CHECK', 'none',
    COALESCE(GROUP_CONCAT(c.table_name, '.', c.column_name SEPARATOR ', '), 'none')
FROM information_schema.columns AS c
JOIN information_schema.tables AS t
    ON
        t.table_schema = c.table_schema AND t.table_name = c.table_name
        AND t.table_type = 'BASE TABLE'
LEFT JOIN information_schema.table_constraints AS k
    ON
        k.constraint_schema = c.table_schema AND k.table_name = c.table_name
        AND k.constraint_name = CONCAT('ck_', c.table_name, '_', c.column_name, '_boolean')
WHERE
    c.table_schema = DATABASE() AND c.column_type = 'tinyint(1)' AND c.generation_expression = ''
    AND c.table_name NOT LIKE 'schema\_%' AND k.constraint_name IS NULL;

INSERT INTO selfcheck (section, name, expected, found, is_ok)
SELECT 'concepts', m.name, 'some', m.found, m.found > 0
FROM (
    SELECT
        'ENUM columns' AS name,
        SUM(data_type = 'enum') AS found
    FROM information_schema.columns
    WHERE table_schema = DATABASE()
    UNION ALL
    SELECT 'JSON columns', SUM(data_type = 'json')
    FROM information_schema.columns
    WHERE table_schema = DATABASE()
    UNION ALL
    SELECT 'generated columns', SUM(generation_expression <> '')
    FROM information_schema.columns
    WHERE table_schema = DATABASE()
    UNION ALL
    SELECT 'soft delete: is_deleted with deleted_at', SUM(column_name = 'deleted_at')
    FROM information_schema.columns
    WHERE table_schema = DATABASE()
    UNION ALL
    SELECT 'FULLTEXT indexes', COUNT(DISTINCT index_name)
    FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND index_type = 'FULLTEXT'
    UNION ALL
    SELECT 'composite indexes', COUNT(DISTINCT table_name, index_name)
    FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND seq_in_index = 2
    UNION ALL
    SELECT 'routines with transactions', SUM(routine_definition LIKE '%START TRANSACTION%')
    FROM information_schema.routines
    WHERE routine_schema = DATABASE()
    UNION ALL
    SELECT 'routines with row locks', SUM(REGEXP_LIKE(routine_definition, 'FOR (UPDATE|SHARE)'))
    FROM information_schema.routines
    WHERE routine_schema = DATABASE()
    UNION ALL
    SELECT 'routines with window functions', SUM(REGEXP_LIKE(routine_definition, 'OVER ?[(]'))
    FROM information_schema.routines
    WHERE routine_schema = DATABASE()
    UNION ALL
    SELECT 'routines with recursive queries', SUM(routine_definition LIKE '%WITH RECURSIVE%')
    FROM information_schema.routines
    WHERE routine_schema = DATABASE()
    UNION ALL
    SELECT
        'routines with a cursor, where a set cannot do it',
        SUM(routine_definition LIKE '%CURSOR FOR%')
    FROM information_schema.routines
    WHERE routine_schema = DATABASE()
) AS m;

-- ------------------------------------------------------------------------------ the code

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'triggers of the mission', m.name, CONCAT('AFTER ', m.event, ', by alumni_owner'),
    CONCAT(
        t.action_timing, ' ', t.event_manipulation, ' ON ', t.event_object_table, ', by ',
        SUBSTRING_INDEX(t.definer, '@', 1)
    )
FROM (
    VALUES
    ROW ('tr_post_like_insert', 'INSERT ON post_likes'),
    ROW ('tr_post_like_delete', 'DELETE ON post_likes'),
    ROW ('tr_post_comment_insert', 'INSERT ON post_comments'),
    ROW ('tr_post_comment_delete', 'DELETE ON post_comments'),
    ROW ('tr_comment_like_insert', 'INSERT ON comment_likes'),
    ROW ('tr_comment_like_delete', 'DELETE ON comment_likes'),
    ROW ('tr_message_insert', 'INSERT ON messages'),
    ROW ('tr_job_application_insert', 'INSERT ON job_applications'),
    ROW ('tr_job_application_delete', 'DELETE ON job_applications')
) AS m (name, event)
LEFT JOIN information_schema.triggers AS t
    ON t.trigger_schema = DATABASE() AND t.trigger_name = m.name;

-- MySQL writes into the comment of a view that it refers to what is not there.
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'views of the mission', m.name, 'VIEW, as DEFINER, by alumni_owner',
    CONCAT(
        t.table_comment, ', as ', v.security_type, ', by ', SUBSTRING_INDEX(v.definer, '@', 1)
    )
FROM (
    VALUES
    ROW ('vw_active_alumni'), ROW ('vw_dashboard_stats'), ROW ('vw_upcoming_events'),
    ROW ('vw_open_jobs'), ROW ('vw_alumni_by_skill'), ROW ('vw_pending_references'),
    ROW ('vw_alumni_engagements'), ROW ('vw_event_speakers'), ROW ('vw_alumni_careers')
) AS m (name)
LEFT JOIN information_schema.views AS v
    ON v.table_schema = DATABASE() AND v.table_name = m.name
LEFT JOIN information_schema.tables AS t
    ON t.table_schema = DATABASE() AND t.table_name = m.name;

-- What the mission says of a view beside its name.
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'views of the mission', CONCAT(m.name, ': its columns'), m.columns,
    (
        SELECT GROUP_CONCAT(c.column_name ORDER BY FIND_IN_SET(c.column_name, m.columns))
        FROM information_schema.columns AS c
        WHERE
            c.table_schema = DATABASE() AND c.table_name = m.name
            AND FIND_IN_SET(c.column_name, m.columns)
    )
FROM (
    VALUES
    ROW (
        'vw_active_alumni',
        'id,first_name,last_name,degree,campus,skills_count,positions_count,achievements_count'
    ),
    ROW (
        'vw_dashboard_stats',
        'members_count,alumni_count,students_count,open_jobs_count,upcoming_events_count'
    ),
    ROW ('vw_upcoming_events', 'id,title,starts_at,registrations_count,seats_taken_count'),
    ROW ('vw_open_jobs', 'id,title,company_name,poster_id,poster_name,skills'),
    ROW ('vw_alumni_by_skill', 'user_id,first_name,last_name,skill,domain,proficiency_level'),
    ROW ('vw_pending_references', 'id,requester_id,requester_name,alumnus_id,alumnus_name'),
    ROW ('vw_alumni_engagements', 'id,alumni_id,alumni_name,kind,status,hours'),
    ROW ('vw_event_speakers', 'id,event_id,event_title,user_id,speaker_name,topic'),
    ROW ('vw_alumni_careers', 'user_id,job_title,company,start_date,end_date,position')
) AS m (name, columns);

-- Which objects there are, beside those that were applied.
DROP TEMPORARY TABLE IF EXISTS selfcheck_objects;
CREATE TEMPORARY TABLE selfcheck_objects (
    kind VARCHAR(10) NOT NULL,
    name VARCHAR(64) NOT NULL,
    is_applied TINYINT(1) NOT NULL,
    is_live TINYINT(1) NOT NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
INSERT INTO selfcheck_objects (kind, name, is_applied, is_live)
SELECT
    a.kind,
    a.name,
    MAX(a.is_applied),
    MAX(a.is_live)
FROM (
    SELECT
        LOWER(routine_type) AS kind,
        routine_name AS name,
        0 AS is_applied,
        1 AS is_live
    FROM information_schema.routines
    WHERE routine_schema = DATABASE()
    UNION ALL
    SELECT 'trigger', trigger_name, 0, 1
    FROM information_schema.triggers
    WHERE trigger_schema = DATABASE()
    UNION ALL
    SELECT 'event', event_name, 0, 1
    FROM information_schema.events
    WHERE event_schema = DATABASE()
    UNION ALL
    SELECT IF(table_type = 'VIEW', 'view', 'table'), table_name, 0, 1
    FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_name NOT LIKE 'schema\_%'
    UNION ALL
    SELECT kind, name, 1, 0
    FROM schema_objects
    WHERE fingerprint IS NOT NULL
) AS a
GROUP BY a.kind, a.name;

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects', CONCAT(kind, 's: what was applied, and nothing else'),
    CONCAT(SUM(is_applied), ', 0 missing, 0 unknown'),
    CONCAT(
        SUM(is_applied AND is_live), ', ', SUM(is_applied AND NOT is_live), ' missing, ',
        SUM(is_live AND NOT is_applied), ' unknown'
    )
FROM selfcheck_objects
GROUP BY kind;
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects',
    CONCAT(kind, ' ', name),
    IF(is_applied, 'as its file says', 'none: no file makes it'),
    IF(is_live, 'there', 'missing')
FROM selfcheck_objects
WHERE is_applied <> is_live;

-- The history keeps the file that each object was made from; MySQL keeps its body word for word.
-- Blanks, quotes and backslashes are not compared: MySQL resolves escapes.
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects',
    CONCAT(c.kind, ' ', c.name),
    'as its file says',
    CONCAT_WS(
        ', ',
        IF(INSTR(c.file_code, c.body_code), NULL, 'another body'),
        IF(
            INSTR(
                REPLACE(c.file_code, 'TINYINT(1)', 'BOOLEAN') COLLATE utf8mb4_0900_ai_ci,
                c.head_code
            ),
            NULL, CONCAT('not ', c.head)
        ),
        IF(INSTR(c.source, c.comment), NULL, 'another COMMENT'),
        IF(INSTR(c.source, c.data_access), NULL, c.data_access),
        IF(
            c.security = IF(INSTR(c.source, 'SQL SECURITY INVOKER'), 'INVOKER', 'DEFINER'),
            NULL, CONCAT('SQL SECURITY ', c.security)
        ),
        IF(c.definer = 'alumni_owner@%', NULL, CONCAT('definer ', c.definer)),
        IF(c.state = 'ENABLED', NULL, c.state),
        IF(
            c.sql_mode = CONCAT(
                'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,',
                'ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'
            ),
            NULL, CONCAT('sql_mode ', c.sql_mode)
        ),
        IF(
            c.collations = 'utf8mb4_0900_ai_ci, utf8mb4_0900_ai_ci', NULL,
            CONCAT('collations ', c.collations)
        )
    ) AS differences
FROM (
    SELECT
        m.*,
        v.source,
        REGEXP_REPLACE(
            REPLACE(v.source, '_binary', ''), '\\\\n|[\\\\''\\s]', ''
        ) COLLATE utf8mb4_0900_as_cs AS file_code,
        REGEXP_REPLACE(m.body, '[\\\\''\\s]', '') AS body_code,
        REGEXP_REPLACE(REPLACE(m.head, 'tinyint(1)', 'BOOLEAN'), '\\s', '') AS head_code
    FROM (
        SELECT
            LOWER(r.routine_type) AS kind,
            r.routine_name AS name,
            r.routine_definition AS body,
            CONCAT(
                '(', COALESCE(p.list, ''), ')',
                IF(r.routine_type = 'FUNCTION', CONCAT(' RETURNS ', r.dtd_identifier), '')
            ) AS head,
            CONCAT('''', REPLACE(r.routine_comment, '''', ''''''), '''') AS comment,
            r.sql_data_access AS data_access,
            r.security_type AS security,
            r.definer,
            'ENABLED' AS state,
            r.sql_mode,
            CONCAT(r.collation_connection, ', ', r.database_collation) AS collations
        FROM information_schema.routines AS r
        LEFT JOIN (
            SELECT
                specific_name,
                routine_type,
                GROUP_CONCAT(
                    CONCAT(
                        IF(routine_type = 'PROCEDURE', CONCAT(parameter_mode, ' '), ''),
                        parameter_name, ' ', dtd_identifier
                    )
                    ORDER BY ordinal_position SEPARATOR ', '
                ) AS list
            FROM information_schema.parameters
            WHERE specific_schema = DATABASE() AND ordinal_position > 0
            GROUP BY specific_name, routine_type
        ) AS p
            ON p.specific_name = r.routine_name AND p.routine_type = r.routine_type
        WHERE r.routine_schema = DATABASE()
        UNION ALL
        SELECT
            'trigger',
            trigger_name,
            action_statement,
            CONCAT(action_timing, ' ', event_manipulation, ' ON ', event_object_table, ' FOR'),
            '',
            '',
            'DEFINER',
            definer,
            'ENABLED',
            sql_mode,
            CONCAT(collation_connection, ', ', database_collation)
        FROM information_schema.triggers
        WHERE trigger_schema = DATABASE()
        UNION ALL
        SELECT
            'event',
            event_name,
            event_definition,
            CONCAT('ON SCHEDULE EVERY ', interval_value, ' ', interval_field),
            CONCAT('''', REPLACE(event_comment, '''', ''''''), ''''),
            '',
            'DEFINER',
            definer,
            status,
            sql_mode,
            CONCAT(collation_connection, ', ', database_collation)
        FROM information_schema.events
        WHERE event_schema = DATABASE()
    ) AS m
    JOIN (
        SELECT kind, name, MAX(version) AS version
        FROM schema_object_versions
        GROUP BY kind, name
    ) AS l
        ON l.kind = m.kind AND l.name = m.name
    JOIN schema_object_versions AS v
        ON v.kind = l.kind AND v.name = l.name AND v.version = l.version
) AS c
HAVING differences <> '';

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects', 'routines whose definer is not the locked alumni_owner', 'none',
    COALESCE(LEFT(GROUP_CONCAT(routine_name SEPARATOR ', '), 200), 'none')
FROM information_schema.routines
WHERE routine_schema = DATABASE() AND definer <> 'alumni_owner@%';

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects', 'routines with the rights of who calls', 'whoami, _rule_try',
    LEFT(GROUP_CONCAT(routine_name ORDER BY routine_name SEPARATOR ', '), 200)
FROM information_schema.routines
WHERE routine_schema = DATABASE() AND security_type <> 'DEFINER';

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects', 'routines that do not say what they do with data', 'none',
    COALESCE(LEFT(GROUP_CONCAT(routine_name SEPARATOR ', '), 200), 'none')
FROM information_schema.routines
WHERE
    routine_schema = DATABASE()
    AND sql_data_access NOT IN ('READS SQL DATA', 'MODIFIES SQL DATA', 'NO SQL');

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects', 'routines, triggers and events made without strict mode', 'none',
    COALESCE(LEFT(GROUP_CONCAT(m.name SEPARATOR ', '), 200), 'none')
FROM (
    SELECT routine_name AS name, sql_mode FROM information_schema.routines
    WHERE routine_schema = DATABASE()
    UNION ALL
    SELECT trigger_name, sql_mode FROM information_schema.triggers
    WHERE trigger_schema = DATABASE()
    UNION ALL
    SELECT event_name, sql_mode FROM information_schema.events
    WHERE event_schema = DATABASE()
) AS m
WHERE m.sql_mode NOT LIKE '%STRICT_TRANS_TABLES%';

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects', 'routines whose comment is no contract (sentence | result sets)', 'none',
    COALESCE(LEFT(GROUP_CONCAT(routine_name SEPARATOR ', '), 200), 'none')
FROM information_schema.routines
WHERE
    routine_schema = DATABASE()
    AND NOT REGEXP_LIKE(
        routine_comment, '^[^|]+[.]( [|] \\w+: (one|maybe|many)(,\\s\\w+: (one|maybe|many))*)?$'
    );

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects', 'events that are late, disabled or failed (vw_scheduler_health)', 'none',
    COALESCE(LEFT(GROUP_CONCAT(name SEPARATOR ', '), 200), 'none')
FROM vw_scheduler_health
WHERE is_healthy = 0;

-- ------------------------------------------------------------------------------ rules, tried
-- Procedures first: each is a transaction of its own, and would end another one.

CALL _rule_try(
    'PROCEDURE: to apply without an account',
    'CALL job_apply(NULL, 1, NULL, NULL, "%PDF-1.4", "cv.pdf", NULL)',
    '1644 Sign in'
);
CALL _rule_try(
    'PROCEDURE: to block an account without being of the office',
    'CALL account_block(NULL, 1, "Because")',
    '1644 Sign in'
);

-- Then people and things that exist for this transaction only.
START TRANSACTION;

INSERT INTO users (email, password_hash, role_id)
SELECT 'one@selfcheck.invalid', '$argon2id$v=19$nobody', id FROM roles
WHERE name = 'alumni';
SET @one = LAST_INSERT_ID();
INSERT INTO users (email, password_hash, role_id, created_by)
SELECT 'two@selfcheck.invalid', '$argon2id$v=19$nobody', id, @one FROM roles
WHERE name = 'student';
SET @two = LAST_INSERT_ID();
INSERT INTO users (email, password_hash, role_id, created_by)
SELECT 'three@selfcheck.invalid', '$argon2id$v=19$nobody', id, @two FROM roles
WHERE name = 'alumni';
SET @three = LAST_INSERT_ID();
INSERT INTO alumni_profiles (user_id, first_name, last_name) VALUES (@three, 'Ada', 'Lovelace');
INSERT INTO student_profiles (user_id, first_name, last_name) VALUES (@two, 'Grace', 'Hopper');
INSERT INTO job_postings (
    poster_id, title, company_name, job_type, description, salary_currency
) VALUES (@one, 'Analyst', 'Analytical Engines', 'full_time', 'Count.', 'EUR');
SET @job = LAST_INSERT_ID();
INSERT INTO posts (author_id, body, visibility) VALUES (@one, 'Hello', 'all');
SET @post = LAST_INSERT_ID();
INSERT INTO post_comments (post_id, author_id, body) VALUES (@post, @two, 'Hello yourself');
SET @comment = LAST_INSERT_ID();
INSERT INTO conversations (user_one_id, user_two_id, state) VALUES (@one, @two, 'open');
SET @conversation = LAST_INSERT_ID();

CALL _rule_try(
    'UNIQUE: two accounts with one address',
    CONCAT(
        'INSERT INTO users (email, password_hash, role_id)',
        ' VALUES ("ONE@selfcheck.invalid", "$argon2id$", 1)'
    ),
    '1062 uq_users_email'
);
CALL _rule_try(
    'UNIQUE: two conversations of the same two',
    'INSERT INTO conversations (user_one_id, user_two_id, state) VALUES (@one, @two, "open")',
    '1062 uq_conversations_user_one_id_user_two_id'
);
CALL _rule_try(
    'CHECK: the smaller id comes first in a conversation',
    'INSERT INTO conversations (user_one_id, user_two_id, state) VALUES (@three, @one, "open")',
    '3819 ck_conversations_user_two_id'
);
CALL _rule_try(
    'CHECK: an address without @',
    'UPDATE users SET email = "nonsense" WHERE id = @one',
    '3819 ck_users_email'
);
CALL _rule_try(
    'CHECK: a password in clear',
    'UPDATE users SET password_hash = "user123" WHERE id = @one',
    '3819 ck_users_password_hash'
);
CALL _rule_try(
    'CHECK: active without a confirmed address',
    'UPDATE users SET status = "active" WHERE id = @one',
    '3819 ck_users_active'
);
CALL _rule_try(
    'CHECK: deleted without saying when',
    'UPDATE users SET is_deleted = 1 WHERE id = @one',
    '3819 ck_users_deleted_at'
);
CALL _rule_try(
    'ENUM: a state that there is not',
    'UPDATE users SET status = "famous" WHERE id = @one',
    '1265 status'
);
CALL _rule_try(
    'NOT NULL: an account without an address',
    'UPDATE users SET email = NULL WHERE id = @one',
    '1048 email'
);
CALL _rule_try(
    'CHECK: the highest salary below the lowest',
    'UPDATE job_postings SET salary_min = 2, salary_max = 1 WHERE id = @job',
    '3819 ck_job_postings_salary_max'
);
CALL _rule_try(
    'DECIMAL(12,2): a salary of ten thousand million',
    'UPDATE job_postings SET salary_min = 10000000000 WHERE id = @job',
    '1264 salary_min'
);
CALL _rule_try(
    'CHECK: a posting for nobody',
    'UPDATE job_postings SET vacancies = 0 WHERE id = @job',
    '3819 ck_job_postings_vacancies'
);
CALL _rule_try(
    'CHECK: a title of spaces',
    'UPDATE job_postings SET title = "   " WHERE id = @job',
    '3819 ck_job_postings_title'
);
CALL _rule_try(
    'CHECK: a CGPA above 4',
    'UPDATE student_profiles SET cgpa = 4.01 WHERE user_id = @two',
    '3819 ck_student_profiles_cgpa'
);
CALL _rule_try(
    'CHECK: an event that ends before it begins',
    CONCAT(
        'INSERT INTO events (creator_id, title, slug, description, time_zone, venue, starts_at,',
        ' ends_at) VALUES (@one, "A", "selfcheck", "A", "UTC", "A", "2040-01-02", "2040-01-01")'
    ),
    '3819 ck_events_ends_at'
);
CALL _rule_try(
    'CHECK: to follow oneself',
    'INSERT INTO follows (follower_id, followed_id) VALUES (@one, @one)',
    '3819 ck_follows_followed_id'
);
CALL _rule_try(
    'FOREIGN KEY: a posting of nobody',
    'UPDATE job_postings SET poster_id = 4294967295 WHERE id = @job',
    '1452 fk_job_postings_poster_id'
);
CALL _rule_try(
    'FOREIGN KEY, RESTRICT: to delete whoever posted a job',
    'DELETE FROM users WHERE id = @one',
    '1451 CONSTRAINT'
);
CALL _rule_try(
    'FOREIGN KEY, RESTRICT: to delete a role that people have',
    'DELETE FROM roles WHERE name = "alumni"',
    '1451 fk_users_role_id'
);
CALL _rule_try(
    'GENERATED: to write applied_at',
    CONCAT(
        'INSERT INTO job_applications (job_posting_id, applicant_id, cv_file_name, applied_at)',
        ' VALUES (@job, @two, "cv.pdf", "2020-01-01")'
    ),
    '3105 applied_at'
);
CALL _rule_try(
    'PRIMARY KEY: to like twice',
    'INSERT INTO post_likes (post_id, user_id) VALUES (@post, @two), (@post, @two)',
    '1062 post_likes.PRIMARY'
);
INSERT INTO admin_activity_log (action, subject_table, subject_id, database_user)
VALUES ('selfcheck', 'users', @one, USER());
SET @log = LAST_INSERT_ID();
CALL _rule_try(
    'TRIGGER: to alter the audit log',
    'UPDATE admin_activity_log SET action = "nothing" WHERE id = @log',
    '1644 audit log'
);
CALL _rule_try(
    'TRIGGER: to take something out of the audit log',
    'DELETE FROM admin_activity_log WHERE id = @log',
    '1644 audit log'
);

-- ------------------------------------------------------------------------------ triggers, tried

CALL _rule_try(
    'two people like a post',
    'INSERT INTO post_likes (post_id, user_id) VALUES (@post, @two), (@post, @three)',
    NULL
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'triggers, tried', 'likes and comments that the post counts', '2, 1',
    CONCAT(likes_count, ', ', comments_count)
FROM posts
WHERE id = @post;

CALL _rule_try(
    'one takes the like back',
    'DELETE FROM post_likes WHERE post_id = @post AND user_id = @two',
    NULL
);
CALL _rule_try(
    'the comment is deleted softly',
    'UPDATE post_comments SET is_deleted = 1, deleted_at = NOW() WHERE id = @comment',
    NULL
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'triggers, tried', 'likes and comments that are left', '1, 0',
    CONCAT(likes_count, ', ', comments_count)
FROM posts
WHERE id = @post;

CALL _rule_try(
    'the comment is restored',
    'UPDATE post_comments SET is_deleted = 0, deleted_at = NULL WHERE id = @comment',
    NULL
);
CALL _rule_try(
    'two people like the comment',
    'INSERT INTO comment_likes (comment_id, user_id) VALUES (@comment, @one), (@comment, @three)',
    NULL
);
CALL _rule_try(
    'one takes that back',
    'DELETE FROM comment_likes WHERE comment_id = @comment AND user_id = @one',
    NULL
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'triggers, tried', 'comments of the post, likes of the comment', '1, 1',
    CONCAT(p.comments_count, ', ', c.likes_count)
FROM posts AS p
JOIN post_comments AS c ON c.post_id = p.id
WHERE p.id = @post;

CALL _rule_try(
    'two people apply',
    CONCAT(
        'INSERT INTO job_applications (job_posting_id, applicant_id, cv_file_name)',
        ' VALUES (@job, @two, "cv.pdf"), (@job, @three, "cv.pdf")'
    ),
    NULL
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'triggers, tried', 'applications that the posting counts', '2', applications_count
FROM job_postings
WHERE id = @job;

CALL _rule_try(
    'one withdraws',
    'UPDATE job_applications SET status = "withdrawn" WHERE applicant_id = @two',
    NULL
);
CALL _rule_try(
    'the other''s application is deleted',
    'DELETE FROM job_applications WHERE applicant_id = @three',
    NULL
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT 'triggers, tried', 'applications that are left', '0', applications_count
FROM job_postings
WHERE id = @job;

CALL _rule_try(
    'somebody writes a message',
    'INSERT INTO messages (conversation_id, sender_id, body) VALUES (@conversation, @one, "Hi")',
    NULL
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'triggers, tried', 'last_message_at of the conversation', 'sent_at of the message',
    IF(c.last_message_at = m.sent_at, 'sent_at of the message', c.last_message_at)
FROM conversations AS c
JOIN messages AS m ON m.conversation_id = c.id
WHERE c.id = @conversation;

-- ------------------------------------------------------------------------------ keys, tried

CALL _rule_try(
    'a conversation is deleted',
    'DELETE FROM conversations WHERE id = @conversation',
    NULL
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT 'rules, tried', 'FOREIGN KEY, CASCADE: messages go with their conversation', '0', COUNT(*)
FROM messages
WHERE conversation_id = @conversation;

DELETE FROM post_comments
WHERE id = @comment;
DELETE FROM job_applications
WHERE job_posting_id = @job;
CALL _rule_try(
    'an account is deleted that nothing depends on any more',
    'DELETE FROM users WHERE id = @two',
    NULL
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'rules, tried', 'FOREIGN KEY, SET NULL: what a person made outlives the account', 'NULL',
    COALESCE(created_by, 'NULL')
FROM users
WHERE id = @three;

ROLLBACK;

INSERT INTO selfcheck (section, name, expected, found)
SELECT 'rules, tried', 'what remains of it', '0', COUNT(*)
FROM users
WHERE email LIKE '%@selfcheck.invalid';

-- ------------------------------------------------------------------------------ the data

-- What is called a count and counts no rows is said by people, generated, or a figure of a moment.
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'data', 'counters that are not registered', 'none',
    COALESCE(GROUP_CONCAT(t.table_name, '.', c.column_name SEPARATOR ', '), 'none')
FROM information_schema.columns AS c
JOIN information_schema.tables AS t
    ON
        t.table_schema = c.table_schema AND t.table_name = c.table_name
        AND t.table_type = 'BASE TABLE'
LEFT JOIN counters AS k ON k.name = CONCAT(c.table_name, '.', c.column_name)
WHERE
    c.table_schema = DATABASE() AND c.column_name LIKE '%\_count' AND k.name IS NULL
    AND c.table_name NOT LIKE 'statistics\_%'
    AND CONCAT(c.table_name, '.', c.column_name) NOT IN (
        'degrees.semesters_count', 'event_registrations.guests_count',
        'event_registrations.seats_count', 'mail_outbox.attempts_count',
        'suggestion_weights.most_count', 'throttles.attempts_count'
    );
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'data', 'triggers that the registry of counters names and that are not there', 'none',
    COALESCE(GROUP_CONCAT(k.name SEPARATOR ', '), 'none')
FROM (
    SELECT DISTINCT TRIM(t.name) AS name
    FROM counters AS c
    JOIN JSON_TABLE(
        CONCAT('["', REGEXP_REPLACE(c.kept_by, ',\\s*', '","'), '"]'),
        '$[*]' COLUMNS (name VARCHAR(64) PATH '$')
    ) AS t
) AS k
LEFT JOIN information_schema.triggers AS r
    ON r.trigger_schema = DATABASE() AND r.trigger_name = k.name
WHERE r.trigger_name IS NULL;

CALL _counters_compare(@differences);
INSERT INTO selfcheck (section, name, expected, found)
VALUES (
    'data', 'counters that differ from a recount (CALL counters_verify(NULL))', '0',
    COALESCE(JSON_LENGTH(@differences), 0)
);
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'data',
    CONCAT('counter ', d.counter),
    'as counted',
    CONCAT(
        COUNT(*), ' differ: ',
        LEFT(GROUP_CONCAT('id ', d.id, ' keeps ', d.kept, ', not ', d.counted), 500)
    )
FROM
    JSON_TABLE(
        COALESCE(@differences, JSON_ARRAY()), '$[*]' COLUMNS (
            counter VARCHAR(80) PATH '$.counter',
            id BIGINT UNSIGNED PATH '$.id',
            kept VARCHAR(30) PATH '$.kept',
            counted VARCHAR(30) PATH '$.counted'
        )
    ) AS d
GROUP BY d.counter;

-- One query a foreign key, as the dictionary has them: rows that were written while foreign keys
-- were not checked.
SET @orphans = (
    SELECT
        GROUP_CONCAT(
            CONCAT(
                'SELECT ''', k.table_name, '.', k.constraint_name, ''' AS name, COUNT(*) AS found',
                ' FROM `', k.table_name, '` AS c WHERE ', k.is_set, ' AND NOT EXISTS (SELECT 1',
                ' FROM `', k.referenced_table_name, '` AS p WHERE ', k.is_same, ')'
            )
            SEPARATOR ' UNION ALL '
        )
    FROM (
        SELECT
            u.table_name,
            u.constraint_name,
            u.referenced_table_name,
            GROUP_CONCAT('c.`', u.column_name, '` IS NOT NULL' SEPARATOR ' AND ') AS is_set,
            GROUP_CONCAT(
                'p.`', u.referenced_column_name, '` = c.`', u.column_name, '`' SEPARATOR ' AND '
            ) AS is_same
        FROM information_schema.key_column_usage AS u
        JOIN information_schema.columns AS p
            ON
                p.table_schema = u.referenced_table_schema
                AND p.table_name = u.referenced_table_name
                AND p.column_name = u.referenced_column_name
        WHERE u.constraint_schema = DATABASE()
        GROUP BY u.table_name, u.constraint_name, u.referenced_table_name
    ) AS k
);
SET @statement = CONCAT(
    'INSERT INTO selfcheck (section, name, expected, found)',
    ' SELECT ''data'', CONCAT(''rows without their parent: '', o.name), ''0'', o.found',
    ' FROM (', @orphans, ') AS o WHERE o.found > 0'
);
PREPARE orphans FROM @statement;
EXECUTE orphans;
INSERT INTO selfcheck (section, name, expected, found)
SELECT 'data', 'foreign keys with rows without their parent', '0', ROW_COUNT();
DEALLOCATE PREPARE orphans;

CALL audit_seal(NULL);
-- All of it as of one moment: people go on writing.
START TRANSACTION;
CALL _audit_verify(NULL, 4294967295, @reason);
COMMIT;
INSERT INTO selfcheck (section, name, expected, found)
VALUES (
    'data', 'the audit log''s chain (CALL audit_verify())', 'whole', COALESCE(@reason, 'whole')
);

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'data', CONCAT('outbox: mails that are ', state, ' (vw_outbox_health)'), 'healthy',
    IF(is_healthy, 'healthy', CONCAT(mails_count, ', since ', oldest_created_at))
FROM vw_outbox_health;

-- ------------------------------------------------------------------------------ the privileges

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges', CONCAT(m.name, ' cannot be signed in as'), 'locked',
    IF(u.account_locked = 'Y', 'locked', 'open')
FROM (
    VALUES ROW ('alumni_owner'), ROW ('alumni_web'), ROW ('alumni_reader'), ROW ('alumni_dba')
) AS m (name)
LEFT JOIN mysql.user AS u ON u.user = m.name;

-- Rights on everything, and on all of this schema.
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges', CONCAT(m.name, ': rights on the whole server'), m.expected,
    COALESCE(
        NULLIF(
            CONCAT_WS(
                ', ',
                IF(u.select_priv = 'Y', 'select', NULL),
                IF(u.insert_priv = 'Y', 'insert', NULL),
                IF(u.update_priv = 'Y', 'update', NULL),
                IF(u.delete_priv = 'Y', 'delete', NULL),
                IF(u.create_priv = 'Y', 'create', NULL),
                IF(u.drop_priv = 'Y', 'drop', NULL),
                IF(u.reload_priv = 'Y', 'reload', NULL),
                IF(u.shutdown_priv = 'Y', 'shutdown', NULL),
                IF(u.process_priv = 'Y', 'process', NULL),
                IF(u.file_priv = 'Y', 'file', NULL),
                IF(u.grant_priv = 'Y', 'grant', NULL),
                IF(u.references_priv = 'Y', 'references', NULL),
                IF(u.index_priv = 'Y', 'index', NULL),
                IF(u.alter_priv = 'Y', 'alter', NULL),
                IF(u.show_db_priv = 'Y', 'show_db', NULL),
                IF(u.super_priv = 'Y', 'super', NULL),
                IF(u.create_tmp_table_priv = 'Y', 'create_tmp_table', NULL),
                IF(u.lock_tables_priv = 'Y', 'lock_tables', NULL),
                IF(u.execute_priv = 'Y', 'execute', NULL),
                IF(u.repl_slave_priv = 'Y', 'repl_slave', NULL),
                IF(u.repl_client_priv = 'Y', 'repl_client', NULL),
                IF(u.create_view_priv = 'Y', 'create_view', NULL),
                IF(u.show_view_priv = 'Y', 'show_view', NULL),
                IF(u.create_routine_priv = 'Y', 'create_routine', NULL),
                IF(u.alter_routine_priv = 'Y', 'alter_routine', NULL),
                IF(u.create_user_priv = 'Y', 'create_user', NULL),
                IF(u.event_priv = 'Y', 'event', NULL),
                IF(u.trigger_priv = 'Y', 'trigger', NULL),
                IF(u.create_tablespace_priv = 'Y', 'create_tablespace', NULL),
                IF(u.create_role_priv = 'Y', 'create_role', NULL),
                IF(u.drop_role_priv = 'Y', 'drop_role', NULL),
                (
                    SELECT GROUP_CONCAT(LOWER(g.priv) ORDER BY g.priv SEPARATOR ', ')
                    FROM mysql.global_grants AS g
                    WHERE g.user = m.name
                )
            ),
            ''
        ),
        'none'
    )
FROM (
    VALUES
    ROW ('alumni_owner', 'none'),
    ROW ('alumni_web', 'none'),
    ROW ('alumni_reader', 'show_routine'),
    ROW ('alumni_dba', 'show_routine')
) AS m (name, expected)
LEFT JOIN mysql.user AS u ON u.user = m.name;

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges', CONCAT(m.name, ': rights on the whole schema'), m.expected,
    COALESCE(
        NULLIF(
            CONCAT_WS(
                ', ',
                IF(d.select_priv = 'Y', 'select', NULL),
                IF(d.insert_priv = 'Y', 'insert', NULL),
                IF(d.update_priv = 'Y', 'update', NULL),
                IF(d.delete_priv = 'Y', 'delete', NULL),
                IF(d.create_priv = 'Y', 'create', NULL),
                IF(d.drop_priv = 'Y', 'drop', NULL),
                IF(d.grant_priv = 'Y', 'grant', NULL),
                IF(d.references_priv = 'Y', 'references', NULL),
                IF(d.index_priv = 'Y', 'index', NULL),
                IF(d.alter_priv = 'Y', 'alter', NULL),
                IF(d.create_tmp_table_priv = 'Y', 'create_tmp_table', NULL),
                IF(d.lock_tables_priv = 'Y', 'lock_tables', NULL),
                IF(d.create_view_priv = 'Y', 'create_view', NULL),
                IF(d.show_view_priv = 'Y', 'show_view', NULL),
                IF(d.create_routine_priv = 'Y', 'create_routine', NULL),
                IF(d.alter_routine_priv = 'Y', 'alter_routine', NULL),
                IF(d.execute_priv = 'Y', 'execute', NULL),
                IF(d.event_priv = 'Y', 'event', NULL),
                IF(d.trigger_priv = 'Y', 'trigger', NULL)
            ),
            ''
        ),
        'none'
    )
FROM (
    VALUES
    ROW (
        'alumni_owner', 'select, insert, update, delete, create_tmp_table, execute, event, trigger'
    ),
    ROW ('alumni_web', 'none'),
    ROW ('alumni_reader', 'references, show_view'),
    ROW (
        'alumni_dba',
        CONCAT(
            'select, insert, update, delete, create, drop, references, index, alter,',
            ' create_tmp_table, lock_tables, create_view, show_view, create_routine,',
            ' alter_routine, execute, event, trigger'
        )
    )
) AS m (name, expected)
LEFT JOIN mysql.db AS d ON d.user = m.name AND d.db = DATABASE();

-- Rights on single tables, views and procedures, of anybody: the web calls public procedures that
-- are not the DBA's; readers read views that are not the DBA's and call what explains.
DROP TEMPORARY TABLE IF EXISTS selfcheck_grants;
CREATE TEMPORARY TABLE selfcheck_grants (
    grantee VARCHAR(32) NOT NULL,
    name VARCHAR(64) NOT NULL,
    expected VARCHAR(300) NULL,
    found VARCHAR(300) NULL
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
INSERT INTO selfcheck_grants (grantee, name, expected, found)
SELECT 'alumni_web', name, 'Execute', NULL
FROM schema_objects
WHERE kind = 'procedure' AND name NOT LIKE '\_%' AND module <> 'dba'
UNION ALL
SELECT 'alumni_reader', name, 'Execute', NULL
FROM schema_objects
WHERE kind = 'procedure' AND name NOT LIKE '\_%' AND module = 'help'
UNION ALL
SELECT 'alumni_reader', name, 'Select', NULL
FROM schema_objects
WHERE kind = 'view' AND module <> 'dba'
UNION ALL
SELECT user, routine_name, NULL, proc_priv
FROM mysql.procs_priv
WHERE db = DATABASE()
UNION ALL
SELECT user, table_name, NULL, CONCAT_WS(', of columns: ', table_priv, NULLIF(column_priv, ''))
FROM mysql.tables_priv
WHERE db = DATABASE();

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges',
    CONCAT('grant on ', name, ' to ', grantee),
    COALESCE(MAX(expected), 'none'),
    COALESCE(MAX(found), 'none')
FROM selfcheck_grants
GROUP BY grantee, name
HAVING NOT MAX(expected) <=> MAX(found)
ORDER BY name, grantee;
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges',
    CONCAT(grantee, ': rights on procedures, tables and views'),
    COUNT(expected),
    COUNT(found)
FROM selfcheck_grants
GROUP BY grantee;

-- A login account holds one role; alumni_owner, which may change everything, is nobody's.
INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges',
    CONCAT('roles of ', to_user, '@', to_host),
    'one of alumni_web, alumni_reader, alumni_dba',
    GROUP_CONCAT(from_user ORDER BY from_user SEPARATOR ', ')
FROM mysql.role_edges
GROUP BY to_user, to_host
HAVING
    SUM(from_user IN ('alumni_owner', 'alumni_web', 'alumni_reader', 'alumni_dba'))
    AND (
        COUNT(*) > 1
        OR SUM(from_user = 'alumni_owner')
        OR to_user IN ('alumni_owner', 'alumni_web', 'alumni_reader', 'alumni_dba')
    );

-- ------------------------------------------------------------------------------ what came out

UPDATE selfcheck SET is_ok = COALESCE(is_ok, expected <=> found, 0);

SELECT
    section,
    name AS `check`,
    IF(is_ok, LEFT(expected, 70), expected) AS expected,
    IF(is_ok, LEFT(found, 80), found) AS found,
    IF(is_ok, 'yes', 'NO') AS OK  -- noqa: CP02
FROM selfcheck
ORDER BY id;

SELECT
    section,
    COUNT(*) AS checks,
    SUM(is_ok) AS fine,
    SUM(NOT is_ok) AS wrong
FROM selfcheck
GROUP BY section
ORDER BY MIN(id);

SELECT
    CONCAT(
        COUNT(*), ' checks, ',
        IF(SUM(NOT is_ok), CONCAT(SUM(NOT is_ok), ' NOT OK'), 'all of them OK')
    ) AS result
FROM selfcheck;
