-- mail_suppressions: list suppressed email addresses, in alphabetical order.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_search    beginning of the address; NULL: all
--   p_after     next_after of the previous page: an address; NULL: the first page
--   p_limit     addresses per page, 1 to 50; NULL: 20
-- Result sets
--   suppressions (many)  email, reason, detail, created_at, user_id and name (of the account with
--                        this address; NULL: none), created_by (a name; NULL: the mail server)
--   page (one)           next_after (NULL: the end)
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL mail_suppressions(1, NULL, NULL, 20);

DROP PROCEDURE IF EXISTS mail_suppressions;

DELIMITER //

CREATE PROCEDURE mail_suppressions (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_search VARCHAR(254),
    IN p_after VARCHAR(254),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List suppressed email addresses. | suppressions: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_begin VARCHAR(600) DEFAULT CONCAT(
        REGEXP_REPLACE(COALESCE(p_search, ''), '([%_\\\\])', '\\\\$1'), '%'
    );
    DECLARE v_emails JSON;
    DECLARE v_next VARCHAR(254);

    CALL _require_admin(p_actor_id);
    -- Fetch one row more than the page to find out whether there is a next page.
    SELECT
        JSON_ARRAYAGG(IF(r.position <= v_limit, r.email, NULL)),
        IF(COUNT(*) > v_limit, MAX(IF(r.position = v_limit, r.email, NULL)), NULL)
    INTO v_emails, v_next
    FROM (
        SELECT
            w.email,
            ROW_NUMBER() OVER (ORDER BY w.email) AS position
        FROM (
            SELECT email
            FROM mail_suppressions
            WHERE email LIKE v_begin AND email > COALESCE(p_after, '')
            ORDER BY email
            LIMIT 51
        ) AS w
    ) AS r;

    SELECT
        s.email,
        s.reason,
        s.detail,
        s.created_at,
        u.id AS user_id,
        name_of(u.id) AS name,
        name_of(s.created_by) AS created_by
    FROM
        JSON_TABLE(
            COALESCE(v_emails, JSON_ARRAY()), '$[*]' COLUMNS (email VARCHAR(254) PATH '$')
        ) AS k
    JOIN mail_suppressions AS s ON s.email = k.email
    LEFT JOIN users AS u ON u.email = s.email
    ORDER BY s.email;

    SELECT v_next AS next_after;
END //

DELIMITER ;
