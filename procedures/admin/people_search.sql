-- people_search: search accounts of any state and role by name, email address or id.
--
-- A search uses up to three words, each as the beginning of a word of a name or address; a number
-- is also an id. A rare word leads directly to its accounts; otherwise the list is scanned in its
-- order, first a window of 60 and, if that does not fill the page, one of 2,000: a short page is
-- not the end; next_after says whether there is more.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_search    words, an email address or a number; NULL: everyone
--   p_role      admin, alumni or student; NULL: any
--   p_state     pending, active, rejected, blocked, deleted or erased; NULL: any except erased
--   p_sort      newest: the most recent account first; oldest: the reverse;
--               last_signed_in: the most recent sign-in first, never signed in last;
--               longest_away: the reverse, so never signed in first, then the oldest
--               sign-in. Ties are ordered by id. NULL: newest
--   p_after     next_after of the previous page, of the same sort; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   people (many)  id, name, email, role, state, created_at, last_signed_in_at, deleted_at, photo
--   page (one)     next_after (NULL: the end), is_continued (1: the window ended before the page),
--                  sort
--   states (many)  name: what p_state can be, in the order of a list
--   roles (many)   name: what p_role can be
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  no such role, state or sort
-- Example
--   CALL people_search(1, 'ivan', NULL, 'active', 'longest_away', NULL, 20);

DROP PROCEDURE IF EXISTS people_search;

DELIMITER //

CREATE PROCEDURE people_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_search VARCHAR(200),
    IN p_role VARCHAR(20),
    IN p_state VARCHAR(10),
    IN p_sort VARCHAR(20),
    IN p_after VARCHAR(60),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Search accounts of any state by name, email address or id. | people: many, page: one, states: many,
roles: many'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_sort VARCHAR(20) DEFAULT COALESCE(p_sort, 'newest');
    DECLARE v_is_by_sign_in BOOLEAN DEFAULT v_sort IN ('last_signed_in', 'longest_away');
    DECLARE v_is_descending BOOLEAN DEFAULT v_sort IN ('newest', 'last_signed_in');
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_terms JSON DEFAULT search_terms_of(p_search, 0);
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_after_second BIGINT UNSIGNED;
    DECLARE v_after_id BIGINT UNSIGNED;
    DECLARE v_window INT UNSIGNED DEFAULT IF(JSON_LENGTH(v_terms) = 0, v_limit + 1, 60);
    DECLARE v_candidates JSON;
    DECLARE v_ids JSON;
    DECLARE v_found JSON;
    DECLARE v_end_second BIGINT UNSIGNED;
    DECLARE v_end_id BIGINT UNSIGNED;
    DECLARE v_states JSON DEFAULT JSON_ARRAY(
        'pending', 'active', 'rejected', 'blocked', 'deleted', 'erased'
    );

    CALL _require_admin(p_actor_id);
    IF NOT JSON_CONTAINS(v_states, JSON_QUOTE(p_state)) THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'state: Choose a status from the list.';
    END IF;
    IF v_sort NOT IN ('newest', 'oldest', 'last_signed_in', 'longest_away') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'sort: Choose an order from the list.';
    END IF;
    IF p_role IS NOT NULL THEN
        CALL _require_role(p_role, v_role_id);
    END IF;
    -- The name of the sort, last_signed_in_at in Unix seconds if it sorts by that, the id.
    IF NOT REGEXP_LIKE(p_after, CONCAT('^', v_sort, '-[0-9]{1,10}-[0-9]{1,18}$')) THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page link is not valid. Go back to the first page.';
    END IF;
    SET v_after_second = SUBSTRING_INDEX(SUBSTRING_INDEX(p_after, '-', 2), '-', -1);
    SET v_after_id = SUBSTRING_INDEX(p_after, '-', -1);
    IF REGEXP_LIKE(p_search, '^#?[0-9]{1,18}$') THEN
        SET v_id = REPLACE(p_search, '#', '');
    END IF;

    CALL _people_candidates(v_terms, v_id, v_candidates);
    -- A loop: the small window fills most pages, and a set cannot say "or else scan further".
    find_page: LOOP
        IF v_candidates IS NULL THEN
            CALL _people_walk(
                v_is_by_sign_in, v_is_descending, v_role_id, p_state, v_after_second, v_after_id,
                v_window, v_ids, v_end_second, v_end_id
            );
        END IF;
        CALL _people_fit(
            COALESCE(v_candidates, v_ids), v_terms, v_id, v_role_id, p_state, v_is_by_sign_in,
            v_is_descending, v_after_second, v_after_id, v_limit + 1, v_found
        );
        IF JSON_LENGTH(v_found) > v_limit OR v_end_id IS NULL OR v_window = 2000 THEN
            LEAVE find_page;
        END IF;
        SET v_window = 2000;
    END LOOP find_page;
    -- Fetch one row more than the page to find out whether there is a next page.
    IF JSON_LENGTH(v_found) > v_limit THEN
        SELECT
            k.second,
            k.id
        INTO v_end_second, v_end_id
        FROM
            JSON_TABLE(
                v_found, '$[*]' COLUMNS (
                    place INT PATH '$.place',
                    id BIGINT UNSIGNED PATH '$.id',
                    second BIGINT UNSIGNED PATH '$.second'
                )
            ) AS k
        WHERE k.place = v_limit;
    END IF;

    SELECT
        u.id,
        u.email,
        r.name AS role,
        u.state,
        u.created_at,
        u.last_signed_in_at,
        u.deleted_at,
        _account_name_of(u.id) AS name,
        picture_version_of(u.id, 'photo') AS photo
    FROM
        JSON_TABLE(
            v_found, '$[*]' COLUMNS (
                place INT PATH '$.place',
                id BIGINT UNSIGNED PATH '$.id'
            )
        ) AS k
    JOIN users AS u ON u.id = k.id
    JOIN roles AS r ON r.id = u.role_id
    WHERE k.place <= v_limit
    ORDER BY k.place;

    SELECT
        IF(v_end_id IS NULL, NULL, CONCAT_WS('-', v_sort, v_end_second, v_end_id)) AS next_after,
        JSON_LENGTH(v_found) <= v_limit AND v_end_id IS NOT NULL AS is_continued,
        v_sort AS sort;
    SELECT s.name
    FROM
        JSON_TABLE(
            v_states, '$[*]' COLUMNS (
                position FOR ORDINALITY,
                name VARCHAR(10) PATH '$'
            )
        ) AS s
    ORDER BY s.position;
    SELECT name
    FROM roles
    ORDER BY name;
END //

DELIMITER ;
