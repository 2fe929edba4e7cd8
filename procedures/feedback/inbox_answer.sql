-- inbox_answer: answer a message by mail; the answer is stored with the message.
--
-- Members get it at their account's current email address, visitors at the address they entered: a
-- person of the office has read the message and decides to write there. Answering an
-- unassigned message assigns it.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_kind             contact or feedback
--   p_id               of the message
--   p_answer           at most 10,000 characters
--   p_is_resolving     1: also resolve the message; NULL or 0: it stays open
--   p_idempotency_key  created with the form: the same key returns the same answer; NULL: none
-- Result sets
--   message (one)  kind, id, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such message
--   45409  spam, or the sender's account is deleted
--   45422  invalid value
-- Example
--   CALL inbox_answer(1, 'contact', 0, 'You are welcome.', 1, NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS inbox_answer;

DELIMITER //

CREATE PROCEDURE inbox_answer (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_answer MEDIUMTEXT,
    IN p_is_resolving BOOLEAN,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Answer a message by mail. | message: one'
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_to_status VARCHAR(20);
    DECLARE v_assignee_id BIGINT UNSIGNED;
    DECLARE v_entry_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_text('answer', p_answer, 10000, 1, 1);

    START TRANSACTION;
    CALL _inbox_lock(p_kind, p_id, 0, v_status, v_assignee_id);
    CALL _idempotency_claim(p_actor_id, 'inbox_answer', p_idempotency_key, v_entry_id);
    SET v_to_status = IF(p_is_resolving, 'resolved', 'open');
    IF v_entry_id IS NULL THEN
        IF v_status = 'spam' THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'This message is marked as spam. Reopen it before you answer.';
        END IF;
        CALL _inbox_entry_add(p_actor_id, p_kind, p_id, 'answer', p_answer, v_entry_id);
        CALL _inbox_write(
            p_actor_id, 'inbox_answer', p_kind, p_id, v_status, v_to_status, v_assignee_id,
            COALESCE(v_assignee_id, p_actor_id)
        );
        CALL _inbox_answer_mail(p_actor_id, p_kind, v_entry_id);
        CALL _idempotency_record(p_actor_id, 'inbox_answer', p_idempotency_key, v_entry_id);
    END IF;
    COMMIT;

    SELECT
        p_kind AS kind,
        p_id AS id,
        v_to_status AS status;
END //

DELIMITER ;
