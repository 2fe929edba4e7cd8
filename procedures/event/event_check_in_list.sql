-- event_check_in_list: list the registered people, for check-in at the door.
--
-- A search reads up to 2,000 registrations per call and says where to continue.
--
-- Parameters
--   p_actor_id  users.id of the organiser or a helper
--   p_event_id  events.id
--   p_search    beginnings of words of the name; NULL: everyone
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   event (one)           as _event_head returns it
--   door (one)            as _door_row returns it
--   registrations (many)  id, user_id, name, photo, role, status, guests_count, note,
--                         checked_in_at, is_checked_in, has_seat (1: can be checked in)
--   counts (one)          attended_count, expected_count (with a seat, not checked in yet);
--                         both include guests
--   page (one)            next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
-- Example
--   CALL event_check_in_list(1, 1, 'a', NULL, 20);

DROP PROCEDURE IF EXISTS event_check_in_list;

DELIMITER //

CREATE PROCEDURE event_check_in_list (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_search VARCHAR(100),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'List the registered people, for check-in at the door. | event: one, door: one, registrations: many,
counts: one, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_window INT UNSIGNED DEFAULT IF(p_search IS NULL, v_limit + 1, 2000);
    DECLARE v_words JSON;
    DECLARE v_ids JSON;
    DECLARE v_next_after BIGINT UNSIGNED;
    DECLARE v_seen_count INT UNSIGNED;
    DECLARE v_seen_last BIGINT UNSIGNED;
    DECLARE v_found_count INT UNSIGNED;
    DECLARE v_attended_count INT UNSIGNED;

    CALL _require_event_crew(p_actor_id, p_event_id, 1);
    CALL _require_cursor(p_after);

    -- Each word becomes a pattern: the beginning of a word of the name. % and _ are escaped.
    SELECT JSON_ARRAYAGG(CONCAT('% ', REGEXP_REPLACE(w.word, '([%_\\\\])', '\\\\$1'), '%'))
    INTO v_words
    FROM
        JSON_TABLE(
            -- Spaces in a quoted string are never part of an escape.
            CONCAT(
                '[',
                REPLACE(JSON_QUOTE(REGEXP_REPLACE(TRIM(p_search), '\\s+', ' ')), ' ', '","'),
                ']'
            ),
            '$[*]' COLUMNS (word VARCHAR(100) PATH '$')
        ) AS w
    WHERE w.word <> '';

    WITH seen AS (
        SELECT
            g.user_id,
            (
                v_words IS NULL
                OR NOT EXISTS (
                    SELECT 1
                    FROM JSON_TABLE(v_words, '$[*]' COLUMNS (word VARCHAR(210) PATH '$')) AS w
                    WHERE CONCAT(' ', n.first_name, ' ', n.last_name) NOT LIKE w.word
                )
            ) AS is_found
        FROM (
            SELECT w.user_id
            FROM
                event_registrations AS w
                FORCE INDEX (uq_event_registrations_event_id_user_id)
            WHERE w.event_id = p_event_id AND w.user_id > COALESCE(p_after, 0)
            ORDER BY w.user_id
            LIMIT v_window
        ) AS g
        JOIN vw_people AS n ON n.id = g.user_id
    ),

    numbered AS (
        SELECT
            user_id,
            is_found,
            SUM(is_found) OVER (ORDER BY user_id) AS position
        FROM seen
    )

    SELECT
        JSON_ARRAYAGG(IF(is_found AND position <= v_limit, user_id, NULL)),
        MAX(IF(is_found AND position <= v_limit, user_id, NULL)),
        COUNT(*),
        MAX(user_id),
        COALESCE(MAX(position), 0)
    INTO v_ids, v_next_after, v_seen_count, v_seen_last, v_found_count
    FROM numbered;
    SET v_next_after = CASE
        WHEN v_found_count > v_limit THEN v_next_after
        WHEN v_seen_count = v_window THEN v_seen_last
    END;

    CALL _event_head(p_actor_id, p_event_id);
    CALL _door_row(p_event_id);
    SELECT
        g.id,
        g.user_id,
        g.status,
        g.guests_count,
        g.note,
        g.checked_in_at,
        g.status = 'attended' AS is_checked_in,
        g.status IN ('registered', 'offered', 'no_show') AS has_seat,
        name_of(g.user_id) AS name,
        photo_of(p_actor_id, g.user_id) AS photo,
        role_of(g.user_id) AS role
    FROM
        JSON_TABLE(
            COALESCE(v_ids, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN event_registrations AS g ON g.event_id = p_event_id AND g.user_id = k.id
    ORDER BY g.user_id;
    SELECT COALESCE(SUM(seats_count), 0) INTO v_attended_count
    FROM event_registrations
    WHERE event_id = p_event_id AND status = 'attended';
    SELECT
        v_attended_count AS attended_count,
        seats_taken_count - v_attended_count AS expected_count
    FROM events
    WHERE id = p_event_id;
    SELECT v_next_after AS next_after;
END //

DELIMITER ;
