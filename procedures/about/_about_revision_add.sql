-- _about_revision_add: publish the draft as a revision.
--
-- The caller holds the lock on the draft (_about_lock), so the numbers have no gaps.
--
-- Parameters
--   p_actor_id          users.id
--   p_note              what changed; NULL: not given
--   p_restored_from_id  about_page_revisions.id that is restored; NULL: none
--   p_action            name of the procedure, for the audit log
--   p_revision_id       about_page_revisions.id of the new one
-- Result sets
--   none
-- Errors
--   45409  the draft is identical to the published revision

DROP PROCEDURE IF EXISTS _about_revision_add;

DELIMITER //

CREATE PROCEDURE _about_revision_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_note VARCHAR(300),
    IN p_restored_from_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64),
    OUT p_revision_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Publish the draft as a revision.'
BEGIN
    DECLARE v_draft JSON DEFAULT about_draft_of(1);
    DECLARE v_published JSON;
    DECLARE v_number INT UNSIGNED;

    SELECT
        r.revision_data,
        r.number
    INTO v_published, v_number
    FROM about_page AS p
    JOIN about_page_revisions AS r ON r.id = p.published_revision_id
    WHERE p.id = 1;
    IF v_published = v_draft THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Nothing has changed since the last revision. Edit the draft first.';
    END IF;

    INSERT INTO about_page_revisions (number, revision_data, note, restored_from_id, created_by)
    VALUES (COALESCE(v_number, 0) + 1, v_draft, p_note, p_restored_from_id, p_actor_id);
    SET p_revision_id = LAST_INSERT_ID();
    UPDATE about_page
    SET published_revision_id = p_revision_id, updated_by = p_actor_id
    WHERE id = 1;
    CALL _audit(
        p_actor_id, p_action, 'about_page_revisions', p_revision_id,
        JSON_OBJECT('number', v_number), JSON_OBJECT('number', COALESCE(v_number, 0) + 1)
    );
END //

DELIMITER ;
