-- 0030_constraints: what no statement may write, no matter who sends it.
--
-- A boolean is 0 or 1, a name is not empty, an address begins with http or https, and a student
-- number belongs to one person. What breaks a rule already is mended first: booleans as conditions
-- read them, addresses that no browser should open are removed, names get a dash, and the second of
-- two equal student numbers is removed.

UPDATE about_page SET is_institution_shown = (is_institution_shown <> 0), updated_at = updated_at
WHERE is_institution_shown NOT IN (0, 1);

ALTER TABLE about_page
    ADD CONSTRAINT ck_about_page_is_institution_shown_boolean
    CHECK (is_institution_shown IN (0, 1));

UPDATE alumni_achievements SET url = NULL, updated_at = updated_at
WHERE NOT REGEXP_LIKE(url, '^https?://[^[:space:]]', 'c');

ALTER TABLE alumni_achievements
    ADD CONSTRAINT ck_alumni_achievements_url
    CHECK (REGEXP_LIKE(url, '^https?://[^[:space:]]', 'c'));

UPDATE alumni_engagement_moves SET is_reasoned = (is_reasoned <> 0), updated_at = updated_at
WHERE is_reasoned NOT IN (0, 1);

ALTER TABLE alumni_engagement_moves
    ADD CONSTRAINT ck_alumni_engagement_moves_is_reasoned_boolean CHECK (is_reasoned IN (0, 1));

UPDATE alumni_engagements SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

ALTER TABLE alumni_engagements
    ADD CONSTRAINT ck_alumni_engagements_is_deleted_boolean CHECK (is_deleted IN (0, 1));

UPDATE alumni_profiles SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

UPDATE alumni_profiles SET is_mentor = (is_mentor <> 0), updated_at = updated_at
WHERE is_mentor NOT IN (0, 1);

UPDATE alumni_profiles SET first_name = '-', updated_at = updated_at
WHERE TRIM(first_name) = '';

UPDATE alumni_profiles SET last_name = '-', updated_at = updated_at
WHERE TRIM(last_name) = '';

UPDATE alumni_profiles SET linkedin_url = NULL, updated_at = updated_at
WHERE NOT REGEXP_LIKE(linkedin_url, '^https?://[^[:space:]]', 'c');

UPDATE alumni_profiles SET website_url = NULL, updated_at = updated_at
WHERE NOT REGEXP_LIKE(website_url, '^https?://[^[:space:]]', 'c');

UPDATE alumni_profiles SET student_number = NULL, updated_at = updated_at
WHERE TRIM(student_number) = '';

UPDATE alumni_profiles AS p
JOIN (
    SELECT
        student_number,
        MIN(id) AS id
    FROM alumni_profiles
    GROUP BY student_number
) AS f ON f.student_number = p.student_number AND f.id <> p.id
SET p.student_number = NULL, p.updated_at = p.updated_at;

ALTER TABLE alumni_profiles
    ADD CONSTRAINT ck_alumni_profiles_is_deleted_boolean CHECK (is_deleted IN (0, 1)),
    ADD CONSTRAINT ck_alumni_profiles_is_mentor_boolean CHECK (is_mentor IN (0, 1)),
    ADD CONSTRAINT ck_alumni_profiles_first_name CHECK (TRIM(first_name) <> ''),
    ADD CONSTRAINT ck_alumni_profiles_last_name CHECK (TRIM(last_name) <> ''),
    ADD CONSTRAINT ck_alumni_profiles_linkedin_url
    CHECK (REGEXP_LIKE(linkedin_url, '^https?://[^[:space:]]', 'c')),
    ADD CONSTRAINT ck_alumni_profiles_website_url
    CHECK (REGEXP_LIKE(website_url, '^https?://[^[:space:]]', 'c')),
    ADD CONSTRAINT ck_alumni_profiles_student_number CHECK (TRIM(student_number) <> ''),
    ADD UNIQUE KEY uq_alumni_profiles_student_number (student_number);

UPDATE announcements SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

UPDATE announcements SET is_expired = (is_expired <> 0), updated_at = updated_at
WHERE is_expired NOT IN (0, 1);

UPDATE announcements SET is_held = (is_held <> 0), updated_at = updated_at
WHERE is_held NOT IN (0, 1);

