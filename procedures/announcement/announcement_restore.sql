-- announcement_restore: restore a deleted announcement, unpinned.
--
-- Parameters
--   p_actor_id         users.id of the author or an admin
--   p_announcement_id  announcements.id
-- Result sets
--   announcement (one)  id, title, state, publish_at, pin_position, revision
-- Errors
--   45401  not signed in
--   45403  not the actor's own, or removed by the office
--   45404  no such announcement
--   45409  not deleted, or deleted more than 30 days ago
-- Example
--   CALL announcement_delete(1, 1);
--   CALL announcement_restore(1, 1);

DROP PROCEDURE IF EXISTS announcement_restore;

DELIMITER //

CREATE PROCEDURE announcement_restore (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore a deleted announcement. | announcement: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _announcement_lock(p_actor_id, v_role, p_announcement_id, 1);
    UPDATE announcements
    SET
        is_deleted = 0,
        deleted_at = NULL,
        -- If the office had archived it, only the office can publish it again.
        is_held = is_held AND status = 'archived',
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE
        id = p_announcement_id
        AND is_deleted = 1
        AND can_be_restored(deleted_at);
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This announcement can no longer be restored.';
    END IF;
    CALL _audit(
        p_actor_id, 'announcement_restore', 'announcements', p_announcement_id,
        JSON_OBJECT('is_deleted', 1), JSON_OBJECT('is_deleted', 0)
    );
    COMMIT;

    CALL _announcement_outcome(p_announcement_id);
END //

DELIMITER ;
