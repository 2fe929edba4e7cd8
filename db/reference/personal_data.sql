-- personal_data: register where personal data is stored, and how it is erased.
--
-- Read by erasure (_account_erase) and by data export (account_export). Every column that may hold
-- personal data is listed here, or, with a reason why it does not, in the test that looks for them.
-- Rows that stay refer only to an account without a name: "Former member".

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(10, 'directory_facets', 'delete', 'user_id = @person_id'),
(20, 'directory_terms', 'delete', 'user_id = @person_id'),
(30, 'directory_entries', 'delete', 'user_id = @person_id'),
(
    40, 'alumni_skills', 'delete',
    'alumni_profile_id IN (SELECT id FROM alumni_profiles WHERE user_id = @person_id)'
),
(
    50, 'alumni_work_history', 'delete',
    'alumni_profile_id IN (SELECT id FROM alumni_profiles WHERE user_id = @person_id)'
),
(
    60, 'alumni_achievements', 'delete',
    'alumni_profile_id IN (SELECT id FROM alumni_profiles WHERE user_id = @person_id)'
),
(
    70, 'alumni_degrees', 'delete',
    'alumni_profile_id IN (SELECT id FROM alumni_profiles WHERE user_id = @person_id)'
),
(
    80, 'student_skills', 'delete',
    'student_profile_id IN (SELECT id FROM student_profiles WHERE user_id = @person_id)'
),
(
    90, 'student_projects', 'delete',
    'student_profile_id IN (SELECT id FROM student_profiles WHERE user_id = @person_id)'
),
(100, 'profile_links', 'delete', 'user_id = @person_id'),
(110, 'former_names', 'delete', 'user_id = @person_id'),
(120, 'profile_files', 'delete', 'user_id = @person_id'),
(130, 'privacy_settings', 'delete', 'user_id = @person_id'),
(140, 'follows', 'delete', 'follower_id = @person_id OR followed_id = @person_id'),
(150, 'profile_views', 'update', 'profile_user_id = @person_id OR viewer_id = @person_id'),
(160, 'job_views', 'update', 'viewer_id = @person_id'),
(170, 'graduation_requests', 'delete', 'user_id = @person_id'),
(
    180, 'job_application_history', 'update',
    'job_application_id IN (SELECT id FROM job_applications WHERE applicant_id = @person_id)'
),
(190, 'job_applications', 'update', 'applicant_id = @person_id'),
(200, 'job_postings', 'update', 'poster_id = @person_id'),
(210, 'alumni_profiles', 'delete', 'user_id = @person_id'),
(220, 'student_profiles', 'delete', 'user_id = @person_id'),
(230, 'staff_profiles', 'delete', 'user_id = @person_id'),
(240, 'media_files', 'update', 'created_by = @person_id'),
(250, 'user_sessions', 'delete', 'user_id = @person_id'),
(260, 'email_verification_tokens', 'delete', 'user_id = @person_id'),
(270, 'password_reset_tokens', 'delete', 'user_id = @person_id'),
(280, 'account_tokens', 'delete', 'user_id = @person_id'),
(290, 'sign_in_attempts', 'delete', 'user_id = @person_id OR email = @person_email'),
(
    300, 'throttles', 'delete',
    'kind IN (''sign_in'', ''register'', ''recover'', ''confirm'', ''contact'', ''feedback'')
    AND scope = ''account'' AND subject = @person_email'
),
(310, 'idempotency_keys', 'delete', 'actor_id = @person_id'),
(320, 'mail_outbox', 'delete', 'recipient_id = @person_id OR created_by = @person_id'),
(
    330, 'admin_activity_log', 'update',
    'actor_id = @person_id OR (subject_table = ''users'' AND subject_id = @person_id)'
),
(340, 'users', 'update', 'id = @person_id')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

-- Included in the export.
INSERT INTO personal_columns (table_name, column_name, is_exported)
SELECT
    c.table_name,
    c.column_name,
    1
