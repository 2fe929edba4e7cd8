-- _statistics_write: write a count beside the last one, then make it the one that is read.
--
-- A count that holds the same as the last one is not written again: only its time is.
--
-- Parameters
--   p_generation  as _statistics_claim gave it
--   p_figures     as _figures_count
--   p_series      as _series_count_members
--   p_cohorts     as _cohorts_count
--   p_outcomes    as _outcomes_add
--   p_events      as _attendance_count
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
COMMENT 'Write a count beside the last one, then make it the one that is read.'
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
    SET v_is_new = NOT (v_digest <=> v_last_digest);

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

        -- A degree, a campus or an event that went while it was counted is left out.
        INSERT INTO statistics_cohorts (
            generation, position, graduation_year, degree_id, campus_id, alumni_count
        )
        SELECT
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

    UPDATE statistics_snapshots AS s
    JOIN
        JSON_TABLE(
            p_figures, '$' COLUMNS (
                members_count INT UNSIGNED PATH '$.members_count',
                alumni_count INT UNSIGNED PATH '$.alumni_count',
                students_count INT UNSIGNED PATH '$.students_count',
                admins_count INT UNSIGNED PATH '$.admins_count',
                mentors_count INT UNSIGNED PATH '$.mentors_count',
                active_members_count INT UNSIGNED PATH '$.active_members_count',
                new_members_count INT UNSIGNED PATH '$.new_members_count',
                new_members_before_count INT UNSIGNED PATH '$.new_members_before_count',
                unconfirmed_count INT UNSIGNED PATH '$.unconfirmed_count',
                approvals_count INT UNSIGNED PATH '$.approvals_count',
                blocked_count INT UNSIGNED PATH '$.blocked_count',
                rejected_count INT UNSIGNED PATH '$.rejected_count',
                deletion_requests_count INT UNSIGNED PATH '$.deletion_requests_count',
                graduation_requests_count INT UNSIGNED PATH '$.graduation_requests_count',
                achievements_count INT UNSIGNED PATH '$.achievements_count',
                open_jobs_count INT UNSIGNED PATH '$.open_jobs_count',
                new_jobs_count INT UNSIGNED PATH '$.new_jobs_count',
                new_jobs_before_count INT UNSIGNED PATH '$.new_jobs_before_count',
                companies_count INT UNSIGNED PATH '$.companies_count',
                applications_count INT UNSIGNED PATH '$.applications_count',
                new_applications_count INT UNSIGNED PATH '$.new_applications_count',
                new_applications_before_count INT UNSIGNED
                PATH '$.new_applications_before_count',
                hired_count INT UNSIGNED PATH '$.hired_count',
                upcoming_events_count INT UNSIGNED PATH '$.upcoming_events_count',
                upcoming_registrations_count INT UNSIGNED PATH '$.upcoming_registrations_count',
                held_events_count INT UNSIGNED PATH '$.held_events_count',
                attended_count INT UNSIGNED PATH '$.attended_count',
                no_shows_count INT UNSIGNED PATH '$.no_shows_count'
            )
        ) AS f
    SET
        s.members_count = f.members_count,
        s.alumni_count = f.alumni_count,
        s.students_count = f.students_count,
        s.admins_count = f.admins_count,
        s.mentors_count = f.mentors_count,
        s.active_members_count = f.active_members_count,
        s.new_members_count = f.new_members_count,
        s.new_members_before_count = f.new_members_before_count,
        s.unconfirmed_count = f.unconfirmed_count,
        s.approvals_count = f.approvals_count,
        s.blocked_count = f.blocked_count,
        s.rejected_count = f.rejected_count,
        s.deletion_requests_count = f.deletion_requests_count,
        s.graduation_requests_count = f.graduation_requests_count,
        s.achievements_count = f.achievements_count,
        s.open_jobs_count = f.open_jobs_count,
        s.new_jobs_count = f.new_jobs_count,
        s.new_jobs_before_count = f.new_jobs_before_count,
        s.companies_count = f.companies_count,
        s.applications_count = f.applications_count,
        s.new_applications_count = f.new_applications_count,
        s.new_applications_before_count = f.new_applications_before_count,
        s.hired_count = f.hired_count,
        s.upcoming_events_count = f.upcoming_events_count,
        s.upcoming_registrations_count = f.upcoming_registrations_count,
        s.held_events_count = f.held_events_count,
        s.attended_count = f.attended_count,
        s.no_shows_count = f.no_shows_count,
        s.generation = IF(v_is_new, p_generation, s.generation),
        s.content_digest = v_digest,
        s.refreshed_at = UTC_TIMESTAMP(),
        s.refreshing_until = NULL
    WHERE s.id = 1 AND s.claimed_generation = p_generation;

    IF v_is_new THEN
        DELETE FROM statistics_series WHERE generation < v_last;
        DELETE FROM statistics_cohorts WHERE generation < v_last;
        DELETE FROM statistics_outcomes WHERE generation < v_last;
        DELETE FROM statistics_events WHERE generation < v_last;
    END IF;
END //

DELIMITER ;
