-- inbox_note: add an internal note to a message; the sender never sees it.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_kind             contact or feedback
--   p_id               of the message
--   p_note             at most 4,000 characters
--   p_idempotency_key  created with the form: the same key returns the same note; NULL: none
-- Result sets
--   entry (one)  id
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such message
--   45422  invalid value
-- Example
--   CALL inbox_note(1, 'contact', 0, 'Asked the library.', NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS inbox_note;

DELIMITER //

CREATE PROCEDURE inbox_note (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_note MEDIUMTEXT,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add an internal note to a message. | entry: one'
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_assignee_id BIGINT UNSIGNED;
    DECLARE v_entry_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_text('note', p_note, 4000, 1, 1);

    START TRANSACTION;
    CALL _inbox_lock(p_kind, p_id, 0, v_status, v_assignee_id);
    CALL _idempotency_claim(p_actor_id, 'inbox_note', p_idempotency_key, v_entry_id);
    IF v_entry_id IS NULL THEN
        CALL _inbox_entry_add(p_actor_id, p_kind, p_id, 'note', p_note, v_entry_id);
        CALL _idempotency_record(p_actor_id, 'inbox_note', p_idempotency_key, v_entry_id);
    END IF;
    COMMIT;

    SELECT v_entry_id AS id;
END //

DELIMITER ;
