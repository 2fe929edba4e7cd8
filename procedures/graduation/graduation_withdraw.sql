-- graduation_withdraw: withdraw the actor's graduation request.
--
-- Parameters
--   p_actor_id  users.id of the student
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  not signed in
--   45409  the actor has no pending request
-- Example
--   CALL graduation_request(3, 1, YEAR(UTC_DATE()), NULL);
--   CALL graduation_withdraw(3);

DROP PROCEDURE IF EXISTS graduation_withdraw;

DELIMITER //

CREATE PROCEDURE graduation_withdraw (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Withdraw the actor''s graduation request. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_state VARCHAR(20);
    DECLARE v_request_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _graduand_lock(p_actor_id, v_state);
    SELECT id INTO v_request_id
    FROM graduation_requests
    WHERE user_id = p_actor_id AND is_pending = 1;
    IF v_request_id IS NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You have no pending request. It may already have been decided.';
    END IF;
    UPDATE graduation_requests SET status = 'withdrawn', updated_by = p_actor_id
    WHERE id = v_request_id;
    CALL _audit(
        p_actor_id, 'graduation_withdraw', 'graduation_requests', v_request_id,
        JSON_OBJECT('status', 'pending'), JSON_OBJECT('status', 'withdrawn')
    );
    COMMIT;

    SELECT
        id,
        status
    FROM graduation_requests
    WHERE id = v_request_id;
END //

DELIMITER ;
