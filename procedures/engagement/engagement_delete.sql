-- engagement_delete: delete a declined or cancelled engagement, or restore it.
--
-- Confirmed and past engagements are history: they can be cancelled, not deleted.
--
-- Parameters
--   p_actor_id       users.id of an admin
--   p_engagement_id  alumni_engagements.id
--   p_is_deleted     1: delete; 0: restore
-- Result sets
--   engagement (one)  id, is_deleted
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such engagement
--   45409  neither declined nor cancelled
--   45422  is_deleted is missing
-- Example
--   CALL engagement_delete(1, 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS engagement_delete;

DELIMITER //

CREATE PROCEDURE engagement_delete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Delete a declined or cancelled engagement, or restore it. | engagement: one'
BEGIN
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_revision INT UNSIGNED;

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
    CALL _engagement_lock(
        p_actor_id, 'admin', p_engagement_id, 1, v_mover, v_status, v_revision
    );
    IF p_is_deleted AND v_status NOT IN ('declined', 'cancelled') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Only declined or cancelled engagements can be deleted.';
    END IF;
    UPDATE alumni_engagements
    SET
        is_deleted = p_is_deleted,
        deleted_at = IF(p_is_deleted, UTC_TIMESTAMP(), NULL),
        updated_by = p_actor_id
    WHERE id = p_engagement_id AND is_deleted <> p_is_deleted;
    -- Nothing changes if it is already so.
    IF ROW_COUNT() = 1 THEN
        CALL _audit(
            p_actor_id, 'engagement_delete', 'alumni_engagements', p_engagement_id,
            JSON_OBJECT('is_deleted', 1 - p_is_deleted), JSON_OBJECT('is_deleted', p_is_deleted)
        );
    END IF;
    COMMIT;

    SELECT
        id,
        is_deleted
    FROM alumni_engagements
    WHERE id = p_engagement_id;
END //

DELIMITER ;
