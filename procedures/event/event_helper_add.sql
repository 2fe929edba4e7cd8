-- event_helper_add: add a person who can check people in at an event; they are notified by mail.
--
-- Adding a person twice is harmless.
--
-- Parameters
--   p_actor_id  users.id of the organiser
--   p_event_id  events.id
--   p_user_id   users.id of a person whom the actor may see
-- Result sets
--   helper (one)  user_id, name
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45409  too many helpers, or the event is over or cancelled
--   45422  no such person
-- Example
--   CALL event_helper_add(1, 1, 999999999);  -- refused: 45422

DROP PROCEDURE IF EXISTS event_helper_add;

DELIMITER //

CREATE PROCEDURE event_helper_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add a person who can check people in at an event. | helper: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_ends_at DATETIME;
    DECLARE v_is_helper INT UNSIGNED;
    DECLARE v_helpers_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _event_crew_lock(p_actor_id, p_event_id, 0, v_status, v_starts_at, v_ends_at);
    IF v_status NOT IN ('draft', 'published') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This event is over or cancelled, so helpers can''t be added.';
    END IF;
    IF
        role_of(p_user_id) IS NULL
        OR NOT COALESCE(can_see_person(p_actor_id, p_user_id, 'profile'), 0)
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_id: Choose a person from the list.';
    END IF;
    SELECT
        COUNT(*),
        COALESCE(SUM(user_id = p_user_id), 0)
    INTO v_helpers_count, v_is_helper
    FROM event_helpers
    WHERE event_id = p_event_id;
    IF v_is_helper = 0 THEN
        IF v_helpers_count >= 50 THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'You can add up to 50 helpers. Remove one first.';
        END IF;
        INSERT INTO event_helpers (event_id, user_id, created_by)
        VALUES (p_event_id, p_user_id, p_actor_id);
        CALL _audit(
            p_actor_id, 'event_helper_add', 'events', p_event_id, NULL,
            JSON_OBJECT('helper_id', p_user_id)
        );
        -- The id of the audit log row is the fact key of the mail.
        CALL _event_notify(
            p_actor_id, p_event_id, 'helper_added',
            JSON_ARRAY(JSON_ARRAY(p_user_id, LAST_INSERT_ID())),
            JSON_OBJECT('asker_name', name_of(p_actor_id))
        );
    END IF;
    COMMIT;

    SELECT
        p_user_id AS user_id,
        name_of(p_user_id) AS name;
END //

DELIMITER ;
