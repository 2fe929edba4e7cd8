-- report_employment: report the outcomes of alumni of a period of graduation.
--
-- Reads the last refresh: at most 26 rows of each of three tables without small groups: see
-- _suppressed_cells_of. The periods are fixed and campuses are not separated, so that no two
-- reports differ by a few people.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_cohort    period of graduation, 1 (the newest) to 11, see graduation_period_of; NULL, 0: all
-- Result sets
--   report (one)       cohort, cohort_name, small_group (smaller groups are suppressed),
--                      alumni_count, employed_count (NULL: suppressed), refreshed_at, institution
--   cohorts (many)     cohort, name, alumni_count, employed_count: all non-empty periods
--   degrees (many)     degree, alumni_count, employed_count: of the period
--   industries (many)  industry, alumni_count (NULL: suppressed): of those with an industry
--   companies (many)   company, alumni_count (NULL: suppressed): of those with a company
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  invalid value
-- Example
--   CALL report_employment(1, NULL);
--   CALL report_employment(1, 3);

DROP PROCEDURE IF EXISTS report_employment;

DELIMITER //

CREATE PROCEDURE report_employment (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_cohort SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Report the outcomes of alumni of a period. | report: one, cohorts: many, degrees: many,
industries: many, companies: many'
BEGIN
    DECLARE v_cohort SMALLINT UNSIGNED DEFAULT COALESCE(p_cohort, 0);
    DECLARE v_small_group INT UNSIGNED
    DEFAULT GREATEST(COALESCE(setting_of('report_small_group'), 5), 3);
    DECLARE v_generation INT UNSIGNED;
    DECLARE v_refreshed_at DATETIME;
    DECLARE v_alumni_count INT UNSIGNED DEFAULT 0;
    DECLARE v_employed_count INT UNSIGNED;

    CALL _require_admin(p_actor_id);
    IF v_cohort > 11 THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'cohort: Choose a period of graduation from the list.';
    END IF;
    SELECT
        generation,
        refreshed_at
    INTO v_generation, v_refreshed_at
    FROM statistics_snapshots;
    SELECT
        group_count,
        value
    INTO v_alumni_count, v_employed_count
    FROM statistics_outcomes
    WHERE
        generation = v_generation
        AND report = 'employment'
        AND row_position = 0
        AND column_position = v_cohort;

    SELECT
        v_cohort AS cohort,
        v_alumni_count AS alumni_count,
        v_employed_count AS employed_count,
        v_refreshed_at AS refreshed_at,
        name AS institution,
        graduation_period_name_of(v_cohort) AS cohort_name,
        v_small_group AS small_group
    FROM institution_info;

    SELECT
        column_position AS cohort,
        group_count AS alumni_count,
        value AS employed_count,
        graduation_period_name_of(column_position) AS name
    FROM statistics_outcomes
    WHERE generation = v_generation AND report = 'employment' AND row_position = 0
    ORDER BY column_position;

    SELECT
        row_label AS degree,
        group_count AS alumni_count,
        value AS employed_count
    FROM statistics_outcomes
    WHERE
        generation = v_generation
        AND report = 'employment'
        AND row_position > 0
        AND column_position = v_cohort
        AND group_count > 0
    ORDER BY row_position;

    SELECT
        row_label AS industry,
        value AS alumni_count
    FROM statistics_outcomes
    WHERE
        generation = v_generation
        AND report = 'industry'
        AND row_position > 0
        AND column_position = v_cohort
        AND COALESCE(value, 1) > 0
    ORDER BY row_position;

    SELECT
        row_label AS company,
        value AS alumni_count
    FROM statistics_outcomes
    WHERE
        generation = v_generation
        AND report = 'company'
        AND row_position > 0
        AND column_position = v_cohort
        AND COALESCE(value, 1) > 0
    ORDER BY row_position;
END //

DELIMITER ;
