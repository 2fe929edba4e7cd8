-- _event_tell: notify everyone concerned of a change of an event.
-- By mail: it changed, was cancelled, or takes place again.
--
-- Registered people and those with an offer, people on the waiting list (if included), speakers,
-- invited speakers and helpers; each once, except the actor.
--
-- Parameters
--   p_actor_id         users.id of the actor
--   p_event_id         events.id; its calendar_sequence is part of the fact key
--   p_template         name of the mail
--   p_is_for_waiting   1: include the waiting list
--   p_more             additional data for the mail; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_tell;

DELIMITER //

CREATE PROCEDURE _event_tell (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_template VARCHAR(60),
    IN p_is_for_waiting BOOLEAN,
    IN p_more JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Notify everyone concerned of a change of an event.'
BEGIN
    DECLARE v_people JSON;

    SELECT JSON_ARRAYAGG(JSON_ARRAY(p.user_id, e.calendar_sequence)) INTO v_people
    FROM (
        SELECT user_id
        FROM event_registrations
        WHERE
            event_id = p_event_id
            AND (
                status IN ('registered', 'offered')
                OR (status = 'waitlisted' AND p_is_for_waiting)
            )
        UNION DISTINCT
        SELECT user_id
        FROM event_speakers
        WHERE event_id = p_event_id AND status IN ('invited', 'confirmed')
        UNION DISTINCT
        SELECT user_id
        FROM event_helpers
        WHERE event_id = p_event_id
    ) AS p
    JOIN events AS e ON e.id = p_event_id
    WHERE NOT p.user_id <=> p_actor_id;
    CALL _event_notify(p_actor_id, p_event_id, p_template, v_people, p_more);
END //

DELIMITER ;
