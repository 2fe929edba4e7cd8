-- _dashboard_announcements: list the five announcements that a person should see first.
--
-- Pinned ones in their order, then the newest; the same order as announcement_list.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   announcements (many)  at most 5, as _announcement_rows returns them
-- Errors
--   none

DROP PROCEDURE IF EXISTS _dashboard_announcements;

DELIMITER //

CREATE PROCEDURE _dashboard_announcements (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the five announcements that a person should see first. | announcements: many'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_actor_id);
    DECLARE v_pinned_ids TEXT;
    DECLARE v_ids TEXT;
    DECLARE v_next VARCHAR(200);

    CALL _announcement_pinned_ids(p_actor_id, v_role, v_pinned_ids);
    CALL _announcement_ids(p_actor_id, v_role, 0, NULL, 5, v_ids, v_next);
    CALL _announcement_rows(
        p_actor_id, SUBSTRING_INDEX(CONCAT_WS(',', v_pinned_ids, v_ids), ',', 5)
    );
END //

DELIMITER ;
