-- _newest_job_ids: list the newest postings that a person can see and apply for.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
--   p_limit     maximum number
--   p_ids       their ids, newest first, separated by commas; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _newest_job_ids;

DELIMITER //

CREATE PROCEDURE _newest_job_ids (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the newest postings that a person can see and apply for.'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_actor_id);
    DECLARE v_floor BIGINT UNSIGNED;

    -- Only among the newest 200, so that the cost does not grow with the table; the scan ends as
    -- soon as it has found enough.
    CALL _job_walk_floor(~0, 200, v_floor);
    SELECT GROUP_CONCAT(m.id ORDER BY m.id DESC) INTO p_ids
    FROM (
        SELECT j.id
        FROM job_postings AS j FORCE INDEX (ix_job_postings_is_listed_id)
        WHERE
            j.is_listed = 1
            AND j.id >= v_floor
            AND is_job_open(j.is_listed, j.closes_at)
            AND can_see_job(p_actor_id, v_role, j.poster_id, j.target_audience)
        ORDER BY j.id DESC
        LIMIT p_limit
    ) AS m;
END //

DELIMITER ;
