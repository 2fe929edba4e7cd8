-- event_offer_accept: accept a seat offer.
--
-- Accepting twice is harmless. An expired offer goes to the next person on the waiting list, no
-- matter which call notices it first: the scheduler's or this one.
--
-- Parameters
--   p_actor_id  users.id
--   p_event_id  events.id
-- Result sets
--   registration (one)  as _registration_row returns it; status: registered
-- Errors
--   45401  not signed in
--   45404  no such event, or the actor has no registration
--   45409  no open offer, or the event is cancelled or over
-- Example
--   CALL event_offer_accept(4, 1);
--   -- refused: 45404

DROP PROCEDURE IF EXISTS event_offer_accept;

DELIMITER //

CREATE PROCEDURE event_offer_accept (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Accept a seat offer. | registration: one'
BEGIN
    DECLARE v_registration_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_guests TINYINT UNSIGNED;
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _registration_lock(
        p_actor_id, p_event_id, v_registration_id, v_status, v_starts_at
    );
    CALL _event_promote(p_event_id);
    SELECT
        status,
        guests_count
    INTO v_status, v_guests
    FROM event_registrations
    WHERE id = v_registration_id;
    IF v_status = 'offered' THEN
        CALL _registrations_move(
            p_actor_id, JSON_ARRAY(v_registration_id), 'registered', NULL
        );
        CALL _event_notify(
            p_actor_id, p_event_id, 'event_registered',
            JSON_ARRAY(JSON_ARRAY(p_actor_id, LAST_INSERT_ID())),
            JSON_OBJECT('guests_count', v_guests)
        );
    END IF;
    -- Also for an expired offer: its changes are kept.
    COMMIT;
    SET v_message = CASE v_status
        WHEN 'expired' THEN 'This offer has expired. You can join the waiting list again.'
        WHEN 'waitlisted' THEN 'You are on the waiting list. No seat is free yet.'
        WHEN 'cancelled' THEN 'You cancelled your registration. You can register again.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;

    CALL _registration_row(p_actor_id, p_event_id);
END //

DELIMITER ;
