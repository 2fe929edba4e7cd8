-- report_figures: read the dashboard of the office: figures and chart data.
--
-- Reads only the last refresh: a few hundred rows, however many members there are.
--
-- Parameters
--   p_actor_id  users.id of an admin
-- Result sets
--   figures (one)  the columns of vw_dashboard_stats, and is_refreshing (1: a refresh is running)
--   series (many)  chart (accounts, graduation_years, sign_ups, applications, skills, attendance,
--                  degrees), position (of the row), label, series, value: one table per chart
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL report_figures(1);

DROP PROCEDURE IF EXISTS report_figures;

DELIMITER //

CREATE PROCEDURE report_figures (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the dashboard of the office. | figures: one, series: many'
BEGIN
    DECLARE v_generation INT UNSIGNED;
    DECLARE v_is_refreshing BOOLEAN;

    CALL _require_admin(p_actor_id);
    SELECT
        generation,
        COALESCE(refreshing_until > UTC_TIMESTAMP(), 0)
    INTO v_generation, v_is_refreshing
    FROM statistics_snapshots;

    SELECT
        v.members_count,
        v.alumni_count,
        v.students_count,
        v.admins_count,
        v.mentors_count,
        v.active_members_count,
        v.new_members_count,
        v.new_members_before_count,
        v.unconfirmed_count,
        v.approvals_count,
        v.blocked_count,
        v.rejected_count,
        v.deletion_requests_count,
        v.graduation_requests_count,
        v.achievements_count,
        v.open_jobs_count,
        v.new_jobs_count,
        v.new_jobs_before_count,
        v.companies_count,
        v.applications_count,
        v.new_applications_count,
        v.new_applications_before_count,
        v.hired_count,
        v.upcoming_events_count,
        v.upcoming_registrations_count,
        v.held_events_count,
        v.attended_count,
        v.no_shows_count,
        v.refreshed_at,
        v_is_refreshing AS is_refreshing
    FROM vw_dashboard_stats AS v;

    SELECT
        chart,
        position,
        label,
        series,
        value
    FROM statistics_series
    WHERE generation = v_generation
    ORDER BY chart, position, series_position;
END //

DELIMITER ;
