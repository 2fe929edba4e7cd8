-- inbox_delete: move a message to the bin, or restore it.
--
-- Parameters
--   p_actor_id    users.id of an admin
--   p_kind        contact or feedback
--   p_id          of the message
--   p_is_deleted  1: move to the bin; 0: restore
-- Result sets
--   message (one)  kind, id, is_deleted
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such message
--   45422  is_deleted is missing
-- Example
--   CALL inbox_delete(1, 'contact', 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS inbox_delete;

DELIMITER //

CREATE PROCEDURE inbox_delete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Move a message to the bin, or restore it. | message: one'
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_assignee_id BIGINT UNSIGNED;
    DECLARE v_changed_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    IF p_is_deleted IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'is_deleted: Please fill this in.';
    END IF;
    SET p_is_deleted = p_is_deleted <> 0;

    START TRANSACTION;
    CALL _inbox_lock(p_kind, p_id, 1, v_status, v_assignee_id);
    IF p_kind = 'contact' THEN
        UPDATE contact_messages
        SET
            is_deleted = p_is_deleted,
            deleted_at = IF(p_is_deleted, UTC_TIMESTAMP(), NULL),
            updated_by = p_actor_id
        WHERE id = p_id AND is_deleted <> p_is_deleted;
        SET v_changed_count = ROW_COUNT();
    ELSE
        UPDATE feedback
        SET
            is_deleted = p_is_deleted,
            deleted_at = IF(p_is_deleted, UTC_TIMESTAMP(), NULL),
            updated_by = p_actor_id
        WHERE id = p_id AND is_deleted <> p_is_deleted;
        SET v_changed_count = ROW_COUNT();
    END IF;
    -- Nothing changes if it is already there.
    IF v_changed_count = 1 THEN
        CALL _audit(
            p_actor_id, 'inbox_delete', IF(p_kind = 'contact', 'contact_messages', 'feedback'),
            p_id, JSON_OBJECT('is_deleted', 1 - p_is_deleted),
            JSON_OBJECT('is_deleted', p_is_deleted)
        );
    END IF;
    COMMIT;

    SELECT
        p_kind AS kind,
        p_id AS id,
        p_is_deleted AS is_deleted;
END //

DELIMITER ;
