-- announcement_form_read: read the values and rules for the form of an announcement.
--
-- Parameters
--   p_actor_id         users.id
--   p_announcement_id  announcements.id to edit or delete; NULL: a new one
-- Result sets
--   announcement (maybe)  id, title, content, target_audience, priority, publish_at, expires_at,
--                         state, revision, is_mine; none for a new one
--   rules (one)           is_approval_needed, is_approval_needed_if_urgent (whether the actor's
--                         posts need approval), time_zone (of the university, for display)
--   defaults (one)        priority of a new announcement
-- Errors
--   45401  not signed in
--   45403  not the actor's own, or removed by the office
--   45404  no such announcement
-- Example
--   CALL announcement_form_read(2, NULL);

DROP PROCEDURE IF EXISTS announcement_form_read;

DELIMITER //

CREATE PROCEDURE announcement_form_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read the values for the form of an announcement. | announcement: maybe, rules: one, defaults: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_can_edit BOOLEAN;

    CALL _require_actor(p_actor_id, v_role);
    IF p_announcement_id IS NOT NULL THEN
        CALL _announcement_visible(p_actor_id, v_role, p_announcement_id, v_can_edit);
        IF NOT v_can_edit THEN
            SIGNAL SQLSTATE '45403'
                SET MESSAGE_TEXT = 'Only the author or the alumni office can do this.';
        END IF;
    END IF;

    SELECT
        id,
        title,
        content,
        target_audience,
        priority,
        publish_at,
        expires_at,
        announcement_state_of(status, approval, publish_at, expires_at) AS state,
        revision,
        author_id = p_actor_id AS is_mine
    FROM announcements
    WHERE id = p_announcement_id;
    SELECT
        is_approval_needed(v_role, 'normal') AS is_approval_needed,
        is_approval_needed(v_role, 'urgent') AS is_approval_needed_if_urgent,
        i.time_zone
    FROM institution_info AS i
    WHERE i.id = 1;
    SELECT 'normal' AS priority;
END //

DELIMITER ;
