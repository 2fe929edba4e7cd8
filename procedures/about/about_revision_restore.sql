-- about_revision_restore: publish an older revision of the page again, as a new one.
--
-- The draft says the same afterwards: what was changed on it and not published is lost. So the
-- actor tells which draft they have seen.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_revision_id      about_page_revisions.id to bring back
--   p_note             why, at most 300 characters; NULL: says which one it brings back
--   p_revision         about_page.revision that the actor has seen; NULL: whatever it is
--   p_idempotency_key  made with the form: the same key again is the same revision; NULL: none
-- Result sets
--   revision (one)  id, number, note, created_at
-- Errors
--   45401  nobody is signed in
--   45403  the actor is no admin
--   45404  no such revision
--   45409  somebody changed the draft meanwhile, or this is what is published
--   45422  the note is unacceptable
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
COMMENT 'Publish an older revision again, as a new one. | revision: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_number INT UNSIGNED;
    DECLARE v_data JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Before the transaction, so that what it sees is as of the lock.
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
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such revision.';
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
