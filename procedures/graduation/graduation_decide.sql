-- graduation_decide: approve or reject a student's graduation request.
--
-- Approval makes the student a graduate immediately; the student is notified by mail in any case.
--
-- Parameters
--   p_actor_id    users.id of an admin
--   p_request_id  graduation_requests.id
--   p_decision    approve or reject
--   p_reason      message to the student; required for a rejection
-- Result sets
--   request (one)  id, user_id, name, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such request
--   45409  the request is not pending, or the student's account is inactive
--   45422  invalid value
-- Example
--   CALL graduation_request(3, 1, YEAR(UTC_DATE()), NULL);
--   CALL graduation_decide(1, LAST_INSERT_ID(), 'perhaps', NULL);
--   -- refused: 45422

DROP PROCEDURE IF EXISTS graduation_decide;

DELIMITER //

CREATE PROCEDURE graduation_decide (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_decision VARCHAR(20),
    IN p_reason VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Approve or reject a student''s graduation request. | request: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_decided VARCHAR(20) DEFAULT IF(p_decision = 'approve', 'approved', 'rejected');
    DECLARE v_degree_id BIGINT UNSIGNED;
    DECLARE v_year SMALLINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    IF p_decision IS NULL OR p_decision NOT IN ('approve', 'reject') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'decision: Choose approve or reject.';
    END IF;
    CALL _require_text('reason', p_reason, 500, p_decision = 'reject', 1);
    SELECT
        user_id,
        degree_id,
        graduation_year
    INTO v_user_id, v_degree_id, v_year
    FROM graduation_requests
    WHERE id = p_request_id;
    IF v_user_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Request not found.';
    END IF;

    START TRANSACTION;
    CALL _graduand_lock(v_user_id, v_state);
    SELECT status INTO v_status
    FROM graduation_requests
    WHERE id = p_request_id
    FOR UPDATE;
    IF v_status <> 'pending' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This request has already been answered. Reload the page.';
    END IF;
    IF v_state <> 'student' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This student''s account is inactive. Reactivate it first.';
    END IF;

    UPDATE graduation_requests
    SET
        status = v_decided,
        decided_at = UTC_TIMESTAMP(),
        decided_reason = p_reason,
        updated_by = p_actor_id
    WHERE id = p_request_id;
    CALL _audit(
        p_actor_id, 'graduation_decide', 'graduation_requests', p_request_id,
        JSON_OBJECT('status', 'pending'),
        JSON_OBJECT('status', v_decided, 'decided_reason', p_reason)
    );
    IF v_decided = 'approved' THEN
        CALL _graduate(p_actor_id, v_user_id, v_degree_id, v_year, 'graduation_decide');
    ELSE
        CALL _notify(
            p_actor_id, v_user_id, 'verification', 'graduation_rejected', 'graduation',
            '/graduation', JSON_OBJECT('reason', p_reason), 'graduation_rejected',
            CONCAT('graduation_rejected:', p_request_id)
        );
    END IF;
    COMMIT;

    SELECT
        id,
        user_id,
        status,
        name_of(user_id) AS name
    FROM graduation_requests
    WHERE id = p_request_id;
END //

DELIMITER ;