FROM
    JSON_TABLE(
        '[
            {"table": "alumni_skills", "columns": ["alumni_profile_id", "skill_id",
                "proficiency_level"]},
            {"table": "alumni_work_history", "columns": ["id", "alumni_profile_id", "job_title",
                "company", "location", "start_date", "end_date", "description"]},
            {"table": "alumni_achievements", "columns": ["id", "alumni_profile_id", "kind", "title",
                "issuer", "achieved_on", "url", "description", "verified_at"]},
            {"table": "alumni_degrees", "columns": ["id", "alumni_profile_id", "degree_id", "title",
                "institution", "graduation_year"]},
            {"table": "student_skills", "columns": ["student_profile_id", "skill_id",
                "proficiency_level"]},
            {"table": "student_projects", "columns": ["id", "student_profile_id", "title", "url",
                "description"]},
            {"table": "profile_links", "columns": ["id", "user_id", "label", "url"]},
            {"table": "former_names", "columns": ["id", "user_id", "name"]},
            {"table": "profile_files", "columns": ["user_id", "kind", "width", "media_file_id",
                "file_name"]},
            {"table": "privacy_settings", "columns": ["user_id", "field", "audience"]},
            {"table": "follows", "columns": ["follower_id", "followed_id", "created_at"]},
            {"table": "profile_views", "columns": ["profile_user_id", "viewed_on"]},
            {"table": "job_views", "columns": ["job_posting_id", "viewer_id", "viewed_on"]},
            {"table": "graduation_requests", "columns": ["id", "user_id", "degree_id",
                "graduation_year", "note", "status", "decided_at", "decided_reason"]},
            {"table": "job_application_history", "columns": ["id", "job_application_id",
                "from_status", "to_status", "created_at"]},
            {"table": "job_applications", "columns": ["id", "job_posting_id", "applicant_id",
                "cover_letter", "expected_salary", "cv_upload", "cv_file_name", "status",
                "application_date", "is_deleted", "deleted_at"]},
            {"table": "job_postings", "columns": ["id", "poster_id", "title", "company_name",
                "job_type", "experience_level", "location", "is_remote", "description",
                "requirements", "salary_min", "salary_max", "salary_currency", "salary_period",
                "target_audience", "vacancies", "deadline", "status", "closed_at", "closed_reason",
                "views_count", "applications_count", "is_deleted", "deleted_at"]},
            {"table": "alumni_profiles", "columns": ["id", "user_id", "first_name", "last_name",
                "phone", "gender", "date_of_birth", "student_number", "degree_id", "campus_id",
                "graduation_year", "current_job_title", "current_company", "industry", "location",
                "bio", "linkedin_url", "website_url", "is_mentor", "views_count", "is_deleted",
                "deleted_at"]},
            {"table": "student_profiles", "columns": ["id", "user_id", "first_name", "last_name",
                "phone", "gender", "date_of_birth", "nationality", "student_number", "degree_id",
                "campus_id", "current_semester", "cgpa", "expected_graduation_year", "bio",
                "linkedin_url", "website_url", "views_count", "is_deleted", "deleted_at"]},
            {"table": "staff_profiles", "columns": ["id", "user_id", "first_name", "last_name",
                "job_title", "phone", "is_deleted", "deleted_at"]},
            {"table": "media_files", "columns": ["id", "media_type", "byte_size", "created_by",
                "created_at"]},
            {"table": "user_sessions", "columns": ["id", "user_id", "is_remembered",
                "client_address", "user_agent", "last_seen_at", "idle_expires_at", "expires_at",
                "revoked_at", "created_at"]},
            {"table": "email_verification_tokens", "columns": ["id", "user_id", "expires_at",
                "used_at"]},
            {"table": "password_reset_tokens", "columns": ["id", "user_id", "expires_at",
                "used_at"]},
            {"table": "account_tokens", "columns": ["id", "user_id", "purpose", "new_email",
                "expires_at", "used_at"]},
            {"table": "sign_in_attempts", "columns": ["id", "user_id", "email", "client_address",
                "outcome", "created_at"]},
            {"table": "throttles", "columns": ["kind", "scope", "subject", "attempts_count",
                "window_ends_at"]},
            {"table": "idempotency_keys", "columns": ["actor_id", "procedure_name", "result_id"]},
            {"table": "mail_outbox", "columns": ["id", "recipient_id", "template", "status",
                "sent_at", "created_at"]},
            {"table": "admin_activity_log", "columns": ["id", "action", "subject_table",
                "subject_id", "created_at"]},
            {"table": "users", "columns": ["id", "email", "role_id", "status", "status_reason",
                "email_verified_at", "approved_at", "last_signed_in_at", "is_deleted", "deleted_at",
                "created_at"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 1;

-- Not included in the export: secrets (hashes of tokens and passwords), other people's content or
-- visits, and derived data.
INSERT INTO personal_columns (table_name, column_name, is_exported)
SELECT
    c.table_name,
    c.column_name,
    0
FROM
    JSON_TABLE(
        '[
            {"table": "directory_facets", "columns": ["user_id", "facet", "value_id", "level",
                "directory"]},
            {"table": "directory_terms", "columns": ["user_id", "term", "field", "audience",
                "directory"]},
            {"table": "directory_entries", "columns": ["user_id", "directory", "name_key", "year",
                "audience"]},
            {"table": "alumni_achievements", "columns": ["verified_by"]},
            {"table": "profile_views", "columns": ["viewer_id"]},
            {"table": "graduation_requests", "columns": ["is_pending"]},
            {"table": "job_applications", "columns": ["private_note", "applied_at", "is_counted"]},
            {"table": "job_postings", "columns": ["salary_yearly_max", "closes_at", "is_listed",
                "revision"]},
            {"table": "media_files", "columns": ["sha256", "content"]},
            {"table": "user_sessions", "columns": ["token_hash"]},
            {"table": "email_verification_tokens", "columns": ["token_hash"]},
            {"table": "password_reset_tokens", "columns": ["token_hash"]},
            {"table": "account_tokens", "columns": ["token_hash"]},
            {"table": "sign_in_attempts", "columns": ["compared_digest"]},
            {"table": "idempotency_keys", "columns": ["idempotency_key"]},
            {"table": "mail_outbox", "columns": ["email", "data", "fact_key", "attempts_count",
                "next_attempt_at", "leased_by", "leased_until", "last_error"]},
            {"table": "admin_activity_log", "columns": ["actor_id", "before_state", "after_state",
                "client_address", "request_id", "database_user"]},
            {"table": "users", "columns": ["password_hash", "erased_at"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 0;

-- Overwritten in rows that stay.
INSERT INTO personal_columns (table_name, column_name, replacement) VALUES
('job_applications', 'cover_letter', 'NULL'),
('job_applications', 'expected_salary', 'NULL'),
('job_applications', 'cv_upload', 'NULL'),
('job_applications', 'cv_file_name', '''erased'''),
('job_applications', 'private_note', 'NULL'),
('media_files', 'created_by', 'NULL'),
(
    'admin_activity_log', 'before_state',
    'IF(subject_table = ''users'' AND subject_id = @person_id, NULL, before_state)'
),
(
    'admin_activity_log', 'after_state',
    'IF(subject_table = ''users'' AND subject_id = @person_id, NULL, after_state)'
),
('admin_activity_log', 'client_address', 'IF(actor_id = @person_id, NULL, client_address)'),
('admin_activity_log', 'request_id', 'IF(actor_id = @person_id, NULL, request_id)'),
('users', 'email', 'CONCAT(''erased-'', id, ''@invalid'')'),
('users', 'password_hash', '''$argon2id$erased'''),
('users', 'status_reason', 'NULL'),
('users', 'last_signed_in_at', 'NULL')
AS fresh
ON DUPLICATE KEY UPDATE replacement = fresh.replacement;
