-- event_walk_in: check in a person at the door who has no seat, while seats are free.
--
-- A person who was not registered is registered without guests; a person who was waiting, left or
-- missed an offer is checked in with the guests they asked for. Never more than there are seats.
-- A person who had no seat is notified that they are registered.
--
-- Parameters
--   p_actor_id  users.id of the organiser or a helper
--   p_event_id  events.id
--   p_user_id   users.id of the person at the door
-- Result sets
--   registration (one)  as _checked_in_row returns it; result: checked_in, or already
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45409  no seat is free, or check-in is not open
--   45422  no such person
-- Example
--   CALL event_walk_in(1, 1, 3);  -- refused: 45409

DROP PROCEDURE IF EXISTS event_walk_in;

DELIMITER //

CREATE PROCEDURE event_walk_in (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check in a person at the door who has no seat. | registration: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_ends_at DATETIME;
    DECLARE v_registration_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_seats_count INT UNSIGNED;
    DECLARE v_free_count INT;
    DECLARE v_message VARCHAR(128);
    DECLARE v_result VARCHAR(20) DEFAULT 'checked_in';

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _event_crew_lock(p_actor_id, p_event_id, 1, v_event_status, v_starts_at, v_ends_at);
    SET v_message = check_in_obstacle_of(v_event_status, v_starts_at);
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    -- Inactive people, and people the door may not find, cannot be checked in.
    IF
        role_of(p_user_id) IS NULL
        OR NOT COALESCE(can_see_person(p_actor_id, p_user_id, 'profile'), 0)
    THEN
        SELECT COUNT(*) INTO v_seats_count
        FROM event_registrations
        WHERE event_id = p_event_id AND user_id = p_user_id;
        IF v_seats_count = 0 OR role_of(p_user_id) IS NULL THEN
            SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_id: Choose a person from the list.';
        END IF;
    END IF;

    SELECT
        id,
        status,
        1 + guests_count
    INTO v_registration_id, v_status, v_seats_count
    FROM event_registrations
    WHERE event_id = p_event_id AND user_id = p_user_id;
    SELECT max_attendees - seats_taken_count INTO v_free_count
    FROM events
    WHERE id = p_event_id;

    IF v_status IN ('registered', 'offered', 'attended', 'no_show') THEN
        CALL _check_in(p_actor_id, p_event_id, v_registration_id, v_result);
    ELSEIF v_free_count < IF(v_status IS NULL, 1, v_seats_count) THEN
        SET v_message = CONCAT(
            'Not enough free seats: ',
            IF(v_free_count > 0, CONCAT('only ', v_free_count, ' left.'), 'none left.')
        );
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    ELSE
        IF v_status IS NULL THEN
            INSERT INTO event_registrations (
                event_id, user_id, status, check_in_code, created_by, updated_by
            ) VALUES (
                p_event_id, p_user_id, 'registered', check_in_code_new(), p_actor_id, p_actor_id
            );
            SET v_registration_id = LAST_INSERT_ID();
            INSERT INTO event_registration_history (
                event_registration_id, from_status, to_status, created_by
            ) VALUES (v_registration_id, NULL, 'registered', p_actor_id);
            SET v_status = 'registered', v_seats_count = 1;
        END IF;
        -- A registration that the person did not make must not stay unnoticed.
        CALL _event_notify(
            p_actor_id, p_event_id, 'event_registered',
            JSON_ARRAY(JSON_ARRAY(p_user_id, CONCAT('door-', v_registration_id))),
            JSON_OBJECT('guests_count', v_seats_count - 1)
        );
        CALL _attendance_write(p_actor_id, v_registration_id, v_status, 'attended');
    END IF;
    COMMIT;

    CALL _checked_in_row(v_registration_id, v_result);
END //

DELIMITER ;
