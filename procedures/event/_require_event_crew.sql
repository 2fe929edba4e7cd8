-- _require_event_crew: refuse people who neither organise an event nor help at its door.
--
-- An event that the actor may not see counts as missing.
--
-- Parameters
--   p_actor_id          users.id
--   p_event_id          events.id
--   p_is_helper_enough  1: helpers may as well; 0: only the people who manage the event
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event

DROP PROCEDURE IF EXISTS _require_event_crew;

DELIMITER //

CREATE PROCEDURE _require_event_crew (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_is_helper_enough BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse people who neither organise an event nor help at its door.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_creator_id BIGINT UNSIGNED;
    DECLARE v_is_helper INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT creator_id INTO v_creator_id
    FROM events
    WHERE id = p_event_id AND is_deleted = 0;
    IF v_creator_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Event not found.';
    END IF;
    IF NOT can_manage_event(p_actor_id, v_role, v_creator_id) THEN
        SELECT COUNT(*) INTO v_is_helper
        FROM event_helpers
        WHERE event_id = p_event_id AND user_id = p_actor_id;
        CALL _event_visible(p_actor_id, v_role, p_event_id);
        IF v_is_helper = 0 AND p_is_helper_enough THEN
            SIGNAL SQLSTATE '45403'
                SET MESSAGE_TEXT = 'Only the organiser and helpers can check people in.';
        END IF;
        IF NOT p_is_helper_enough THEN
            SIGNAL SQLSTATE '45403'
                SET MESSAGE_TEXT = 'Only the organiser or the alumni office can do this.';
        END IF;
    END IF;
END //

DELIMITER ;