ALTER TABLE announcements
    ADD CONSTRAINT ck_announcements_is_deleted_boolean CHECK (is_deleted IN (0, 1)),
    ADD CONSTRAINT ck_announcements_is_expired_boolean CHECK (is_expired IN (0, 1)),
    ADD CONSTRAINT ck_announcements_is_held_boolean CHECK (is_held IN (0, 1));

UPDATE campuses SET is_retired = (is_retired <> 0), updated_at = updated_at
WHERE is_retired NOT IN (0, 1);

UPDATE campuses SET name = CONCAT('- ', id), updated_at = updated_at
WHERE TRIM(name) = '';

ALTER TABLE campuses
    ADD CONSTRAINT ck_campuses_is_retired_boolean CHECK (is_retired IN (0, 1)),
    ADD CONSTRAINT ck_campuses_name CHECK (TRIM(name) <> '');

UPDATE contact_messages SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

ALTER TABLE contact_messages
    ADD CONSTRAINT ck_contact_messages_is_deleted_boolean CHECK (is_deleted IN (0, 1));

UPDATE degrees SET is_retired = (is_retired <> 0), updated_at = updated_at
WHERE is_retired NOT IN (0, 1);

UPDATE degrees SET name = CONCAT('- ', id), updated_at = updated_at
WHERE TRIM(name) = '';

ALTER TABLE degrees
    ADD CONSTRAINT ck_degrees_is_retired_boolean CHECK (is_retired IN (0, 1)),
    ADD CONSTRAINT ck_degrees_name CHECK (TRIM(name) <> '');

UPDATE events SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

UPDATE events SET is_online = (is_online <> 0), updated_at = updated_at
WHERE is_online NOT IN (0, 1);

ALTER TABLE events
    ADD CONSTRAINT ck_events_is_deleted_boolean CHECK (is_deleted IN (0, 1)),
    ADD CONSTRAINT ck_events_is_online_boolean CHECK (is_online IN (0, 1));

UPDATE feedback SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

ALTER TABLE feedback
    ADD CONSTRAINT ck_feedback_is_deleted_boolean CHECK (is_deleted IN (0, 1));

UPDATE institution_info SET name = '-', updated_at = updated_at
WHERE TRIM(name) = '';

UPDATE institution_info SET website_url = NULL, updated_at = updated_at
WHERE NOT REGEXP_LIKE(website_url, '^https?://[^[:space:]]', 'c');

ALTER TABLE institution_info
    ADD CONSTRAINT ck_institution_info_name CHECK (TRIM(name) <> ''),
    ADD CONSTRAINT ck_institution_info_website_url
    CHECK (REGEXP_LIKE(website_url, '^https?://[^[:space:]]', 'c'));

UPDATE job_applications SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

ALTER TABLE job_applications
    ADD CONSTRAINT ck_job_applications_is_deleted_boolean CHECK (is_deleted IN (0, 1));

UPDATE job_postings SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

UPDATE job_postings SET is_remote = (is_remote <> 0), updated_at = updated_at
WHERE is_remote NOT IN (0, 1);

ALTER TABLE job_postings
    ADD CONSTRAINT ck_job_postings_is_deleted_boolean CHECK (is_deleted IN (0, 1)),
    ADD CONSTRAINT ck_job_postings_is_remote_boolean CHECK (is_remote IN (0, 1));

UPDATE mentoring_offers SET is_open = (is_open <> 0), updated_at = updated_at
WHERE is_open NOT IN (0, 1);

ALTER TABLE mentoring_offers
    ADD CONSTRAINT ck_mentoring_offers_is_open_boolean CHECK (is_open IN (0, 1));

UPDATE message_settings SET has_receipts = (has_receipts <> 0), updated_at = updated_at
WHERE has_receipts NOT IN (0, 1);

ALTER TABLE message_settings
    ADD CONSTRAINT ck_message_settings_has_receipts_boolean CHECK (has_receipts IN (0, 1));

UPDATE messages SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

ALTER TABLE messages
    ADD CONSTRAINT ck_messages_is_deleted_boolean CHECK (is_deleted IN (0, 1));

UPDATE notification_kinds SET is_in_app = (is_in_app <> 0), updated_at = updated_at
WHERE is_in_app NOT IN (0, 1);

UPDATE notification_kinds SET is_social = (is_social <> 0), updated_at = updated_at
WHERE is_social NOT IN (0, 1);

