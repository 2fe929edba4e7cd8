-- event_helper_remove: remove a helper of an event.
--
-- Adding a person twice is harmless.
--
-- Parameters
--   p_actor_id  users.id of the organiser
--   p_event_id  events.id
--   p_user_id   users.id of the helper
-- Result sets
--   helper (one)  user_id, name
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
-- Example
--   CALL event_helper_remove(1, 1, 3);

DROP PROCEDURE IF EXISTS event_helper_remove;

DELIMITER //

CREATE PROCEDURE event_helper_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove a helper of an event. | helper: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_ends_at DATETIME;
    DECLARE v_is_helper INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _event_crew_lock(p_actor_id, p_event_id, 0, v_status, v_starts_at, v_ends_at);
    SELECT COUNT(*) INTO v_is_helper
    FROM event_helpers
    WHERE event_id = p_event_id AND user_id = p_user_id;
    IF v_is_helper > 0 THEN
        DELETE FROM event_helpers
        WHERE event_id = p_event_id AND user_id = p_user_id;
        CALL _audit(
            p_actor_id, 'event_helper_remove', 'events', p_event_id,
            JSON_OBJECT('helper_id', p_user_id), NULL
        );
    END IF;
    COMMIT;

    SELECT
        p_user_id AS user_id,
        name_of(p_user_id) AS name;
END //

DELIMITER ;
