-- about_revisions: list the revisions of the About page, newest first.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   revisions (many)  id, number, note, created_at, author_name, restored_from_number,
--                     is_published (1: the revision that visitors see now)
--   page (one)        next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL about_revisions(1, NULL, 20);

DROP PROCEDURE IF EXISTS about_revisions;

DELIMITER //

CREATE PROCEDURE about_revisions (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the revisions of the About page. | revisions: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_before INT UNSIGNED DEFAULT ~0 >> 32;

    CALL _require_admin(p_actor_id);
    IF NOT REGEXP_LIKE(COALESCE(p_after, '0'), '^[0-9]{1,9}$') THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page link is not valid. Go back to the first page.';
    END IF;
    SET v_before = COALESCE(p_after, v_before);

    SELECT
        r.id,
        r.number,
        r.note,
        r.created_at,
        o.number AS restored_from_number,
        name_of(r.created_by) AS author_name,
        p.id IS NOT NULL AS is_published
    FROM about_page_revisions AS r
    LEFT JOIN about_page_revisions AS o ON o.id = r.restored_from_id
    LEFT JOIN about_page AS p ON p.published_revision_id = r.id
    WHERE r.number < v_before
    ORDER BY r.number DESC
    LIMIT v_limit;

    -- Revision numbers have no gaps.
    SELECT IF(MAX(number) > v_limit, MAX(number) - v_limit + 1, NULL) AS next_after
    FROM about_page_revisions
    WHERE number < v_before;
END //

DELIMITER ;
