-- _event_registrant_rows: list the registrations for an event in one status, one page.
--
-- The waiting list is in queue order, all others in the order of registration.
--
-- Parameters
--   p_actor_id  users.id of the organiser
--   p_event_id  events.id; NULL: no rows
--   p_status    event_registrations.status
--   p_after     position of the last row of the previous page; 0: the first page
--   p_limit     maximum number of rows
-- Result sets
--   registrants (many)  id, user_id, name, email, role, status, guests_count, note, queue_number,
--                       offer_expires_at, registered_at, checked_in_at, position
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_registrant_rows;

DELIMITER //

CREATE PROCEDURE _event_registrant_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_status VARCHAR(20),
    IN p_after BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the registrations for an event in one status, one page. | registrants: many'
BEGIN
    SELECT
        r.id,
        r.user_id,
        o.name AS role,
        r.status,
        r.guests_count,
        -- Deleted accounts show neither email address nor note.
        IF(
            u.is_deleted = 0
            AND shows_email_at_event(p_actor_id, r.user_id, r.created_by, r.status),
            u.email, NULL
        ) AS email,
        IF(u.is_deleted, NULL, r.note) AS note,
        r.queue_number,
        r.offer_expires_at,
        r.registered_at,
        r.checked_in_at,
        w.position,
        name_of(r.user_id) AS name
    FROM (
        (
            SELECT
                id,
                queue_number AS position
            FROM
                event_registrations
                FORCE INDEX (ix_event_registrations_event_id_status_queue_number)
            WHERE
                p_status = 'waitlisted'
                AND event_id = p_event_id
                AND status = 'waitlisted'
                AND queue_number > p_after
            ORDER BY queue_number
            LIMIT p_limit
        )
        UNION ALL
        (
            SELECT
                id,
                id AS position
            FROM event_registrations FORCE INDEX (ix_event_registrations_event_id_status_id)
            WHERE
                p_status <> 'waitlisted'
                AND event_id = p_event_id
                AND status = p_status
                AND id > p_after
            ORDER BY id
            LIMIT p_limit
        )
    ) AS w
    JOIN event_registrations AS r ON r.id = w.id
    JOIN users AS u ON u.id = r.user_id
    JOIN roles AS o ON o.id = u.role_id
    ORDER BY w.position;
END //

DELIMITER ;
