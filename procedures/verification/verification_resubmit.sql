-- verification_resubmit: give a request back to the office that has asked for more.
--
-- It keeps its place in the queue: who has waited does not wait anew.
--
-- Parameters
--   p_actor_id    users.id of who asked
--   p_request_id  verification_queue.id
--   p_note        words for the office, at most 1,000 characters; NULL: those of before stay
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  nobody is signed in
--   45404  no such request of the actor's
--   45409  the office does not wait for the actor
--   45422  a value is unacceptable
-- Example
--   CALL verification_resubmit(3, 0, NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS verification_resubmit;

DELIMITER //

CREATE PROCEDURE verification_resubmit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_note VARCHAR(1000)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Give a request back to the office that has asked for more. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_documents JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Before the transaction, so that what it sees is as of the lock.
    CALL _require_actor(p_actor_id, v_role);
    CALL _require_text('note', p_note, 1000, 0, 1);

    START TRANSACTION;
    CALL _verification_lock(p_actor_id, p_request_id, v_status, v_documents);
    IF v_status <> 'needs_more' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'Your request is with the office already.';
    END IF;
    UPDATE verification_queue
    SET
        status = 'pending',
        note = COALESCE(p_note, note),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_request_id;
    CALL _audit(
        p_actor_id, 'verification_resubmit', 'verification_queue', p_request_id,
        JSON_OBJECT('status', v_status), JSON_OBJECT('status', 'pending')
    );
    COMMIT;

    SELECT
        id,
        status
    FROM verification_queue
    WHERE id = p_request_id;
END //

DELIMITER ;
