-- _matching_job_ids: find the newest postings that ask for a person's skills.
--
-- Only among the newest 100, so that the cost does not grow with the table.
--
-- Parameters
--   p_actor_id  users.id
--   p_limit     maximum number
--   p_ids       their ids, those with the most matching skills first, separated by commas; NULL:
--               none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _matching_job_ids;

DELIMITER //

CREATE PROCEDURE _matching_job_ids (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find the newest postings that ask for a person''s skills.'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_actor_id);
    DECLARE v_floor BIGINT UNSIGNED;

    CALL _job_walk_floor(~0, 100, v_floor);
    SELECT GROUP_CONCAT(m.id ORDER BY m.skills_count DESC, m.id DESC) INTO p_ids
    FROM (
        SELECT
            j.id,
            COUNT(*) AS skills_count
        FROM job_postings AS j FORCE INDEX (ix_job_postings_is_listed_id)
        JOIN job_posting_skills AS s ON s.job_posting_id = j.id
        JOIN (
            SELECT skill_id
            FROM vw_person_skills
            WHERE user_id = p_actor_id
        ) AS k ON k.skill_id = s.skill_id
        LEFT JOIN job_applications AS a
            ON a.job_posting_id = j.id AND a.applicant_id = p_actor_id AND a.is_deleted = 0
        WHERE
            j.is_listed = 1
            AND j.id >= v_floor
            AND j.poster_id <> p_actor_id
            AND a.id IS NULL
            AND is_job_open(j.is_listed, j.closes_at)
            AND can_see_job(p_actor_id, v_role, j.poster_id, j.target_audience)
        GROUP BY j.id
        ORDER BY skills_count DESC, j.id DESC
        LIMIT p_limit
    ) AS m;
END //

DELIMITER ;
