-- about_section_save: add or change a section on the draft of the About page.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_section_id       about_sections.id; NULL: add a new section at the end
--   p_title            at most 120 characters
--   p_summary          Markdown, at most 5,000 characters; always shown
--   p_body             Markdown, at most 15,000 characters, behind "read more"; NULL: none
--   p_revision         about_sections.revision that the editor saw; NULL: do not check
--   p_idempotency_key  created with the form for a new item; NULL: none
-- Result sets
--   item (one)  id, position, revision
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such item on the draft
--   45409  the item has changed since, or there are 40 already
--   45422  invalid value
-- Example
--   CALL about_section_save(1, NULL, 'Who we are', 'We **are** many.', NULL, NULL, NULL);

DROP PROCEDURE IF EXISTS about_section_save;

DELIMITER //

CREATE PROCEDURE about_section_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_section_id BIGINT UNSIGNED,
    IN p_title VARCHAR(120),
    IN p_summary MEDIUMTEXT,
    IN p_body MEDIUMTEXT,
    IN p_revision INT UNSIGNED,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a section on the About page. | item: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED DEFAULT p_section_id;
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_before JSON;
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_text('title', p_title, 120, 1, 0);
    CALL _require_text('summary', p_summary, 5000, 1, 1);
    CALL _require_text('body', p_body, 15000, 0, 1);

    START TRANSACTION;
    CALL _about_lock(NULL);
    IF p_section_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'about_section_save', p_idempotency_key, v_id);
    ELSE
        SELECT
            revision,
            JSON_OBJECT(
                'title', title, 'summary', summary, 'body', body
            )
        INTO v_revision, v_before
        FROM about_sections
        WHERE id = p_section_id
        FOR UPDATE;
        CALL _require_about_item(v_revision, p_revision);
        UPDATE about_sections
        SET
            title = p_title,
            summary = p_summary,
            body = p_body,
            revision = revision + 1,
            updated_by = p_actor_id
        WHERE id = p_section_id;
    END IF;
    IF v_id IS NULL THEN
        SELECT COUNT(*) INTO v_count
        FROM about_sections;
        IF v_count >= 40 THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'You can add up to 40 sections. Remove one first.';
        END IF;
        INSERT INTO about_sections (title, summary, body, position, created_by, updated_by)
        VALUES (
            p_title,
            p_summary,
            p_body,
            v_count + 1,
            p_actor_id,
            p_actor_id
        );
        SET v_id = LAST_INSERT_ID();
        CALL _idempotency_record(p_actor_id, 'about_section_save', p_idempotency_key, v_id);
        SET v_revision = 0;
    END IF;
    -- Submitting the form for a new item twice adds it once.
    IF v_revision IS NOT NULL THEN
        CALL _about_changed(
            p_actor_id, 'about_section_save', 'about_sections', v_id, v_before,
            JSON_OBJECT(
                'title', p_title, 'summary', p_summary, 'body', p_body
            )
        );
    END IF;
    COMMIT;

    SELECT
        v_id AS id,
        (
            SELECT position FROM about_sections
            WHERE id = v_id
        ) AS position,
        (
            SELECT revision FROM about_sections
            WHERE id = v_id
        ) AS revision;
END //

DELIMITER ;