ALTER TABLE notification_kinds
    ADD CONSTRAINT ck_notification_kinds_is_in_app_boolean CHECK (is_in_app IN (0, 1)),
    ADD CONSTRAINT ck_notification_kinds_is_social_boolean CHECK (is_social IN (0, 1));

UPDATE notification_preferences SET is_in_app = (is_in_app <> 0), updated_at = updated_at
WHERE is_in_app NOT IN (0, 1);

ALTER TABLE notification_preferences
    ADD CONSTRAINT ck_notification_preferences_is_in_app_boolean CHECK (is_in_app IN (0, 1));

UPDATE notifications SET is_in_app = (is_in_app <> 0), updated_at = updated_at
WHERE is_in_app NOT IN (0, 1);

ALTER TABLE notifications
    ADD CONSTRAINT ck_notifications_is_in_app_boolean CHECK (is_in_app IN (0, 1));

UPDATE personal_columns SET is_exported = (is_exported <> 0), updated_at = updated_at
WHERE is_exported NOT IN (0, 1);

ALTER TABLE personal_columns
    ADD CONSTRAINT ck_personal_columns_is_exported_boolean CHECK (is_exported IN (0, 1));

UPDATE post_comments SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

ALTER TABLE post_comments
    ADD CONSTRAINT ck_post_comments_is_deleted_boolean CHECK (is_deleted IN (0, 1));

UPDATE posts SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

UPDATE posts SET is_pinned = (is_pinned <> 0), updated_at = updated_at
WHERE is_pinned NOT IN (0, 1);

UPDATE posts SET is_removed = (is_removed <> 0), updated_at = updated_at
WHERE is_removed NOT IN (0, 1);

ALTER TABLE posts
    ADD CONSTRAINT ck_posts_is_deleted_boolean CHECK (is_deleted IN (0, 1)),
    ADD CONSTRAINT ck_posts_is_pinned_boolean CHECK (is_pinned IN (0, 1)),
    ADD CONSTRAINT ck_posts_is_removed_boolean CHECK (is_removed IN (0, 1));

UPDATE reference_goals SET is_done = (is_done <> 0), updated_at = updated_at
WHERE is_done NOT IN (0, 1);

ALTER TABLE reference_goals
    ADD CONSTRAINT ck_reference_goals_is_done_boolean CHECK (is_done IN (0, 1));

UPDATE reference_requests SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

ALTER TABLE reference_requests
    ADD CONSTRAINT ck_reference_requests_is_deleted_boolean CHECK (is_deleted IN (0, 1));

UPDATE skill_domains SET is_retired = (is_retired <> 0), updated_at = updated_at
WHERE is_retired NOT IN (0, 1);

UPDATE skill_domains SET name = CONCAT('- ', id), updated_at = updated_at
WHERE TRIM(name) = '';

ALTER TABLE skill_domains
    ADD CONSTRAINT ck_skill_domains_is_retired_boolean CHECK (is_retired IN (0, 1)),
    ADD CONSTRAINT ck_skill_domains_name CHECK (TRIM(name) <> '');

UPDATE skills SET is_retired = (is_retired <> 0), updated_at = updated_at
WHERE is_retired NOT IN (0, 1);

UPDATE skills SET name = CONCAT('- ', id), updated_at = updated_at
WHERE TRIM(name) = '';

ALTER TABLE skills
    ADD CONSTRAINT ck_skills_is_retired_boolean CHECK (is_retired IN (0, 1)),
    ADD CONSTRAINT ck_skills_name CHECK (TRIM(name) <> '');

UPDATE staff_profiles SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

UPDATE staff_profiles SET first_name = '-', updated_at = updated_at
WHERE TRIM(first_name) = '';

UPDATE staff_profiles SET last_name = '-', updated_at = updated_at
WHERE TRIM(last_name) = '';

ALTER TABLE staff_profiles
    ADD CONSTRAINT ck_staff_profiles_is_deleted_boolean CHECK (is_deleted IN (0, 1)),
    ADD CONSTRAINT ck_staff_profiles_first_name CHECK (TRIM(first_name) <> ''),
    ADD CONSTRAINT ck_staff_profiles_last_name CHECK (TRIM(last_name) <> '');

UPDATE student_profiles SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

UPDATE student_profiles SET first_name = '-', updated_at = updated_at
WHERE TRIM(first_name) = '';

UPDATE student_profiles SET last_name = '-', updated_at = updated_at
WHERE TRIM(last_name) = '';

