-- selfcheck: does the database hold what it promises? Asked, counted and tried, in a few seconds.
--
--   mysql -t ... < db/selfcheck.sql      with an account that has the role alumni_dba, or as root
--   ./alumni db shell -t < db/selfcheck.sql
--
-- Prints one row a check: section, check, expected, found, OK; then the sections, then one line.
-- Rules are tried by breaking them in a transaction that is rolled back: nothing remains.
-- `./alumni grade` runs this file, and tries what SQL cannot: every role by signing in as it, every
-- example of every procedure, and every file against the object that was made from it.

-- In memory: what is noted must survive the rollback of what is tried.
DROP TEMPORARY TABLE IF EXISTS selfcheck;
CREATE TEMPORARY TABLE selfcheck (
    id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    section VARCHAR(40) NOT NULL,
    name VARCHAR(200) NOT NULL,
    expected VARCHAR(200) NOT NULL,
    found VARCHAR(200) NULL,
    is_ok TINYINT(1) NULL COMMENT 'NULL: whether it is found as expected'
) ENGINE = MEMORY DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

SET SESSION information_schema_stats_expiry = 0, group_concat_max_len = 100000;

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
    )
) AS m (kind, owner, list);

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

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'objects', CONCAT(m.kind, 's: what was applied, and nothing else'),
    CONCAT(COUNT(s.name), ', 0 missing, 0 unknown'),
    CONCAT(
        SUM(m.is_live AND s.name IS NOT NULL), ', ',
        COUNT(s.name) - SUM(m.is_live AND s.name IS NOT NULL), ' missing, ',
        SUM(s.name IS NULL), ' unknown'
    )
FROM (
    SELECT a.kind, a.name, MAX(a.is_live) AS is_live
    FROM (
        SELECT LOWER(routine_type) AS kind, routine_name AS name, 1 AS is_live
        FROM information_schema.routines
        WHERE routine_schema = DATABASE()
        UNION ALL
        SELECT 'trigger', trigger_name, 1
        FROM information_schema.triggers
        WHERE trigger_schema = DATABASE()
        UNION ALL
        SELECT 'event', event_name, 1
        FROM information_schema.events
        WHERE event_schema = DATABASE()
        UNION ALL
        SELECT IF(table_type = 'VIEW', 'view', 'table'), table_name, 1
        FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_name NOT LIKE 'schema\_%'
        UNION ALL
        SELECT kind, name, 0
        FROM schema_objects
        WHERE fingerprint IS NOT NULL
    ) AS a
    GROUP BY a.kind, a.name
) AS m
LEFT JOIN schema_objects AS s
    ON s.kind = m.kind AND s.name = m.name AND s.fingerprint IS NOT NULL
GROUP BY m.kind;

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

CALL _counters_compare(@differences);
INSERT INTO selfcheck (section, name, expected, found)
VALUES (
    'data', 'counters that differ from a recount (CALL counters_verify(NULL))', '0',
    COALESCE(JSON_LENGTH(@differences), 0)
);

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

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges', 'alumni_web: rights on the schema, tables or views', '0, 0',
    CONCAT(
        (SELECT COUNT(*) FROM mysql.db WHERE user = 'alumni_web' AND db = DATABASE()), ', ',
        (SELECT COUNT(*) FROM mysql.tables_priv WHERE user = 'alumni_web' AND db = DATABASE())
    );

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges', 'alumni_web: EXECUTE on every public procedure that is not the DBA''s',
    CONCAT(SUM(m.is_due), ', 0 missing, 0 too many'),
    CONCAT(
        SUM(m.is_given), ', ', SUM(m.is_due > m.is_given), ' missing, ',
        SUM(m.is_given > m.is_due), ' too many'
    )
FROM (
    SELECT a.name, MAX(a.is_due) AS is_due, MAX(a.is_given) AS is_given
    FROM (
        SELECT name, 1 AS is_due, 0 AS is_given
        FROM schema_objects
        WHERE kind = 'procedure' AND name NOT LIKE '\_%' AND module <> 'dba'
        UNION ALL
        SELECT routine_name, 0, 1
        FROM mysql.procs_priv
        WHERE user = 'alumni_web' AND db = DATABASE()
    ) AS a
    GROUP BY a.name
) AS m;

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges', 'alumni_reader: reads views, and nothing that is no view', 'views only',
    IF(
        COUNT(*) > 0 AND SUM(v.table_name IS NULL OR p.table_priv <> 'Select') = 0, 'views only',
        LEFT(GROUP_CONCAT(p.table_name), 200)
    )
FROM mysql.tables_priv AS p
LEFT JOIN information_schema.views AS v
    ON v.table_schema = p.db AND v.table_name = p.table_name
WHERE p.user = 'alumni_reader' AND p.db = DATABASE();

INSERT INTO selfcheck (section, name, expected, found)
SELECT
    'privileges', 'alumni_owner: defines, and changes no structure',
    'Create N, Drop N, Alter N, Grant N',
    CONCAT(
        'Create ', create_priv, ', Drop ', drop_priv, ', Alter ', alter_priv, ', Grant ',
        grant_priv
    )
FROM mysql.db
WHERE user = 'alumni_owner' AND db = DATABASE();

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
