-- _references_waiting: requests that wait for the answer of an alumnus, what expires next first.
--
-- Parameters
--   p_actor_id  users.id of the alumnus; of anybody else there are none
--   p_limit     rows
-- Result sets
--   waiting (many)  id, requester_id, requester_name, requester_photo, kind, purpose, company,
--                   position, requested_at, expires_at
-- Errors
--   none

DROP PROCEDURE IF EXISTS _references_waiting;

DELIMITER //

CREATE PROCEDURE _references_waiting (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Requests that wait for the answer of an alumnus. | waiting: many'
BEGIN
    SELECT
        id,
        requester_id,
        requester_name,
        kind,
        purpose,
        company,
        position,
        requested_at,
        expires_at,
        photo_of(p_actor_id, requester_id) AS requester_photo
    FROM vw_pending_references
    WHERE alumnus_id = p_actor_id
    ORDER BY expires_at, id
    LIMIT p_limit;
END //

DELIMITER ;
