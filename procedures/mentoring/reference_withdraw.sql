-- reference_withdraw: withdraw a pending request.
--
-- Parameters
--   p_actor_id    users.id of the requester
--   p_request_id  reference_requests.id
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  not signed in
--   45404  no such request of the actor
--   45409  already answered, expired or withdrawn, or the actor is the alumni member
-- Example
--   CALL reference_withdraw(3, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS reference_withdraw;

DELIMITER //

CREATE PROCEDURE reference_withdraw (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Withdraw a pending request. | request: one'
BEGIN
    DECLARE v_requester_id BIGINT UNSIGNED;
    DECLARE v_alumnus_id BIGINT UNSIGNED;
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _reference_parties(p_actor_id, p_request_id, v_requester_id, v_alumnus_id, v_mover);

    START TRANSACTION;
    CALL _reference_lock(
        v_requester_id, v_alumnus_id, p_request_id, 'withdrawn', v_mover, v_status
    );
    CALL _reference_moved(
        p_request_id, v_requester_id, v_alumnus_id, v_status, 'withdrawn', v_mover, NULL, NULL, NULL
    );
    COMMIT;

    SELECT
        p_request_id AS id,
        'withdrawn' AS status;
END //

DELIMITER ;
