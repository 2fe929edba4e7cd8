-- about_draft_discard: discard the draft of the About page and go back to the published revision.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_revision  about_page.revision that the actor has seen; NULL: do not check
-- Result sets
--   page (one)  revision
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45409  the draft has changed since, or nothing is published yet
-- Example
--   CALL about_draft_discard(1, NULL);

DROP PROCEDURE IF EXISTS about_draft_discard;

DELIMITER //

CREATE PROCEDURE about_draft_discard (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Discard the draft and go back to the published revision. | page: one'
BEGIN
    DECLARE v_data JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);

    START TRANSACTION;
    CALL _about_lock(p_revision);
    SELECT r.revision_data INTO v_data
    FROM about_page AS p
    JOIN about_page_revisions AS r ON r.id = p.published_revision_id
    WHERE p.id = 1;
    IF v_data IS NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Nothing is published yet. Publish the draft first.';
    END IF;
    CALL _about_draft_load(p_actor_id, v_data);
    CALL _about_changed(p_actor_id, 'about_draft_discard', 'about_page', 1, NULL, NULL);
    COMMIT;

    SELECT revision FROM about_page
    WHERE id = 1;
END //

DELIMITER ;
