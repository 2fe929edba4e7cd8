-- audit_search: search the audit log, newest first: who did what to whom, with the previous values.
--
-- One filter finds its rows by an index; the others are checked in windows of 2,000 rows per
-- call: a short page is not the end; next_after says whether there is more.
--
-- Parameters
--   p_actor_id       users.id of an admin
--   p_actor          who did it: an id, an email address, or system (a database client, the
--                    scheduler);
--                    NULL: anybody
--   p_action         name of the procedure; NULL: any
--   p_subject_table  table of the changed row; NULL: any
--   p_subject_id     id in that table, only with p_subject_table; NULL: any
--   p_from           first day, UTC; NULL: from the beginning
--   p_until          last day, UTC; NULL: until now
--   p_after          next_after of the previous page; NULL: the first page
--   p_limit          rows per page, 1 to 500 (for file exports); NULL: 20
-- Result sets
--   entries (many)  id, created_at, actor_id, actor_name, action, subject_table, subject_id,
--                   subject_name (of a person), before_state, after_state, client_address,
--                   request_id, database_user, is_erased (1: values erased with their person),
--                   position (in the chain; NULL: not appended yet), chain_hash
--   page (one)      next_after (NULL: the end), is_continued (1: the window ended before the page)
--   actions (many)  name
--   tables (many)   name
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  the days are in the wrong order, or p_subject_id without a table
-- Example
--   CALL audit_search(1, NULL, NULL, 'users', 3, NULL, NULL, NULL, 20);

DROP PROCEDURE IF EXISTS audit_search;

DELIMITER //

