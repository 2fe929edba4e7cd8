-- event_offer_decline: decline a seat offer; it goes to the next person on the waiting list.
--
-- Parameters
--   p_actor_id  users.id
--   p_event_id  events.id
-- Result sets
--   registration (one)  as _registration_row returns it; status: cancelled or expired
-- Errors
--   45401  not signed in
--   45404  no such event, or the actor has no registration
--   45409  no open offer, or the event is cancelled or over
-- Example
--   CALL event_offer_decline(4, 1);
--   -- refused: 45404

DROP PROCEDURE IF EXISTS event_offer_decline;

DELIMITER //

CREATE PROCEDURE event_offer_decline (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Decline a seat offer; it goes to the next person on the waiting list. | registration: one'
BEGIN
    DECLARE v_registration_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _registration_lock(
        p_actor_id, p_event_id, v_registration_id, v_status, v_starts_at
    );
    IF v_status NOT IN ('offered', 'cancelled', 'expired') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You have no seat offer. You can cancel your registration instead.';
    END IF;
    IF v_status = 'offered' THEN
        CALL _registrations_move(
            p_actor_id, JSON_ARRAY(v_registration_id), 'cancelled', NULL
        );
    END IF;
    CALL _event_promote(p_event_id);
    COMMIT;

    CALL _registration_row(p_actor_id, p_event_id);
END //

DELIMITER ;
