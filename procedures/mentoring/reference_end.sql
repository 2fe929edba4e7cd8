-- reference_end: end an accepted request before it is complete.
--
-- The place is free again.
--
-- Parameters
--   p_actor_id    users.id of either side
--   p_request_id  reference_requests.id
--   p_note        message to the other side, at most 500 characters; NULL: none
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  not signed in
--   45404  no such request of the actor
--   45409  not accepted
--   45422  the note is too long
-- Example
--   CALL reference_end(2, 0, NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS reference_end;

DELIMITER //

CREATE PROCEDURE reference_end (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_note VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'End an accepted request before it is complete. | request: one'
BEGIN
    DECLARE v_requester_id BIGINT UNSIGNED;
    DECLARE v_alumnus_id BIGINT UNSIGNED;
    DECLARE v_mover VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _reference_parties(p_actor_id, p_request_id, v_requester_id, v_alumnus_id, v_mover);
    CALL _require_text('note', p_note, 500, 0, 1);

    START TRANSACTION;
    CALL _reference_finish(
        p_request_id, v_requester_id, v_alumnus_id, v_mover, 'ended', p_note
    );
    COMMIT;

    SELECT
        p_request_id AS id,
        'ended' AS status;
END //

DELIMITER ;