CREATE PROCEDURE audit_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_actor VARCHAR(254),
    IN p_action VARCHAR(64),
    IN p_subject_table VARCHAR(64),
    IN p_subject_id BIGINT UNSIGNED,
    IN p_from DATE,
    IN p_until DATE,
    IN p_after VARCHAR(20),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Search the audit log, newest first. | entries: many, page: one, actions: many, tables: many'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 500);
    DECLARE v_window INT UNSIGNED;
    DECLARE v_after BIGINT UNSIGNED DEFAULT 9223372036854775807;
    DECLARE v_floor BIGINT UNSIGNED DEFAULT 0;
    DECLARE v_ceiling BIGINT UNSIGNED;
    DECLARE v_by_id BIGINT UNSIGNED;
    DECLARE v_filters_count TINYINT UNSIGNED DEFAULT 0;
    DECLARE v_ids JSON;
    DECLARE v_is_full BOOLEAN;
    DECLARE v_last_id BIGINT UNSIGNED;
    DECLARE v_found JSON;
    DECLARE v_found_count INT UNSIGNED;

    CALL _require_admin(p_actor_id);
    CALL _require_cursor(p_after);
    IF p_from > p_until THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'until: Enter a day that is not before the first day.';
    END IF;
    IF p_subject_id IS NOT NULL AND p_subject_table IS NULL THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'subject_table: Choose the table that the id belongs to.';
    END IF;
    SET v_after = COALESCE(p_after, v_after);
    IF p_actor IS NOT NULL AND p_actor <> 'system' THEN
        IF REGEXP_LIKE(p_actor, '^#?[0-9]{1,18}$') THEN
            SET v_by_id = REPLACE(p_actor, '#', '');
        ELSE
            SELECT id INTO v_by_id
            FROM users
            WHERE email = p_actor;
        END IF;
        -- No account has the id 0.
        SET v_by_id = COALESCE(v_by_id, 0);
    END IF;
    -- Ids and times have the same order, except for concurrent commits.
    IF p_from IS NOT NULL THEN
        SELECT COALESCE(MIN(k.id), v_after) INTO v_floor
        FROM (
            SELECT id
            FROM admin_activity_log FORCE INDEX (ix_admin_activity_log_created_at_id)
            WHERE created_at >= p_from - INTERVAL 1 MINUTE
            ORDER BY created_at, id
            LIMIT 1
        ) AS k;
    END IF;
    IF p_until IS NOT NULL THEN
        SELECT MAX(k.id) INTO v_ceiling
        FROM (
            SELECT id
            FROM admin_activity_log FORCE INDEX (ix_admin_activity_log_created_at_id)
            WHERE created_at < p_until + INTERVAL 1441 MINUTE
            ORDER BY created_at DESC, id DESC
            LIMIT 1
        ) AS k;
        SET v_after = LEAST(v_after, COALESCE(v_ceiling, 0) + 1);
    END IF;
    -- With one filter at most, the index returns exactly the page.
    SET v_filters_count = (p_actor IS NOT NULL) + (p_action IS NOT NULL);
    SET v_filters_count = v_filters_count + (p_subject_table IS NOT NULL);
    SET v_filters_count = v_filters_count + 2 * (COALESCE(p_from, p_until) IS NOT NULL);
    SET v_window = IF(v_filters_count > 1, 2000, v_limit + 1);

    IF p_subject_id IS NOT NULL THEN
        SELECT
            JSON_ARRAYAGG(k.id),
            COUNT(*) = v_window,
            MIN(k.id)
        INTO v_ids, v_is_full, v_last_id
        FROM (
            SELECT id
            FROM admin_activity_log FORCE INDEX (ix_admin_activity_log_subject)
            WHERE
                subject_table = p_subject_table AND subject_id = p_subject_id
                AND id < v_after AND id >= v_floor
            ORDER BY id DESC
            LIMIT v_window
        ) AS k;
    ELSEIF p_actor IS NOT NULL THEN
        SELECT
            JSON_ARRAYAGG(k.id),
            COUNT(*) = v_window,
            MIN(k.id)
        INTO v_ids, v_is_full, v_last_id
        FROM (
            SELECT id
            FROM admin_activity_log FORCE INDEX (ix_admin_activity_log_actor_id_id)
            WHERE
                actor_id <=> v_by_id
                AND id < v_after AND id >= v_floor
            ORDER BY id DESC
            LIMIT v_window
        ) AS k;
    ELSEIF p_action IS NOT NULL THEN
        SELECT
            JSON_ARRAYAGG(k.id),
            COUNT(*) = v_window,
            MIN(k.id)
        INTO v_ids, v_is_full, v_last_id
        FROM (
            SELECT id
            FROM admin_activity_log FORCE INDEX (ix_admin_activity_log_action_id)
            WHERE
                action = p_action
                AND id < v_after AND id >= v_floor
            ORDER BY id DESC
            LIMIT v_window
        ) AS k;
    ELSEIF p_subject_table IS NOT NULL THEN
        SELECT
            JSON_ARRAYAGG(k.id),
            COUNT(*) = v_window,
            MIN(k.id)
        INTO v_ids, v_is_full, v_last_id
        FROM (
            SELECT id
            FROM admin_activity_log FORCE INDEX (ix_admin_activity_log_subject_table_id)
            WHERE
                subject_table = p_subject_table
                AND id < v_after AND id >= v_floor
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
            FROM admin_activity_log
            WHERE id < v_after AND id >= v_floor
            ORDER BY id DESC
            LIMIT v_window
        ) AS k;
    END IF;

    SELECT
        JSON_ARRAYAGG(f.id),
        COUNT(*)
    INTO v_found, v_found_count
    FROM (
        SELECT l.id
        FROM JSON_TABLE(v_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
        JOIN admin_activity_log AS l ON l.id = k.id
        WHERE
            (p_actor IS NULL OR l.actor_id <=> v_by_id)
            AND (p_action IS NULL OR l.action = p_action)
            AND (p_subject_table IS NULL OR l.subject_table = p_subject_table)
            AND (p_subject_id IS NULL OR l.subject_id = p_subject_id)
            AND (p_from IS NULL OR l.created_at >= p_from)
            AND (p_until IS NULL OR l.created_at < p_until + INTERVAL 1 DAY)
        ORDER BY l.id DESC
        LIMIT 501
    ) AS f;

    SELECT
        l.id,
        l.created_at,
        l.actor_id,
        l.action,
        l.subject_table,
        l.subject_id,
        l.before_state,
        l.after_state,
        l.client_address,
        l.request_id,
        l.database_user,
        l.state_salt IS NULL AS is_erased,
        s.position,
        LOWER(HEX(s.chain_hash)) AS chain_hash,
        _account_name_of(l.actor_id) AS actor_name,
        IF(l.subject_table = 'users', _account_name_of(l.subject_id), NULL) AS subject_name
    FROM JSON_TABLE(v_found, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
    JOIN admin_activity_log AS l ON l.id = k.id
    LEFT JOIN audit_seals AS s ON s.log_id = l.id
    ORDER BY l.id DESC
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

    -- Reads the first entry of each in the index, however long the log.
    SELECT DISTINCT action AS name
    FROM admin_activity_log FORCE INDEX (ix_admin_activity_log_action_id)
    ORDER BY name;
    SELECT DISTINCT subject_table AS name
    FROM admin_activity_log FORCE INDEX (ix_admin_activity_log_subject_table_id)
    ORDER BY name;
END //

DELIMITER ;
