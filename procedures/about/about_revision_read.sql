-- about_revision_read: read one revision of the About page, and another to compare it with.
--
-- Parameters
--   p_actor_id     users.id of an admin
--   p_revision_id  about_page_revisions.id
--   p_with         number of the other revision; NULL: the previous one
-- Result sets
--   revision (one)  id, number, note, created_at, author_name, restored_from_number, is_published,
--                   revision_data (JSON object, see about_draft_of)
--   other (maybe)   id, number, created_at, revision_data; none for the first revision
--   draft (one)     revision, is_changed (1: it has changes that restoring would discard)
--   numbers (many)  number: the newest 50, for comparison
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such revision
-- Example
--   CALL about_revision_read(1, 2, NULL);

DROP PROCEDURE IF EXISTS about_revision_read;

DELIMITER //

CREATE PROCEDURE about_revision_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_revision_id BIGINT UNSIGNED,
    IN p_with INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read one revision, and another to compare it with. | revision: one, other: maybe, draft: one,
numbers: many'
BEGIN
    DECLARE v_number INT UNSIGNED;
    DECLARE v_other_count INT UNSIGNED;
    DECLARE v_draft JSON;

    CALL _require_admin(p_actor_id);
    SELECT number INTO v_number
    FROM about_page_revisions
    WHERE id = p_revision_id;
    SELECT COUNT(*) INTO v_other_count
    FROM about_page_revisions
    WHERE number = p_with;
    IF v_number IS NULL OR (p_with IS NOT NULL AND v_other_count = 0) THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Revision not found.';
    END IF;
    SET v_draft = about_draft_of(1);

    SELECT
        r.id,
        r.number,
        r.note,
        r.created_at,
        o.number AS restored_from_number,
        r.revision_data,
        name_of(r.created_by) AS author_name,
        p.id IS NOT NULL AS is_published
    FROM about_page_revisions AS r
    LEFT JOIN about_page_revisions AS o ON o.id = r.restored_from_id
    LEFT JOIN about_page AS p ON p.published_revision_id = r.id
    WHERE r.id = p_revision_id;

    SELECT
        id,
        number,
        created_at,
        revision_data
    FROM about_page_revisions
    WHERE number = COALESCE(p_with, v_number - 1);

    SELECT
        p.revision,
        COALESCE(r.revision_data <> v_draft, 1) AS is_changed
    FROM about_page AS p
    LEFT JOIN about_page_revisions AS r ON r.id = p.published_revision_id
    WHERE p.id = 1;

    SELECT number FROM about_page_revisions
    ORDER BY number DESC
    LIMIT 50;
END //

DELIMITER ;
