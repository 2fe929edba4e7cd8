-- dashboard_read: read the dashboard of a person.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   my_jobs (many)          the actor's newest 10 postings: id, title, company_name, status,
--                           applications_count, views_count, deadline, pending_count
--   my_applications (many)  the actor's newest 10: id, job_id, job_title, company_name, status,
--                           applied_at, status_changed_at
--   jobs (many)             5 that ask for the actor's skills, otherwise the newest 5 that the
--                           actor can apply for; columns of job_search
--   next_steps (one)        completeness (of the profile, in percent), are_jobs_matching,
--                           views_count (of the profile in 30 days),
--                           graduation (pending, due: a student of the last year, or NULL),
--                           graduations_count (for admins: pending requests, at most 100)
--   steps (many)            steps to a complete profile, as _profile_steps returns them
--   events (many)           up to 6 upcoming ones in which the actor has a part, as _event_rows
--                           returns them
--   announcements (many)    up to 5, as _announcement_rows returns them
--   invitations (many)      up to 5 to speak that need the actor's reply, as _invitation_rows
--                           returns them
--   engagements (many)      up to 5 that need the actor's reply, as _engagements_waiting
--                           returns them
--   references (many)       up to 5 requests that need the actor's reply, as
--                           _references_waiting returns them
--   office (one)            for admins: what needs attention, as _dashboard_office returns it
--   people (many)           up to 4 with the actor's degree and year or campus whom they may see
--                           and do not follow; columns of _person_rows
--   accounts (many)         for admins: the 20 longest-pending ones: id, email, role,
--                           created_at, name
--   achievements (many)     for admins: the 20 longest-unverified ones: id, user_id, name,
--                           kind, title, issuer, url, created_at
--   activity (many)         for admins: the last 10 rows of the audit log: id, actor_id,
--                           action, subject_table, subject_id, created_at, actor_name
-- Errors
--   45401  not signed in
-- Example
--   CALL dashboard_read(1);
--   CALL dashboard_read(2);
--   CALL dashboard_read(3);

DROP PROCEDURE IF EXISTS dashboard_read;

DELIMITER //

CREATE PROCEDURE dashboard_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read the dashboard of a person. | my_jobs: many, my_applications: many, jobs: many,
next_steps: one, steps: many,
events: many, announcements: many, invitations: many, engagements: many, references: many,
office: one, people: many, accounts: many, achievements: many, activity: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_is_admin BOOLEAN;
    DECLARE v_job_ids TEXT;
    DECLARE v_are_jobs_matching BOOLEAN;
    DECLARE v_people_ids TEXT;

    CALL _require_actor(p_actor_id, v_role);
    SET v_is_admin = v_role = 'admin';

    SELECT
        j.id,
        j.title,
        j.company_name,
        j.status,
        j.applications_count,
        j.views_count,
        j.deadline,
        (
            SELECT COUNT(*)
            FROM job_applications AS a
            WHERE a.job_posting_id = j.id AND a.status = 'pending' AND a.is_deleted = 0
        ) AS pending_count
    FROM job_postings AS j
    WHERE j.poster_id = p_actor_id AND j.is_deleted = 0
    ORDER BY j.id DESC
    LIMIT 10;

    SELECT
        a.id,
        j.id AS job_id,
        j.title AS job_title,
        j.company_name,
        a.status,
        a.applied_at,
        (
            SELECT MAX(h.created_at)
            FROM job_application_history AS h
            WHERE h.job_application_id = a.id
        ) AS status_changed_at
    FROM job_applications AS a
    JOIN job_postings AS j ON j.id = a.job_posting_id
    WHERE a.applicant_id = p_actor_id AND a.is_deleted = 0
    ORDER BY a.id DESC
    LIMIT 10;

    CALL _matching_job_ids(p_actor_id, 5, v_job_ids);
    SET v_are_jobs_matching = v_job_ids IS NOT NULL;
    IF NOT v_are_jobs_matching THEN
        CALL _newest_job_ids(p_actor_id, 5, v_job_ids);
    END IF;
    CALL _job_rows(p_actor_id, v_job_ids);

    SELECT
        v_are_jobs_matching AS are_jobs_matching,
        profile_completeness_of(p_actor_id) AS completeness,
        (
            -- Counted up to 1,000; higher numbers are shown as that.
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM profile_views
                WHERE
                    profile_user_id = p_actor_id
                    AND viewed_on > UTC_DATE() - INTERVAL 30 DAY
                LIMIT 1000
            ) AS v
        ) AS views_count,
        (
            SELECT
                CASE
                    WHEN q.id IS NOT NULL THEN 'pending'
                    WHEN
                        s.expected_graduation_year <= YEAR(UTC_TIMESTAMP())
                        OR s.current_semester >= d.semesters_count - 1
                        THEN 'due'
                END
            FROM student_profiles AS s
            LEFT JOIN degrees AS d ON d.id = s.degree_id
            LEFT JOIN graduation_requests AS q ON q.user_id = s.user_id AND q.is_pending = 1
            WHERE s.user_id = p_actor_id AND v_role = 'student'
        ) AS graduation,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM graduation_requests
                WHERE v_is_admin AND status = 'pending'
                LIMIT 100
            ) AS g
        ) AS graduations_count;

    CALL _profile_steps(p_actor_id);

    CALL _dashboard_events(p_actor_id);
    CALL _dashboard_announcements(p_actor_id);
    CALL _dashboard_invitations(p_actor_id);
    CALL _dashboard_engagements(p_actor_id);
    CALL _dashboard_references(p_actor_id);
    CALL _dashboard_office(p_actor_id);

    CALL _people_to_know(p_actor_id, 4, v_people_ids);
    CALL _person_rows(p_actor_id, v_people_ids);

    SELECT
        u.id,
        u.email,
        r.name AS role,
        u.created_at,
        name_of(u.id) AS name
    FROM (
        -- The twenty first, then their details: the queue may be long.
        SELECT w.id
        FROM users AS w FORCE INDEX (ix_users_status_approved_at)
        WHERE
            v_is_admin
            AND w.status = 'pending'
            AND w.approved_at IS NULL
            AND w.email_verified_at IS NOT NULL
            AND w.is_deleted = 0
        ORDER BY w.email_verified_at
        LIMIT 20
    ) AS k
    JOIN users AS u ON u.id = k.id
    JOIN roles AS r ON r.id = u.role_id
    ORDER BY u.email_verified_at;

    SELECT
        h.id,
        a.user_id,
        name_of(a.user_id) AS name,
        h.kind,
        h.title,
        h.issuer,
        h.url,
        h.created_at
    FROM (
        SELECT w.id
        FROM alumni_achievements AS w FORCE INDEX (ix_alumni_achievements_verified_at)
        WHERE v_is_admin AND w.verified_at IS NULL
        ORDER BY w.id
        LIMIT 20
    ) AS k
    JOIN alumni_achievements AS h ON h.id = k.id
    JOIN alumni_profiles AS a ON a.id = h.alumni_profile_id
    ORDER BY h.id;

    SELECT
        id,
        actor_id,
        action,
        subject_table,
        subject_id,
        created_at,
        name_of(actor_id) AS actor_name
    FROM admin_activity_log
    WHERE v_is_admin
    ORDER BY id DESC
    LIMIT 10;
END //

DELIMITER ;
