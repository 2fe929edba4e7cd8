-- content_reports: list reports for the office, oldest open one first.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_status    open, upheld, dismissed; NULL: open
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     reports per page, 1 to 50; NULL: 20
-- Result sets
--   reports (many)  id, subject, subject_id, author_id, author, excerpt, reason, note, reporter_id,
--                   reporter, status, created_at, decided_at, decided_by (a name), decided_reason,
--                   can_decide
--   page (one)      status, next_after (NULL: the end)
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  unknown status
-- Example
--   CALL content_reports(1, 'open', NULL, 20);

DROP PROCEDURE IF EXISTS content_reports;

DELIMITER //

CREATE PROCEDURE content_reports (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_status VARCHAR(20),
    IN p_after BIGINT UNSIGNED,
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List reports for the office. | reports: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_status VARCHAR(20) DEFAULT COALESCE(p_status, 'open');
    DECLARE v_ids JSON;
    DECLARE v_next BIGINT UNSIGNED;

    CALL _require_admin(p_actor_id);
    IF v_status NOT IN ('open', 'upheld', 'dismissed') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'status: Choose a status from the list.';
    END IF;

    -- Fetch one row more than the page to find out whether there is a next page.
    SELECT
        JSON_ARRAYAGG(IF(r.position <= v_limit, r.id, NULL)),
        IF(COUNT(*) > v_limit, MAX(IF(r.position = v_limit, r.id, NULL)), NULL)
    INTO v_ids, v_next
    FROM (
        SELECT
            w.id,
            ROW_NUMBER() OVER (ORDER BY w.id) AS position
        FROM (
            SELECT id
            FROM content_reports FORCE INDEX (ix_content_reports_status_id)
            WHERE status = v_status AND id > COALESCE(p_after, 0)
            ORDER BY id
            LIMIT 51
        ) AS w
    ) AS r;

    SELECT
        r.id,
        r.subject,
        r.subject_id,
        r.author_id,
        r.excerpt,
        r.reason,
        r.note,
        r.reporter_id,
        r.status,
        r.status = 'open' AS can_decide,
        r.created_at,
        r.decided_at,
        r.decided_reason,
        name_of(r.author_id) AS author,
        name_of(r.reporter_id) AS reporter,
        name_of(r.updated_by) AS decided_by
    FROM
        JSON_TABLE(
            COALESCE(v_ids, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN content_reports AS r ON r.id = k.id
    ORDER BY r.id;

    SELECT
        v_status AS status,
        v_next AS next_after;
END //

DELIMITER ;
