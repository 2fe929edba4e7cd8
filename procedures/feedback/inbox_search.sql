-- inbox_search: list messages to the office, newest first.
--
-- Scans one index per table, so that a page costs the same at any size; for one sender
-- it sorts their messages.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_kind      contact or feedback; NULL: both
--   p_folder    waiting (new and open), resolved, spam, bin; NULL: waiting
--   p_sender    full email address of the sender; NULL: any
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   messages (many)  kind, id, user_id (NULL: a visitor), name, email, subject (for feedback, its
--                    category), rating, excerpt, status, assignee_name, created_at
--   counts (many)    kind, folder, messages_count (at most 100)
--   page (one)       next_after (NULL: the end), folder
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  a filter has a value that does not exist
-- Example
--   CALL inbox_search(1, NULL, 'waiting', NULL, NULL, 20);

DROP PROCEDURE IF EXISTS inbox_search;

DELIMITER //

CREATE PROCEDURE inbox_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_folder VARCHAR(20),
    IN p_sender VARCHAR(254),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List messages to the office. | messages: many, counts: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_probe INT UNSIGNED DEFAULT v_limit + 1;
    DECLARE v_folder VARCHAR(20) DEFAULT COALESCE(p_folder, 'waiting');
    DECLARE v_before DATETIME(6) DEFAULT '9999-12-31';
    DECLARE v_before_kind VARCHAR(20) DEFAULT '';
    DECLARE v_before_id BIGINT UNSIGNED DEFAULT 0;
    DECLARE v_rows JSON;
    DECLARE v_next_after VARCHAR(80);

    CALL _require_admin(p_actor_id);
    IF v_folder NOT IN ('waiting', 'resolved', 'spam', 'bin') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'folder: Choose a folder from the list.';
    END IF;
    IF p_kind NOT IN ('contact', 'feedback') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose contact or feedback.';
    END IF;
    IF p_after IS NOT NULL THEN
        IF
            NOT REGEXP_LIKE(p_after, '^[0-9]{14}[.][0-9]{6}-(contact|feedback)-[0-9]{1,18}$', 'c')
            OR STR_TO_DATE(LEFT(p_after, 21), '%Y%m%d%H%i%s.%f') IS NULL
        THEN
            SIGNAL SQLSTATE '45400'
                SET MESSAGE_TEXT
                = 'This page link is not valid. Go back to the first page.';
        END IF;
        SET
        v_before = STR_TO_DATE(LEFT(p_after, 21), '%Y%m%d%H%i%s.%f'),
        v_before_kind = SUBSTRING_INDEX(SUBSTRING_INDEX(p_after, '-', 2), '-', -1),
        v_before_id = SUBSTRING_INDEX(p_after, '-', -1);
    END IF;

    -- The page first, plus one row: [position, kind, id].
    SELECT
        JSON_ARRAYAGG(JSON_ARRAY(n.position, n.kind, n.id)),
        IF(
            COUNT(*) > v_limit,
            MAX(
                IF(
                    n.position = v_limit,
                    CONCAT(
                        DATE_FORMAT(n.created_at, '%Y%m%d%H%i%s.%f'), '-', n.kind, '-', n.id
                    ),
                    NULL
                )
            ),
            NULL
        )
    INTO v_rows, v_next_after
    FROM (
        SELECT
            m.kind,
            m.id,
            m.created_at,
            ROW_NUMBER() OVER (ORDER BY m.created_at DESC, m.kind DESC, m.id DESC) AS position
        FROM (
            (
                SELECT
                    'contact' AS kind,
                    c.id,
                    c.created_at
                FROM
                    contact_messages AS c
                    FORCE INDEX (ix_contact_messages_folder_created_at_id)
                WHERE
                    p_sender IS NULL
                    AND COALESCE(p_kind, 'contact') = 'contact'
                    AND c.folder = v_folder
                    AND c.created_at <= v_before
                    AND (
                        c.created_at < v_before
                        OR v_before_kind > 'contact'
                        OR (v_before_kind = 'contact' AND c.id < v_before_id)
                    )
                ORDER BY c.created_at DESC, c.id DESC
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT
                    'feedback' AS kind,
                    f.id,
                    f.created_at
                FROM feedback AS f FORCE INDEX (ix_feedback_folder_created_at_id)
                WHERE
                    p_sender IS NULL
                    AND COALESCE(p_kind, 'feedback') = 'feedback'
                    AND f.folder = v_folder
                    AND f.created_at <= v_before
                    AND (
                        f.created_at < v_before
                        OR (v_before_kind = 'feedback' AND f.id < v_before_id)
                    )
                ORDER BY f.created_at DESC, f.id DESC
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT
                    'contact' AS kind,
                    c.id,
                    c.created_at
                FROM contact_messages AS c FORCE INDEX (ix_contact_messages_email)
                WHERE
                    p_sender IS NOT NULL
                    AND c.email = p_sender
                    AND COALESCE(p_kind, 'contact') = 'contact'
                    AND c.folder = v_folder
                    AND (c.created_at, 'contact', c.id) < (v_before, v_before_kind, v_before_id)
                ORDER BY c.created_at DESC, c.id DESC
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT
                    'feedback' AS kind,
                    f.id,
                    f.created_at
                FROM feedback AS f FORCE INDEX (ix_feedback_email)
                WHERE
                    p_sender IS NOT NULL
                    AND f.email = p_sender
                    AND COALESCE(p_kind, 'feedback') = 'feedback'
                    AND f.folder = v_folder
                    AND (f.created_at, 'feedback', f.id) < (v_before, v_before_kind, v_before_id)
                ORDER BY f.created_at DESC, f.id DESC
                LIMIT v_probe
            )
        ) AS m
    ) AS n
    WHERE n.position <= v_probe;

    SELECT
        k.kind,
        k.id,
        c.subject,
        f.rating,
        COALESCE(c.user_id, f.user_id) AS user_id,
        COALESCE(c.name, f.name) AS name,
        COALESCE(c.email, f.email) AS email,
        f.category,
        LEFT(COALESCE(c.message, f.message), 200) AS excerpt,
        COALESCE(c.status, f.status) AS status,
        COALESCE(c.created_at, f.created_at) AS created_at,
        name_of(COALESCE(c.assignee_id, f.assignee_id)) AS assignee_name
    FROM
        JSON_TABLE(
            v_rows, '$[*]' COLUMNS (
                position INT UNSIGNED PATH '$[0]',
                kind VARCHAR(20) PATH '$[1]',
                id BIGINT UNSIGNED PATH '$[2]'
            )
        ) AS k
    LEFT JOIN contact_messages AS c ON c.id = k.id AND k.kind = 'contact'
    LEFT JOIN feedback AS f ON f.id = k.id AND k.kind = 'feedback'
    WHERE k.position <= v_limit
    ORDER BY k.position;

    SELECT
        'contact' AS kind,
        s.folder,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM contact_messages AS c
                WHERE c.folder = s.folder
                LIMIT 100
            ) AS w
        ) AS messages_count
    FROM JSON_TABLE('["waiting", "spam"]', '$[*]' COLUMNS (folder VARCHAR(20) PATH '$')) AS s
    UNION ALL
    SELECT
        'feedback' AS kind,
        s.folder,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM feedback AS f
                WHERE f.folder = s.folder
                LIMIT 100
            ) AS w
        ) AS messages_count
    FROM JSON_TABLE('["waiting", "spam"]', '$[*]' COLUMNS (folder VARCHAR(20) PATH '$')) AS s;

    SELECT
        v_next_after AS next_after,
        v_folder AS folder;
END //

DELIMITER ;
