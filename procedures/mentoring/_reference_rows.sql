-- _reference_rows: read requests as lists show them.
--
-- Parameters
--   p_actor_id  users.id of one side of each
--   p_ids       JSON array of reference_requests.id; NULL: none
--   p_limit     maximum number of rows
-- Result sets
--   requests (many)  newest first: id, kind, purpose, company, position, status, expires_at,
--                    created_at, answered_at, completed_at, rating, mover (requester or alumnus:
--                    the actor's side), other_id, other_name, other_photo, goals_count,
--                    goals_done_count
-- Errors
--   none

DROP PROCEDURE IF EXISTS _reference_rows;

DELIMITER //

CREATE PROCEDURE _reference_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids JSON,
    IN p_limit INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read requests as lists show them. | requests: many'
BEGIN
    SELECT
        r.id,
        r.kind,
        r.purpose,
        r.company,
        r.position,
        r.status,
        r.expires_at,
        r.created_at,
        r.answered_at,
        r.completed_at,
        r.rating,
        IF(r.requester_id = p_actor_id, 'requester', 'alumnus') AS mover,
        o.id AS other_id,
        name_of(o.id) AS other_name,
        photo_of(p_actor_id, o.id) AS other_photo,
        (
            SELECT COUNT(*)
            FROM reference_goals AS g
            WHERE g.request_id = r.id
        ) AS goals_count,
        (
            SELECT COUNT(*)
            FROM reference_goals AS g
            WHERE g.request_id = r.id AND g.is_done = 1
        ) AS goals_done_count
    FROM JSON_TABLE(p_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
    JOIN reference_requests AS r ON r.id = k.id
    JOIN users AS o ON o.id = IF(r.requester_id = p_actor_id, r.alumnus_id, r.requester_id)
    ORDER BY r.id DESC
    LIMIT p_limit;
END //

DELIMITER ;
