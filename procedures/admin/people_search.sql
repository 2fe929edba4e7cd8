-- people_search: accounts in any state and role, by name, address or id; the newest first.
--
-- A search takes up to three words, each as the beginning of a word of a name or address; digits
-- alone are an id as well. A rare word leads to its accounts; otherwise the accounts are walked, a
-- window of 2,000 a call: a short page is not the end, next_after says whether there is more.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_search    words, an address or a number; NULL: everybody
--   p_role      admin, alumni or student; NULL: any
--   p_state     pending, active, rejected, blocked, deleted or erased; NULL: any but erased
--   p_after     next_after of the page before; NULL: the first page
--   p_limit     rows of a page, 1 to 50; NULL: 20
-- Result sets
--   people (many)  id, name, email, role, state, created_at, last_signed_in_at, deleted_at, photo
--   page (one)     next_after (NULL: the end), is_continued (1: the window ended, not the page)
-- Errors
--   45400  p_after is not from a page before
--   45401  nobody is signed in
--   45403  the actor is no admin
--   45422  no such role or state
-- Example
--   CALL people_search(1, 'ivan', NULL, 'active', NULL, 20);

DROP PROCEDURE IF EXISTS people_search;

DELIMITER //

CREATE PROCEDURE people_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_search VARCHAR(200),
    IN p_role VARCHAR(20),
    IN p_state VARCHAR(10),
    IN p_after VARCHAR(20),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Accounts in any state, by name, address or id. | people: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_window INT UNSIGNED;
    DECLARE v_after BIGINT UNSIGNED DEFAULT 9223372036854775807;
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_terms JSON DEFAULT search_terms_of(p_search, 0);
    DECLARE v_term1 VARCHAR(41) DEFAULT prefix_of(v_terms, 0);
    DECLARE v_term2 VARCHAR(41) DEFAULT prefix_of(v_terms, 1);
    DECLARE v_term3 VARCHAR(41) DEFAULT prefix_of(v_terms, 2);
    DECLARE v_rarest VARCHAR(41);
    DECLARE v_count INT UNSIGNED;
    DECLARE v_fewest INT UNSIGNED DEFAULT 2001;
    DECLARE v_number TINYINT UNSIGNED DEFAULT 0;
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_ids JSON;
    DECLARE v_found JSON;
    DECLARE v_last_id BIGINT UNSIGNED;
    DECLARE v_is_full BOOLEAN DEFAULT 0;
    DECLARE v_found_count INT UNSIGNED;

    CALL _require_admin(p_actor_id);
    IF NOT REGEXP_LIKE(COALESCE(p_after, '0'), '^[0-9]{1,19}$') THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page does not belong to the list. Begin with the first page.';
    END IF;
    IF p_state NOT IN ('pending', 'active', 'rejected', 'blocked', 'deleted', 'erased') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'state: There is no such state.';
    END IF;
    IF p_role IS NOT NULL THEN
        CALL _require_role(p_role, v_role_id);
    END IF;
    SET v_after = COALESCE(p_after, v_after);
    -- Without words all but the erased are on the page.
    SET v_window = IF(JSON_LENGTH(v_terms) = 0, 60, 2000);
    IF REGEXP_LIKE(p_search, '^#?[0-9]{1,18}$') THEN
        SET v_id = REPLACE(p_search, '#', '');
    END IF;

    -- Three probes, each counted to a limit; a word twice as common as the window leads nowhere.
    WHILE v_number < LEAST(JSON_LENGTH(v_terms), 3) DO
        SELECT COUNT(*) INTO v_count
        FROM (
            SELECT user_id
            FROM account_terms
            WHERE term LIKE prefix_of(v_terms, v_number)
            LIMIT 2001
        ) AS t;
        IF v_count < v_fewest THEN
            SET v_fewest = v_count, v_rarest = prefix_of(v_terms, v_number);
        END IF;
        SET v_number = v_number + 1;
    END WHILE;

    IF v_rarest IS NOT NULL OR v_id IS NOT NULL THEN
        SELECT JSON_ARRAYAGG(k.user_id) INTO v_ids
        FROM (
            SELECT user_id
            FROM account_terms
            WHERE term LIKE v_rarest
            UNION DISTINCT
            SELECT id
            FROM users
            WHERE id = v_id
        ) AS k
        WHERE k.user_id < v_after;
    ELSEIF v_role_id IS NOT NULL AND p_state IS NOT NULL THEN
        SELECT
            JSON_ARRAYAGG(k.id),
            COUNT(*) = v_window,
            MIN(k.id)
        INTO v_ids, v_is_full, v_last_id
        FROM (
            SELECT id
            FROM users FORCE INDEX (ix_users_role_id_state_id)
            WHERE role_id = v_role_id AND state = p_state AND id < v_after
            ORDER BY id DESC
            LIMIT v_window
        ) AS k;
    ELSEIF p_state IS NOT NULL THEN
        SELECT
            JSON_ARRAYAGG(k.id),
            COUNT(*) = v_window,
            MIN(k.id)
        INTO v_ids, v_is_full, v_last_id
        FROM (
            SELECT id
            FROM users FORCE INDEX (ix_users_state_id)
            WHERE state = p_state AND id < v_after
            ORDER BY id DESC
            LIMIT v_window
        ) AS k;
    ELSEIF v_role_id IS NOT NULL THEN
        SELECT
            JSON_ARRAYAGG(k.id),
            COUNT(*) = v_window,
            MIN(k.id)
        INTO v_ids, v_is_full, v_last_id
        FROM (
            SELECT id
            FROM users FORCE INDEX (ix_users_role_id)
            WHERE role_id = v_role_id AND id < v_after
            ORDER BY id DESC
            LIMIT v_window
        ) AS k;
    ELSE
        SELECT
            JSON_ARRAYAGG(k.id),
            COUNT(*) = v_window,
            MIN(k.id)
        INTO v_ids, v_is_full, v_last_id
        FROM (
            SELECT id
            FROM users
            WHERE id < v_after
            ORDER BY id DESC
            LIMIT v_window
        ) AS k;
    END IF;

    -- One more than the page has, to know whether there is another.
    SELECT
        JSON_ARRAYAGG(f.id),
        COUNT(*)
    INTO v_found, v_found_count
    FROM (
        SELECT u.id
        FROM JSON_TABLE(v_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
        JOIN users AS u ON u.id = k.id
        WHERE
            (v_role_id IS NULL OR u.role_id = v_role_id)
            AND IF(p_state IS NULL, u.state <> 'erased' OR u.id <=> v_id, u.state = p_state)
            AND (
                u.id <=> v_id
                OR (
                    (
                        v_term1 IS NULL
                        OR EXISTS (
                            SELECT 1 FROM account_terms AS t
                            WHERE t.user_id = u.id AND t.term LIKE v_term1
                        )
                    )
                    AND (
                        v_term2 IS NULL
                        OR EXISTS (
                            SELECT 1 FROM account_terms AS t
                            WHERE t.user_id = u.id AND t.term LIKE v_term2
                        )
                    )
                    AND (
                        v_term3 IS NULL
                        OR EXISTS (
                            SELECT 1 FROM account_terms AS t
                            WHERE t.user_id = u.id AND t.term LIKE v_term3
                        )
                    )
                )
            )
        ORDER BY u.id DESC
        LIMIT 51
    ) AS f;

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
    FROM JSON_TABLE(v_found, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
    JOIN users AS u ON u.id = k.id
    JOIN roles AS r ON r.id = u.role_id
    ORDER BY u.id DESC
    LIMIT v_limit;

    SELECT
        IF(
            v_found_count > v_limit,
            (
                SELECT MIN(p.id)
                FROM (
                    SELECT k.id
                    FROM
                        JSON_TABLE(v_found, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
                    ORDER BY k.id DESC
                    LIMIT v_limit
                ) AS p
            ),
            IF(v_is_full, v_last_id, NULL)
        ) AS next_after,
        v_found_count <= v_limit AND v_is_full AS is_continued;
END //

DELIMITER ;
