-- announcement_delete: delete an announcement; it can be restored for 30 days.
--
-- Parameters
--   p_actor_id         users.id of the author or an admin
--   p_announcement_id  announcements.id
-- Result sets
--   announcement (one)  id, title, state (after restoring), publish_at, pin_position, revision
-- Errors
--   45401  not signed in
--   45403  not the actor's own, or removed by the office
--   45404  no such announcement
-- Example
--   CALL announcement_delete(1, 1);

DROP PROCEDURE IF EXISTS announcement_delete;

DELIMITER //

CREATE PROCEDURE announcement_delete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Delete an announcement; it can be restored. | announcement: one'
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
    CALL _announcement_pins_lock();
    CALL _announcement_lock(p_actor_id, v_role, p_announcement_id, 0);
    UPDATE announcements
    SET
        is_deleted = 1,
        deleted_at = UTC_TIMESTAMP(),
        -- If the office has deleted it, only the office can restore it.
        is_held = author_id <> p_actor_id,
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_announcement_id;
    CALL _announcement_pin_place(p_actor_id, p_announcement_id, NULL);
    CALL _audit(
        p_actor_id, 'announcement_delete', 'announcements', p_announcement_id,
        JSON_OBJECT('is_deleted', 0), JSON_OBJECT('is_deleted', 1)
    );
    COMMIT;

    CALL _announcement_outcome(p_announcement_id);
END //

DELIMITER ;
