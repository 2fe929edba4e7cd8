-- _figures_count: count the figures of the dashboard.
--
-- This month is compared with the same part of the previous month, so that the first days
-- of a month do not look like a decline.
--
-- Parameters
--   p_figures  JSON object: the columns of vw_dashboard_stats with their values
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _figures_count;

DELIMITER //

CREATE PROCEDURE _figures_count (OUT p_figures JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the figures of the dashboard.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_month DATETIME DEFAULT DATE_FORMAT(v_now, '%Y-%m-01');
    DECLARE v_before DATETIME DEFAULT v_month - INTERVAL 1 MONTH;
    DECLARE v_before_end DATETIME DEFAULT v_now - INTERVAL 1 MONTH;
    DECLARE v_part JSON;

    WITH accounts AS (
        SELECT
            r.name AS role,
            u.status,
            u.created_at,
            u.last_signed_in_at,
            u.email_verified_at IS NOT NULL AS is_confirmed,
            u.approved_at IS NOT NULL AS is_approved,
            u.is_deleted = 0 AS is_there,
            u.is_deleted = 1 AND u.erased_at IS NULL AS is_leaving,
            u.is_deleted = 0 AND u.status = 'active' AS is_active,
            u.is_deleted = 0 AND u.status = 'active' AND r.name <> 'admin' AS is_member
        FROM users AS u
        JOIN roles AS r ON r.id = u.role_id
    )

    SELECT
        JSON_OBJECT(
            'members_count', COALESCE(SUM(is_member), 0),
            'alumni_count', COALESCE(SUM(is_active AND role = 'alumni'), 0),
            'students_count', COALESCE(SUM(is_active AND role = 'student'), 0),
            'admins_count', COALESCE(SUM(is_active AND role = 'admin'), 0),
            'active_members_count',
            COALESCE(SUM(is_member AND last_signed_in_at > v_now - INTERVAL 30 DAY), 0),
            'new_members_count', COALESCE(SUM(is_member AND created_at >= v_month), 0),
            'new_members_before_count', COALESCE(
                SUM(is_member AND created_at >= v_before AND created_at < v_before_end), 0
            ),
            'unconfirmed_count',
            COALESCE(SUM(is_there AND status = 'pending' AND NOT is_confirmed), 0),
            'approvals_count', COALESCE(
                SUM(is_there AND status = 'pending' AND is_confirmed AND NOT is_approved), 0
            ),
            'blocked_count', COALESCE(SUM(is_there AND status = 'blocked'), 0),
            'rejected_count', COALESCE(SUM(is_there AND status = 'rejected'), 0),
            'deletion_requests_count', COALESCE(SUM(is_leaving), 0)
        )
    INTO p_figures
    FROM accounts;

    SELECT
        JSON_OBJECT(
            'open_jobs_count', COALESCE(SUM(is_job_open(is_listed, closes_at)), 0),
            'companies_count', COUNT(DISTINCT company_name),
            'new_jobs_count', COALESCE(SUM(created_at >= v_month), 0),
            'new_jobs_before_count',
            COALESCE(SUM(created_at >= v_before AND created_at < v_before_end), 0)
        )
    INTO v_part
    FROM job_postings
    WHERE is_deleted = 0;
    SET p_figures = JSON_MERGE_PATCH(p_figures, v_part);

    SELECT
        JSON_OBJECT(
            'applications_count', COUNT(*),
            'new_applications_count', COALESCE(SUM(application_date >= v_month), 0),
            'new_applications_before_count',
            COALESCE(SUM(application_date >= v_before AND application_date < v_before_end), 0),
            'hired_count', COALESCE(SUM(status = 'hired'), 0)
        )
    INTO v_part
    FROM job_applications
    WHERE is_counted = 1;
    SET p_figures = JSON_MERGE_PATCH(p_figures, v_part);

    SELECT
        JSON_OBJECT(
            'upcoming_events_count',
            COUNT(DISTINCT IF(e.status = 'published' AND e.starts_at > v_now, e.id, NULL)),
            'upcoming_registrations_count', COALESCE(
                SUM(e.status = 'published' AND e.starts_at > v_now AND r.status = 'registered'), 0
            ),
            'held_events_count', COUNT(DISTINCT IF(e.starts_at <= v_now, e.id, NULL)),
            'attended_count', COALESCE(SUM(e.starts_at <= v_now AND r.status = 'attended'), 0),
            'no_shows_count', COALESCE(SUM(e.starts_at <= v_now AND r.status = 'no_show'), 0)
        )
    INTO v_part
    FROM events AS e
    LEFT JOIN event_registrations AS r ON r.event_id = e.id
    WHERE e.is_listed = 1 AND e.starts_at > v_now - INTERVAL 1 YEAR;
    SET p_figures = JSON_MERGE_PATCH(p_figures, v_part);

    SELECT
        JSON_OBJECT(
            'mentors_count', (
                SELECT COUNT(*)
                FROM directory_facets
                WHERE directory = 'alumni' AND facet = 'mentor' AND value_id = 1
            ),
            'graduation_requests_count', (
                SELECT COUNT(*)
                FROM graduation_requests
                WHERE status = 'pending'
            ),
            'achievements_count', (
                SELECT COUNT(*)
                FROM alumni_achievements
                WHERE verified_at IS NULL
            )
        )
    INTO v_part;
    SET p_figures = JSON_MERGE_PATCH(p_figures, v_part);
END //

DELIMITER ;