UPDATE student_profiles SET linkedin_url = NULL, updated_at = updated_at
WHERE NOT REGEXP_LIKE(linkedin_url, '^https?://[^[:space:]]', 'c');

UPDATE student_profiles SET website_url = NULL, updated_at = updated_at
WHERE NOT REGEXP_LIKE(website_url, '^https?://[^[:space:]]', 'c');

UPDATE student_profiles SET student_number = NULL, updated_at = updated_at
WHERE TRIM(student_number) = '';

UPDATE student_profiles AS p
JOIN (
    SELECT
        student_number,
        MIN(id) AS id
    FROM student_profiles
    GROUP BY student_number
) AS f ON f.student_number = p.student_number AND f.id <> p.id
SET p.student_number = NULL, p.updated_at = p.updated_at;

ALTER TABLE student_profiles
    ADD CONSTRAINT ck_student_profiles_is_deleted_boolean CHECK (is_deleted IN (0, 1)),
    ADD CONSTRAINT ck_student_profiles_first_name CHECK (TRIM(first_name) <> ''),
    ADD CONSTRAINT ck_student_profiles_last_name CHECK (TRIM(last_name) <> ''),
    ADD CONSTRAINT ck_student_profiles_linkedin_url
    CHECK (REGEXP_LIKE(linkedin_url, '^https?://[^[:space:]]', 'c')),
    ADD CONSTRAINT ck_student_profiles_website_url
    CHECK (REGEXP_LIKE(website_url, '^https?://[^[:space:]]', 'c')),
    ADD CONSTRAINT ck_student_profiles_student_number CHECK (TRIM(student_number) <> ''),
    ADD UNIQUE KEY uq_student_profiles_student_number (student_number);

UPDATE student_projects SET url = NULL, updated_at = updated_at
WHERE NOT REGEXP_LIKE(url, '^https?://[^[:space:]]', 'c');

ALTER TABLE student_projects
    ADD CONSTRAINT ck_student_projects_url
    CHECK (REGEXP_LIKE(url, '^https?://[^[:space:]]', 'c'));

UPDATE user_sessions SET is_remembered = (is_remembered <> 0), updated_at = updated_at
WHERE is_remembered NOT IN (0, 1);

ALTER TABLE user_sessions
    ADD CONSTRAINT ck_user_sessions_is_remembered_boolean CHECK (is_remembered IN (0, 1));

UPDATE users SET is_deleted = (deleted_at IS NOT NULL), updated_at = updated_at
WHERE is_deleted NOT IN (0, 1);

ALTER TABLE users
    ADD CONSTRAINT ck_users_is_deleted_boolean CHECK (is_deleted IN (0, 1));

ALTER TABLE conversation_participants
    ADD CONSTRAINT ck_conversation_participants_other_id CHECK (user_id <> other_id);

-- What an account offers is closed while the account is blocked or deleted, and reopened with it.

ALTER TABLE job_postings
    MODIFY COLUMN closed_reason ENUM('poster', 'deadline', 'filled', 'account') NULL
    COMMENT 'Who or what closed it; account: its poster was blocked or deleted';

ALTER TABLE events
    ADD COLUMN is_suspended TINYINT(1) NOT NULL DEFAULT 0
    COMMENT 'Takes no registrations and is in no list: its creator is blocked or deleted',
    MODIFY COLUMN is_listed TINYINT(1) GENERATED ALWAYS AS (
        is_deleted = 0 AND is_suspended = 0 AND status IN ('published', 'completed')
    ) STORED COMMENT 'Can appear in lists; leads the index that lists walk',
    ADD CONSTRAINT ck_events_is_suspended_boolean CHECK (is_suspended IN (0, 1));

ALTER TABLE announcements
    ADD COLUMN is_suspended TINYINT(1) NOT NULL DEFAULT 0
    COMMENT 'Shown to nobody but the office: its author is blocked',
    MODIFY COLUMN is_listed TINYINT(1) GENERATED ALWAYS AS (
        is_deleted = 0
        AND is_suspended = 0
        AND status = 'published'
        AND approval IN ('not_needed', 'approved')
        AND is_expired = 0
    ) STORED COMMENT 'Can appear in lists, once its time has come; leads the index they walk',
    ADD CONSTRAINT ck_announcements_is_suspended_boolean CHECK (is_suspended IN (0, 1));
