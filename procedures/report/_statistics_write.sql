-- _statistics_write: write new statistics next to the current ones, then switch to them.
--
-- Unchanged statistics are not written again; only their time is.
--
-- Parameters
--   p_generation  from _statistics_claim
--   p_figures     from _figures_count
--   p_series      from _series_count_members
--   p_cohorts     from _cohorts_count
--   p_outcomes    from _outcomes_add
--   p_events      from _attendance_count
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _statistics_write;

DELIMITER //

CREATE PROCEDURE _statistics_write (
    IN p_generation INT UNSIGNED,
    IN p_figures JSON,
    IN p_series JSON,
    IN p_cohorts JSON,
    IN p_outcomes JSON,
    IN p_events JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Write new statistics next to the current ones, then switch to them.'
BEGIN
    DECLARE v_digest BINARY(32) DEFAULT UNHEX(SHA2(
        CONCAT_WS('\n', p_series, p_cohorts, p_outcomes, p_events), 256
    ));
    DECLARE v_last INT UNSIGNED;
    DECLARE v_last_digest BINARY(32);
    DECLARE v_is_new BOOLEAN;

    SELECT
        generation,
        content_digest
    INTO v_last, v_last_digest
    FROM statistics_snapshots;
    SET v_is_new = NOT(v_digest <=> v_last_digest);

    IF v_is_new THEN
        INSERT INTO statistics_series (
            generation, chart, position, series_position, label, series, value
        )
        SELECT
            p_generation,
            t.chart,
            t.position,
            t.series_position,
            t.label,
            t.series,
            t.value
        FROM
            JSON_TABLE(
                p_series, '$[*]' COLUMNS (
                    chart VARCHAR(20) PATH '$[0]',
                    position INT PATH '$[1]',
                    series_position INT PATH '$[2]',
                    label VARCHAR(200) PATH '$[3]',
                    series VARCHAR(160) PATH '$[4]',
                    value INT UNSIGNED PATH '$[5]'
                )
            ) AS t;

        -- Degrees, campuses and events deleted during the refresh are left out.
        INSERT INTO statistics_cohorts (
            generation, position, graduation_year, degree_id, campus_id, alumni_count
        )
        SELECT
            /*+ JOIN_ORDER(t, d, c) JOIN_INDEX(d PRIMARY) JOIN_INDEX(c PRIMARY) */
            p_generation,
            t.position,
            t.graduation_year,
            t.degree_id,
            t.campus_id,
            t.alumni_count
        FROM
            JSON_TABLE(
                p_cohorts, '$[*]' COLUMNS (
                    position FOR ORDINALITY,
                    graduation_year SMALLINT UNSIGNED PATH '$[0]' NULL ON ERROR,
                    degree_id BIGINT UNSIGNED PATH '$[1]' NULL ON ERROR,
                    campus_id BIGINT UNSIGNED PATH '$[2]' NULL ON ERROR,
                    alumni_count INT UNSIGNED PATH '$[3]'
                )
            ) AS t
        LEFT JOIN degrees AS d ON d.id = t.degree_id
        LEFT JOIN campuses AS c ON c.id = t.campus_id
        WHERE d.id <=> t.degree_id AND c.id <=> t.campus_id;

        INSERT INTO statistics_outcomes (
            generation, report, row_position, column_position, row_label, group_count, value
        )
        SELECT
            p_generation,
            t.report,
            t.row_position,
            t.column_position,
            t.row_label,
            t.group_count,
            t.value
        FROM
            JSON_TABLE(
                p_outcomes, '$[*]' COLUMNS (
                    report VARCHAR(20) PATH '$[0]',
                    row_position INT PATH '$[1]',
                    column_position INT PATH '$[2]',
                    row_label VARCHAR(160) PATH '$[3]',
                    group_count INT UNSIGNED PATH '$[4]' NULL ON ERROR,
                    value INT UNSIGNED PATH '$[5]' NULL ON ERROR
                )
            ) AS t;

        INSERT INTO statistics_events (
            generation, event_id, starts_at, registrations_count, attended_count, no_shows_count,
            waiting_count, cancelled_count
        )
        SELECT
            /*+ JOIN_ORDER(t, e) JOIN_INDEX(e PRIMARY) */
            p_generation,
            t.event_id,
            t.starts_at,
            t.registrations_count,
            t.attended_count,
            t.no_shows_count,
            t.waiting_count,
            t.cancelled_count
        FROM
            JSON_TABLE(
                p_events, '$[*]' COLUMNS (
                    event_id BIGINT UNSIGNED PATH '$[0]',
                    starts_at DATETIME PATH '$[1]',
                    registrations_count INT UNSIGNED PATH '$[2]',
                    attended_count INT UNSIGNED PATH '$[3]',
                    no_shows_count INT UNSIGNED PATH '$[4]',
                    waiting_count INT UNSIGNED PATH '$[5]',
                    cancelled_count INT UNSIGNED PATH '$[6]'
                )
            ) AS t
        JOIN events AS e ON e.id = t.event_id;
    END IF;

    UPDATE statistics_snapshots
    SET
        members_count = JSON_EXTRACT(p_figures, '$.members_count'),
        alumni_count = JSON_EXTRACT(p_figures, '$.alumni_count'),
        students_count = JSON_EXTRACT(p_figures, '$.students_count'),
        admins_count = JSON_EXTRACT(p_figures, '$.admins_count'),
        mentors_count = JSON_EXTRACT(p_figures, '$.mentors_count'),
        active_members_count = JSON_EXTRACT(p_figures, '$.active_members_count'),
        new_members_count = JSON_EXTRACT(p_figures, '$.new_members_count'),
        new_members_before_count = JSON_EXTRACT(p_figures, '$.new_members_before_count'),
        unconfirmed_count = JSON_EXTRACT(p_figures, '$.unconfirmed_count'),
        approvals_count = JSON_EXTRACT(p_figures, '$.approvals_count'),
        blocked_count = JSON_EXTRACT(p_figures, '$.blocked_count'),
        rejected_count = JSON_EXTRACT(p_figures, '$.rejected_count'),
        deletion_requests_count = JSON_EXTRACT(p_figures, '$.deletion_requests_count'),
        graduation_requests_count = JSON_EXTRACT(p_figures, '$.graduation_requests_count'),
        achievements_count = JSON_EXTRACT(p_figures, '$.achievements_count'),
        open_jobs_count = JSON_EXTRACT(p_figures, '$.open_jobs_count'),
        new_jobs_count = JSON_EXTRACT(p_figures, '$.new_jobs_count'),
        new_jobs_before_count = JSON_EXTRACT(p_figures, '$.new_jobs_before_count'),
        companies_count = JSON_EXTRACT(p_figures, '$.companies_count'),
        applications_count = JSON_EXTRACT(p_figures, '$.applications_count'),
        new_applications_count = JSON_EXTRACT(p_figures, '$.new_applications_count'),
        new_applications_before_count = JSON_EXTRACT(p_figures, '$.new_applications_before_count'),
        hired_count = JSON_EXTRACT(p_figures, '$.hired_count'),
        upcoming_events_count = JSON_EXTRACT(p_figures, '$.upcoming_events_count'),
        upcoming_registrations_count = JSON_EXTRACT(p_figures, '$.upcoming_registrations_count'),
        held_events_count = JSON_EXTRACT(p_figures, '$.held_events_count'),
        attended_count = JSON_EXTRACT(p_figures, '$.attended_count'),
        no_shows_count = JSON_EXTRACT(p_figures, '$.no_shows_count'),
        generation = IF(v_is_new, p_generation, generation),
        content_digest = v_digest,
        refreshed_at = UTC_TIMESTAMP(),
        refreshing_until = NULL
    WHERE id = 1 AND claimed_generation = p_generation;

    IF v_is_new THEN
        DELETE FROM statistics_series WHERE generation < v_last;
        DELETE FROM statistics_cohorts WHERE generation < v_last;
        DELETE FROM statistics_outcomes WHERE generation < v_last;
        DELETE FROM statistics_events WHERE generation < v_last;
    END IF;
END //

DELIMITER ;
