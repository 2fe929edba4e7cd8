-- _announcement_outcome: read what became of a changed announcement.
--
-- Parameters
--   p_announcement_id  announcements.id
-- Result sets
--   announcement (one)  id, title, state, publish_at, pin_position, revision
-- Errors
--   none

DROP PROCEDURE IF EXISTS _announcement_outcome;

DELIMITER //

CREATE PROCEDURE _announcement_outcome (IN p_announcement_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read what became of a changed announcement. | announcement: one'
BEGIN
    SELECT
        a.id,
        a.title,
        announcement_state_of(a.status, a.approval, a.publish_at, a.expires_at) AS state,
        a.publish_at,
        p.position AS pin_position,
        a.revision
    FROM announcements AS a
    LEFT JOIN announcement_pins AS p ON p.announcement_id = a.id
    WHERE a.id = p_announcement_id;
END //

DELIMITER ;
