-- _announcement_visible: refuse an announcement that a person may not see.
--
-- Parameters
--   p_actor_id         users.id
--   p_role             the actor's role
--   p_announcement_id  announcements.id
--   p_can_edit         1: the actor may change it
-- Result sets
--   none
-- Errors
--   45404  no such announcement, or the actor may not see it

DROP PROCEDURE IF EXISTS _announcement_visible;

DELIMITER //

CREATE PROCEDURE _announcement_visible (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_announcement_id BIGINT UNSIGNED,
    OUT p_can_edit BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse an announcement that a person may not see.'
BEGIN
    SELECT p_role = 'admin' OR (author_id = p_actor_id AND NOT is_held) INTO p_can_edit
    FROM announcements
    WHERE
        id = p_announcement_id
        AND is_deleted = 0
        AND (is_suspended = 0 OR p_role = 'admin')
        AND can_see_announcement(
            p_actor_id, p_role, author_id, target_audience,
            announcement_state_of(status, approval, publish_at, expires_at)
        );
    IF p_can_edit IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Announcement not found. It may have been deleted.';
    END IF;
END //

DELIMITER ;
