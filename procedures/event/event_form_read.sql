-- event_form_read: read the values for the form of an event, existing or new.
--
-- Parameters
--   p_actor_id  users.id
--   p_event_id  events.id to edit; NULL: a new event
-- Result sets
--   event (maybe)   the columns of the event; none for a new one
--   defaults (one)  time_zone
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
-- Example
--   CALL event_form_read(1, 1);

DROP PROCEDURE IF EXISTS event_form_read;

DELIMITER //

CREATE PROCEDURE event_form_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the values for the form of an event. | event: maybe, defaults: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_creator_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    IF p_event_id IS NOT NULL THEN
        CALL _event_visible(p_actor_id, v_role, p_event_id);
        SELECT creator_id INTO v_creator_id
        FROM events
        WHERE id = p_event_id;
        IF NOT can_manage_event(p_actor_id, v_role, v_creator_id) THEN
            SIGNAL SQLSTATE '45403'
                SET MESSAGE_TEXT = 'Only the organiser or the alumni office can do this.';
        END IF;
    END IF;

    SELECT
        id,
        title,
        slug,
        description,
        venue,
        is_online,
        online_url,
        time_zone,
        starts_at,
        ends_at,
        visibility,
        target_audience,
        max_attendees,
        max_guests,
        registration_deadline,
        status,
        seats_taken_count,
        waiting_count,
        revision
    FROM events
    WHERE id = p_event_id;
    SELECT time_zone FROM institution_info
    WHERE id = 1;
END //

DELIMITER ;
