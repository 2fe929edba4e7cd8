-- _references_waiting: list requests that need an alumni member's reply, next to expire first.
--
-- Parameters
--   p_actor_id  users.id of the alumni member; others have none
--   p_limit     maximum number of rows
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
COMMENT 'List requests that need an alumni member''s reply. | waiting: many'
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
