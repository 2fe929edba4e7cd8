-- reference_list: list the requests that the actor has made or received, newest first.
--
-- Parameters
--   p_actor_id  users.id of a student or graduate
--   p_view      asked (by the actor) or received; NULL: received for alumni, asked for students
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   waiting (many)      requests that need the actor's reply, at most 20: as _references_waiting
--                       returns them
--   requests (many)     as _reference_rows returns them
--   offer (maybe)       of a graduate: is_open, capacity, paused_until (NULL: no pause, or it has
--                       ended), places_count (currently free); none: no saved offer
--   suggestions (many)  on the first page of requests made: six people to ask, as
--                       _mentor_rows returns them
--   page (one)          view, next_after (NULL: the end), can_be_asked (1: the actor is a graduate)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is an admin
--   45422  unknown view
-- Example
--   CALL reference_list(2, 'received', NULL, 20);

DROP PROCEDURE IF EXISTS reference_list;

DELIMITER //

CREATE PROCEDURE reference_list (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_view VARCHAR(20),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'List the actor''s requests. | waiting: many, requests: many, offer: maybe,
suggestions: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_probe INT UNSIGNED DEFAULT v_limit + 1;
    DECLARE v_before BIGINT UNSIGNED DEFAULT 18446744073709551615;
    DECLARE v_is_alumnus BOOLEAN DEFAULT role_of(p_actor_id) <=> 'alumni';
    DECLARE v_view VARCHAR(20) DEFAULT COALESCE(p_view, IF(v_is_alumnus, 'received', 'asked'));
    DECLARE v_ids JSON;
    DECLARE v_next_after BIGINT UNSIGNED;
    DECLARE v_mentors JSON;

    CALL _require_asker(p_actor_id);
    CALL _require_cursor(p_after);
    IF v_view NOT IN ('asked', 'received') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'view: Choose a list from the menu.';
    END IF;
    SET v_before = COALESCE(p_after, v_before);

    CALL _references_waiting(p_actor_id, 20);

    -- The page first, plus one row, from the one index that fits the filters.
    SELECT
        JSON_ARRAYAGG(n.id),
        IF(COUNT(*) > v_limit, MIN(IF(n.place <= v_limit, n.id, NULL)), NULL)
    INTO v_ids, v_next_after
    FROM (
        SELECT
            k.id,
            ROW_NUMBER() OVER (ORDER BY k.id DESC) AS place
        FROM (
            (
                SELECT w.id
                FROM
                    reference_requests AS w
                    FORCE INDEX (ix_reference_requests_requester_id_is_deleted_id)
                WHERE
                    v_view = 'asked'
                    AND w.requester_id = p_actor_id
                    AND w.is_deleted = 0
                    AND w.id < v_before
                ORDER BY w.id DESC
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT w.id
                FROM
                    reference_requests AS w
                    FORCE INDEX (ix_reference_requests_alumnus_id_is_deleted_id)
                WHERE
                    v_view = 'received'
                    AND w.alumnus_id = p_actor_id
                    AND w.is_deleted = 0
                    AND w.id < v_before
                ORDER BY w.id DESC
                LIMIT v_probe
            )
        ) AS k
    ) AS n;
    CALL _reference_rows(p_actor_id, v_ids, v_limit);

    SELECT
        is_open,
        capacity,
        IF(paused_until > UTC_TIMESTAMP(), paused_until, NULL) AS paused_until,
        mentoring_places_of(user_id) AS places_count
    FROM mentoring_offers
    WHERE user_id = p_actor_id AND v_is_alumnus;

    IF v_view = 'asked' AND p_after IS NULL THEN
        CALL _mentors_find(p_actor_id, NULL, NULL, NULL, 6, v_mentors);
    END IF;
    CALL _mentor_rows(p_actor_id, v_mentors);

    SELECT
        v_view AS view,
        v_next_after AS next_after,
        v_is_alumnus AS can_be_asked;
END //

DELIMITER ;
