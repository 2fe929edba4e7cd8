-- _reference_parties: the two of a request, and which of them the actor is, or the refusal.
--
-- It is there for these two and for nobody else. Who they are never changes: asked before the
-- transaction, so that their accounts can be held before the request is.
--
-- Parameters
--   p_actor_id      users.id
--   p_request_id    reference_requests.id
--   p_requester_id  users.id of who asked
--   p_alumnus_id    users.id of who was asked
--   p_mover         requester or alumnus: what the actor is to it
-- Result sets
--   none
-- Errors
--   45401  nobody is signed in
--   45404  no such request of the actor's

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
COMMENT 'The two of a request, and which of them the actor is, or the refusal.'
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
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such request of yours.';
    END IF;
END //

DELIMITER ;
