-- _event_promote: offer the free seats of an event to the waiting list.
-- Takes back expired offers first.
--
-- Every path by which a seat can become free ends here: withdrawing, declining, bringing fewer
-- guests, more seats, and time. Strictly fair: seats are offered in the order of registration, to
-- each person with all their guests. If the first person needs more seats than are free, nobody
-- overtakes them; the seats stay free until there are enough. Nothing is offered
-- after the start.
--
-- The caller holds the lock on the event, taken before any other read of its transaction: no
-- other session changes the registrations meanwhile, and non-locking reads are current.
--
-- Parameters
--   p_event_id  events.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_promote;

DELIMITER //

CREATE PROCEDURE _event_promote (IN p_event_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Offer the free seats of an event to the waiting list, after taking back expired offers.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_is_on BOOLEAN;
    DECLARE v_starts_at DATETIME;
    DECLARE v_waiting_count INT UNSIGNED;
    DECLARE v_free_count INT UNSIGNED;
    DECLARE v_offer_expires_at DATETIME;
    DECLARE v_ids JSON;
    DECLARE v_people JSON;

    SELECT
        JSON_ARRAYAGG(id),
        -- The queue number identifies the offer: another offer has another number.
        JSON_ARRAYAGG(JSON_ARRAY(user_id, queue_number))
    INTO v_ids, v_people
    FROM event_registrations
    WHERE event_id = p_event_id AND status = 'offered' AND offer_expires_at <= v_now;
    IF v_ids IS NOT NULL THEN
        CALL _registrations_move(NULL, v_ids, 'expired', NULL);
    END IF;

    SELECT
        status = 'published' AND is_deleted = 0,
        starts_at,
        waiting_count,
        -- Without a limit there is a seat for everyone.
        COALESCE(max_attendees - seats_taken_count, 4294967295)
    INTO v_is_on, v_starts_at, v_waiting_count, v_free_count
    FROM events
    WHERE id = p_event_id;
    IF v_is_on AND v_people IS NOT NULL THEN
        CALL _event_notify(NULL, p_event_id, 'event_offer_expired', v_people, NULL);
    END IF;

    IF v_is_on AND v_starts_at > v_now AND v_waiting_count > 0 AND v_free_count > 0 THEN
        -- The sum grows with every person in the queue, so the people whose sum fits come first.
        SELECT
            JSON_ARRAYAGG(w.id),
            JSON_ARRAYAGG(JSON_ARRAY(w.user_id, w.queue_number))
        INTO v_ids, v_people
        FROM (
            SELECT
                l.id,
                l.user_id,
                l.queue_number,
                SUM(1 + l.guests_count) OVER (ORDER BY l.queue_number) AS seats_sum
            FROM (
                SELECT
                    id,
                    user_id,
                    queue_number,
                    guests_count
                FROM event_registrations
                WHERE event_id = p_event_id AND status = 'waitlisted'
                ORDER BY queue_number
                LIMIT v_free_count
            ) AS l
        ) AS w
        WHERE w.seats_sum <= v_free_count;
        IF v_ids IS NOT NULL THEN
            SET v_offer_expires_at = offer_end_of(v_now, v_starts_at);
            CALL _registrations_move(NULL, v_ids, 'offered', v_offer_expires_at);
            CALL _event_notify(
                NULL, p_event_id, 'event_offered', v_people,
                JSON_OBJECT('offer_expires_at', v_offer_expires_at)
            );
        END IF;
    END IF;
END //

DELIMITER ;
