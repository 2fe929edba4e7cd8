-- _announcement_lock: lock an announcement that the actor manages, or refuse.
--
-- An announcement that the actor may not even see is not there for them.
--
-- Parameters
--   p_actor_id         users.id
--   p_role             the actor's role, found before the transaction
--   p_announcement_id  announcements.id
--   p_is_deleted       1: also one that is deleted; 0: such a one is not there
-- Result sets
--   none
-- Errors
--   45403  somebody else's, or the office has taken it away
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

    -- Locked before anything else is read: what the transaction sees is what was there then.
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
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such announcement (any more).';
    END IF;
    IF p_role <> 'admin' AND v_author_id <> p_actor_id THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only who posted this can do that.';
    END IF;
    IF p_role <> 'admin' AND v_is_held THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'The alumni office took this away. Ask them to bring it back.';
    END IF;
END //

DELIMITER ;
