-- profile_degree_save: add or change an additional degree.
--
-- Parameters
--   p_actor_id          users.id of the person
--   p_alumni_degree_id  alumni_degrees.id; NULL: a new one
--   p_degree_id         degrees.id of one of this university; NULL: earned elsewhere
--   p_title             for a degree earned elsewhere, otherwise NULL
--   p_institution       where it was earned, otherwise NULL
--   p_graduation_year   NULL: not given
--   p_idempotency_key   the same key returns the same entry; NULL: no protection
-- Result sets
--   degree (one)  id
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45404  no such entry of the actor
--   45409  there are 10 already
--   45422  invalid value
-- Example
--   CALL profile_degree_save(2, NULL, NULL, 'MSc Statistics', 'ETH Zürich', 2019, NULL);

DROP PROCEDURE IF EXISTS profile_degree_save;

DELIMITER //

CREATE PROCEDURE profile_degree_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_alumni_degree_id BIGINT UNSIGNED,
    IN p_degree_id BIGINT UNSIGNED,
    IN p_title VARCHAR(160),
    IN p_institution VARCHAR(160),
    IN p_graduation_year SMALLINT UNSIGNED,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change an additional degree. | degree: one'
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
    CALL _profile_lock_as(p_actor_id, 'alumni', v_profile_id);
    CALL _require_text('institution', p_institution, 160, 0, 0);
    CALL _require_graduation_year(p_graduation_year);
    CALL _require_text('title', p_title, 160, p_degree_id IS NULL, 0);
    IF p_degree_id IS NOT NULL THEN
        SELECT COUNT(*) INTO v_count
        FROM degrees
        WHERE id = p_degree_id;
        IF v_count = 0 THEN
            SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'degree_id: Choose a degree from the list.';
        ELSEIF p_title IS NOT NULL OR p_institution IS NOT NULL THEN
            SIGNAL SQLSTATE '45422'
                SET MESSAGE_TEXT = 'title: Leave this empty for a degree of this university.';
        END IF;
    END IF;
    IF p_alumni_degree_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'profile_degree_save', p_idempotency_key, v_id);
        IF v_id IS NULL THEN
            SELECT COUNT(*) INTO v_count
            FROM alumni_degrees
            WHERE alumni_profile_id = v_profile_id;
            CALL _require_room(v_count, 10);
            INSERT INTO alumni_degrees (
                alumni_profile_id,
                degree_id,
                title,
                institution,
                graduation_year,
                created_by,
                updated_by
            ) VALUES (
                v_profile_id,
                p_degree_id,
                p_title,
                p_institution,
                p_graduation_year,
                p_actor_id,
                p_actor_id
            );
            SET v_id = LAST_INSERT_ID();
            CALL _idempotency_record(
                p_actor_id, 'profile_degree_save', p_idempotency_key, v_id
            );
        END IF;
    ELSE
        SELECT id INTO v_id
        FROM alumni_degrees
        WHERE id = p_alumni_degree_id AND alumni_profile_id = v_profile_id
        FOR UPDATE;
        CALL _require_item(v_id IS NOT NULL);
        UPDATE alumni_degrees
        SET
            degree_id = p_degree_id,
            title = p_title,
            institution = p_institution,
            graduation_year = p_graduation_year,
            updated_by = p_actor_id
        WHERE id = v_id;
    END IF;
    CALL _directory_write(p_actor_id);
    COMMIT;

    SELECT v_id AS id;
END //

DELIMITER ;
