-- _statistics_refresh: count what the home page shows.
--
-- Reads whole indexes, which a page must not: ev_refresh_statistics calls it now and then.
--
-- Parameters
--   none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _statistics_refresh;

DELIMITER //

CREATE PROCEDURE _statistics_refresh ()
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count what the home page shows.'
BEGIN
    DECLARE v_alumni_count INT UNSIGNED;
    DECLARE v_students_count INT UNSIGNED;
    DECLARE v_open_jobs_count INT UNSIGNED;
    DECLARE v_companies_count INT UNSIGNED;

    -- Counted first and written afterwards, so that no row is locked while it counts.
    SELECT
        COALESCE(SUM(r.name = 'alumni'), 0),
        COALESCE(SUM(r.name = 'student'), 0)
    INTO v_alumni_count, v_students_count
    FROM users AS u
    JOIN roles AS r ON r.id = u.role_id
    WHERE u.status = 'active' AND u.is_deleted = 0;

    SELECT
        COALESCE(SUM(is_job_open(is_listed, closes_at)), 0),
        COUNT(DISTINCT company_name)
    INTO v_open_jobs_count, v_companies_count
    FROM job_postings
    WHERE is_deleted = 0;

    UPDATE statistics_snapshots
    SET
        members_count = v_alumni_count + v_students_count,
        alumni_count = v_alumni_count,
        students_count = v_students_count,
        open_jobs_count = v_open_jobs_count,
        companies_count = v_companies_count;
END //

DELIMITER ;
