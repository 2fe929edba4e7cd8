-- about_publish: publish the draft of the About page as a new revision.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_note             what changed, at most 300 characters; NULL: not given
--   p_revision         about_page.revision that the actor has seen; NULL: do not check
--   p_idempotency_key  created with the form: the same key returns the same revision; NULL: none
-- Result sets
--   revision (one)  id, number, note, created_at
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45409  the draft has changed since, or is identical to the published revision
--   45422  invalid note
-- Example
--   CALL about_link_save(1, NULL, 'Open jobs', '/jobs', NULL, NULL);
--   CALL about_publish(1, 'A link to the jobs', NULL, NULL);

DROP PROCEDURE IF EXISTS about_publish;

DELIMITER //

CREATE PROCEDURE about_publish (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_note VARCHAR(300),
    IN p_revision INT UNSIGNED,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Publish the draft as a new revision. | revision: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_text('note', p_note, 300, 0, 0);

    START TRANSACTION;
    CALL _idempotency_claim(p_actor_id, 'about_publish', p_idempotency_key, v_id);
    IF v_id IS NULL THEN
        CALL _about_lock(p_revision);
        CALL _about_revision_add(p_actor_id, p_note, NULL, 'about_publish', v_id);
        CALL _idempotency_record(p_actor_id, 'about_publish', p_idempotency_key, v_id);
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
