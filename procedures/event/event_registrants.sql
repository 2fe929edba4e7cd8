-- event_registrants: export the registrations for an event, page by page.
--
-- Everyone in every status, in the order of registration. Deleted accounts show neither email
-- address nor note; others show the address as shows_email_at_event says.
--
-- Parameters
--   p_actor_id  users.id of the organiser
--   p_event_id  events.id
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 500; NULL: 50
-- Result sets
--   event (one)         as _event_head returns it
--   registrants (many)  id, user_id, name, email, role, degree, year, status, guests_count, note,
--                       registered_at, checked_in_at
--   page (one)          next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
-- Example
--   CALL event_registrants(1, 1, NULL, 50);

DROP PROCEDURE IF EXISTS event_registrants;

DELIMITER //

CREATE PROCEDURE event_registrants (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Export the registrations for an event, page by page. | event: one, registrants: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 50), 1), 500);
    DECLARE v_ids JSON;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_last_id BIGINT UNSIGNED;

    CALL _require_event_crew(p_actor_id, p_event_id, 0);
    CALL _require_cursor(p_after);

    SELECT
        JSON_ARRAYAGG(IF(n.place <= v_limit, n.id, NULL)),
        MAX(IF(n.place = v_limit, n.id, NULL)),
        COUNT(*)
    INTO v_ids, v_last_id, v_count
    FROM (
        SELECT
            k.id,
            ROW_NUMBER() OVER (ORDER BY k.id) AS place
        FROM (
            -- Each status is an ordered range of the index.
            SELECT g.id
            FROM
                JSON_TABLE(
                    '["registered", "waitlisted", "offered", "expired", "cancelled", "attended",
                    "no_show"]',
                    '$[*]' COLUMNS (status VARCHAR(20) PATH '$')
                ) AS s
            JOIN
                LATERAL(
                    SELECT w.id
                    FROM
                        event_registrations AS w
                        FORCE INDEX (ix_event_registrations_event_id_status_id)
                    WHERE
                        w.event_id = p_event_id
                        AND w.status = s.status
                        AND w.id > COALESCE(p_after, 0)
                    ORDER BY w.id
                    LIMIT 501
                ) AS g
            ORDER BY g.id
            LIMIT 501
        ) AS k
    ) AS n;

    CALL _event_head(p_actor_id, p_event_id);
    SELECT
        g.id,
        g.user_id,
        g.status,
        g.guests_count,
        g.registered_at,
        g.checked_in_at,
        IF(
            u.is_deleted = 0
            AND shows_email_at_event(p_actor_id, g.user_id, g.created_by, g.status),
            u.email, NULL
        ) AS email,
        IF(u.is_deleted, NULL, g.note) AS note,
        r.name AS role,
        d.name AS degree,
        COALESCE(a.graduation_year, s.expected_graduation_year) AS year,
        name_of(g.user_id) AS name
    FROM JSON_TABLE(v_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
    JOIN event_registrations AS g ON g.id = k.id
    JOIN users AS u ON u.id = g.user_id
    JOIN roles AS r ON r.id = u.role_id
    LEFT JOIN alumni_profiles AS a
        ON a.user_id = u.id AND r.name = 'alumni' AND u.is_deleted = 0
    LEFT JOIN student_profiles AS s
        ON s.user_id = u.id AND r.name = 'student' AND u.is_deleted = 0
    LEFT JOIN degrees AS d ON d.id = COALESCE(a.degree_id, s.degree_id)
    ORDER BY g.id;
    SELECT IF(v_count > v_limit, v_last_id, NULL) AS next_after;
END //

DELIMITER ;
