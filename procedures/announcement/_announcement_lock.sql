-- _announcement_lock: lock an announcement that the actor manages, or refuse.
--
-- An announcement that the actor may not see counts as missing.
--
-- Parameters
--   p_actor_id         users.id
--   p_role             the actor's role, read before the transaction
--   p_announcement_id  announcements.id
--   p_is_deleted       1: include a deleted one; 0: a deleted one counts as missing
-- Result sets
--   none
-- Errors
--   45403  not the actor's own, or removed by the office
--   45404  no such announcement

DROP PROCEDURE IF EXISTS _announcement_lock;

DELIMITER //

CREATE PROCEDURE _announcement_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_announcement_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock an announcement that the actor manages, or refuse.'
BEGIN
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_is_held BOOLEAN;
    DECLARE v_can_see BOOLEAN;

    -- Locked before any other read, so that the transaction's snapshot is not older than the lock.
    SELECT
        author_id,
        is_held,
        can_see_announcement(
            p_actor_id, p_role, author_id, target_audience,
            IF(
                is_deleted, 'draft',
                announcement_state_of(status, approval, publish_at, expires_at)
            )
        )
    INTO v_author_id, v_is_held, v_can_see
    FROM announcements
    WHERE id = p_announcement_id AND (is_deleted = 0 OR p_is_deleted)
    FOR UPDATE;
    IF v_author_id IS NULL OR NOT v_can_see THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Announcement not found. It may have been deleted.';
    END IF;
    IF p_role <> 'admin' AND v_author_id <> p_actor_id THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Only the author or the alumni office can do this.';
    END IF;
    IF p_role <> 'admin' AND v_is_held THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'The alumni office removed this. Ask them to restore it.';
    END IF;
END //

DELIMITER ;
