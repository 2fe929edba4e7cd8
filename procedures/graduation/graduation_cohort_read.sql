-- graduation_cohort_read: list the students from whom the office chooses graduates.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_degree    degrees.id; NULL: any
--   p_campus    campuses.id; NULL: any
--   p_year      expected year of graduation; NULL: any
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 100; NULL: 50
-- Result sets
--   people (many)    as _person_rows returns them
--   page (one)       next_after (NULL: the end), is_continued (1: this page is not full, and there
--                    may be more), this_year
--   degrees (many)   id, name
--   campuses (many)  id, name
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL graduation_cohort_read(1, 1, NULL, NULL, NULL, 20);

DROP PROCEDURE IF EXISTS graduation_cohort_read;

DELIMITER //

CREATE PROCEDURE graduation_cohort_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_degree BIGINT UNSIGNED,
    IN p_campus BIGINT UNSIGNED,
    IN p_year SMALLINT UNSIGNED,
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'List students who may graduate. | people: many, page: one, degrees: many, campuses: many'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 50), 1), 100);
    DECLARE v_ids TEXT;
    DECLARE v_next_after BIGINT UNSIGNED;
    DECLARE v_is_continued BOOLEAN;

    CALL _require_admin(p_actor_id);
    CALL _require_cursor(p_after);

    CALL _graduation_candidates(
        p_degree, p_campus, p_year, COALESCE(p_after, 0), v_limit,
        v_ids, v_next_after, v_is_continued
    );
    CALL _person_rows(p_actor_id, v_ids);
    SELECT
        v_next_after AS next_after,
        v_is_continued AS is_continued,
        YEAR(UTC_TIMESTAMP()) AS this_year;
    -- Including retired ones: their last students graduate.
    SELECT
        id,
        name
    FROM degrees
    ORDER BY name;
    SELECT
        id,
        name
    FROM campuses
    ORDER BY name;
END //

DELIMITER ;
