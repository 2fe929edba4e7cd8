-- _registration_row: read one registration as its owner sees it.
--
-- Parameters
--   p_actor_id  users.id of the owner; NULL: no row
--   p_event_id  events.id
-- Result sets
--   registration (maybe)  id, event_id, status, guests_count, note, queue_number, place (on the
--                         waiting list, from 1, at most 1000), offer_expires_at, registered_at,
--                         checked_in_at, check_in_code (if there is a seat), can_change (1: it
--                         can be changed and cancelled)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _registration_row;

DELIMITER //

CREATE PROCEDURE _registration_row (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read one registration as its owner sees it. | registration: maybe'
BEGIN
    SELECT
        r.id,
        r.event_id,
        r.status,
        r.guests_count,
        r.note,
        r.queue_number,
        r.offer_expires_at,
        r.registered_at,
        r.checked_in_at,
        IF(r.status IN ('registered', 'attended'), r.check_in_code, NULL) AS check_in_code,
        IF(
            r.status = 'waitlisted',
            (
                SELECT COUNT(*) + 1
                FROM (
                    SELECT 1
                    FROM event_registrations AS o
                    WHERE
                        o.event_id = r.event_id
                        AND o.status = 'waitlisted'
                        AND o.queue_number < r.queue_number
                    LIMIT 999
                ) AS w
            ),
            NULL
        ) AS place,
        r.status IN ('registered', 'waitlisted', 'offered')
        AND e.status = 'published'
        AND e.starts_at > UTC_TIMESTAMP()
            AS can_change
    FROM event_registrations AS r
    JOIN events AS e ON e.id = r.event_id
    WHERE r.event_id = p_event_id AND r.user_id = p_actor_id;
END //

DELIMITER ;
