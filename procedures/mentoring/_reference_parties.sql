-- _reference_parties: read the two sides of a request and the actor's side, or refuse.
--
-- Only these two can access it. The sides never change, so they are read before the
-- transaction, and their accounts can be locked before the request.
--
-- Parameters
--   p_actor_id      users.id
--   p_request_id    reference_requests.id
--   p_requester_id  users.id of the requester
--   p_alumnus_id    users.id of the alumni member
--   p_mover         requester or alumnus: the actor's side
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45404  no such request of the actor

DROP PROCEDURE IF EXISTS _reference_parties;

DELIMITER //

CREATE PROCEDURE _reference_parties (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    OUT p_requester_id BIGINT UNSIGNED,
    OUT p_alumnus_id BIGINT UNSIGNED,
    OUT p_mover VARCHAR(20)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the two sides of a request and the actor''s side, or refuse.'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    SET p_requester_id = NULL, p_alumnus_id = NULL, p_mover = NULL;
    SELECT
        requester_id,
        alumnus_id,
        IF(requester_id = p_actor_id, 'requester', 'alumnus')
    INTO p_requester_id, p_alumnus_id, p_mover
    FROM reference_requests
    WHERE
        id = p_request_id
        AND is_deleted = 0
        AND p_actor_id IN (requester_id, alumnus_id);
    IF p_mover IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Request not found.';
    END IF;
END //

DELIMITER ;
