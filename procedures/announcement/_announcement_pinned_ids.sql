-- _announcement_pinned_ids: list the pinned announcements that a person can see, in their order.
--
-- Parameters
--   p_actor_id  users.id
--   p_role      the actor's role
--   p_ids       their ids in order, separated by commas; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _announcement_pinned_ids;

DELIMITER //

CREATE PROCEDURE _announcement_pinned_ids (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    OUT p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the pinned announcements that a person can see, in their order.'
BEGIN
    SELECT GROUP_CONCAT(a.id ORDER BY k.position) INTO p_ids
    FROM announcement_pins AS k
    JOIN announcements AS a ON a.id = k.announcement_id
    WHERE
        a.is_listed = 1
        AND announcement_state_of(a.status, a.approval, a.publish_at, a.expires_at) = 'current'
        -- As its audience sees it: authors see their other announcements elsewhere.
        AND can_see_announcement(p_actor_id, p_role, 0, a.target_audience, 'current');
END //

DELIMITER ;
