-- profile_project_save: add or change a project.
--
-- Parameters
--   p_actor_id         users.id of the person
--   p_project_id       student_projects.id; NULL: a new one
--   p_title            at most 160 characters
--   p_url              NULL: none
--   p_description      Markdown, at most 5,000 characters; NULL: none
--   p_idempotency_key  the same key returns the same entry; NULL: no protection
-- Result sets
--   project (one)  id
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45404  no such entry of the actor
--   45409  there are 50 already
--   45422  invalid value
-- Example
--   CALL profile_project_save(3, NULL, 'A compiler', 'https://example.org/compiler', NULL, NULL);

DROP PROCEDURE IF EXISTS profile_project_save;

DELIMITER //

CREATE PROCEDURE profile_project_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_project_id BIGINT UNSIGNED,
    IN p_title VARCHAR(160),
    IN p_url VARCHAR(300),
    IN p_description TEXT,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a project. | project: one'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'student', v_profile_id);
    CALL _require_text('title', p_title, 160, 1, 0);
    CALL _require_text('description', p_description, 5000, 0, 1);
    CALL _require_link('url', p_url);
    IF p_project_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'profile_project_save', p_idempotency_key, v_id);
        IF v_id IS NULL THEN
            SELECT COUNT(*) INTO v_count
            FROM student_projects
            WHERE student_profile_id = v_profile_id;
            CALL _require_room(v_count, 50);
            INSERT INTO student_projects (
                student_profile_id,
                title,
                url,
                description,
                created_by,
                updated_by
            ) VALUES (
                v_profile_id,
                p_title,
                p_url,
                p_description,
                p_actor_id,
                p_actor_id
            );
            SET v_id = LAST_INSERT_ID();
            CALL _idempotency_record(
                p_actor_id, 'profile_project_save', p_idempotency_key, v_id
            );
        END IF;
    ELSE
        SELECT id INTO v_id
        FROM student_projects
        WHERE id = p_project_id AND student_profile_id = v_profile_id
        FOR UPDATE;
        CALL _require_item(v_id IS NOT NULL);
        UPDATE student_projects
        SET
            title = p_title,
            url = p_url,
            description = p_description,
            updated_by = p_actor_id
        WHERE id = v_id;
    END IF;
    CALL _directory_write(p_actor_id);
    COMMIT;

    SELECT v_id AS id;
END //

DELIMITER ;
