-- about_revision_restore: publish an older revision of the About page again, as a new revision.
--
-- The draft gets the same content, so its unpublished changes are lost. Therefore the actor states
-- which draft they have seen.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_revision_id      about_page_revisions.id to restore
--   p_note             why, at most 300 characters; NULL: a note that names the restored revision
--   p_revision         about_page.revision that the actor has seen; NULL: do not check
--   p_idempotency_key  created with the form: the same key returns the same revision; NULL: none
-- Result sets
--   revision (one)  id, number, note, created_at
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such revision
--   45409  the draft has changed since, or this is the published revision
--   45422  invalid note
-- Example
--   CALL about_revision_restore(1, 1, 'The first one was better', NULL, NULL);

DROP PROCEDURE IF EXISTS about_revision_restore;

DELIMITER //

CREATE PROCEDURE about_revision_restore (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_revision_id BIGINT UNSIGNED,
    IN p_note VARCHAR(300),
    IN p_revision INT UNSIGNED,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Publish an older revision again, as a new revision. | revision: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_number INT UNSIGNED;
    DECLARE v_data JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_text('note', p_note, 300, 0, 0);

    START TRANSACTION;
    CALL _idempotency_claim(p_actor_id, 'about_revision_restore', p_idempotency_key, v_id);
    IF v_id IS NULL THEN
        CALL _about_lock(p_revision);
        SELECT
            number,
            revision_data
        INTO v_number, v_data
        FROM about_page_revisions
        WHERE id = p_revision_id;
        IF v_number IS NULL THEN
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Revision not found.';
        END IF;
        CALL _about_draft_load(p_actor_id, v_data);
        UPDATE about_page SET revision = revision + 1
        WHERE id = 1;
        CALL _about_revision_add(
            p_actor_id, COALESCE(p_note, CONCAT('Revision ', v_number, ' again')), p_revision_id,
            'about_revision_restore', v_id
        );
        CALL _idempotency_record(p_actor_id, 'about_revision_restore', p_idempotency_key, v_id);
    END IF;
    COMMIT;

    SELECT
        id,
        number,
        note,
        created_at
    FROM about_page_revisions
    WHERE id = v_id;
END //

DELIMITER ;
