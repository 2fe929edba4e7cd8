-- _privacy_write: record who may see a part of a profile, or refuse an unknown part or audience.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_field     privacy_fields.name
--   p_audience  as in privacy_save
-- Result sets
--   none
-- Errors
--   45422  a value is unacceptable

DROP PROCEDURE IF EXISTS _privacy_write;

DELIMITER //

CREATE PROCEDURE _privacy_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_field VARCHAR(20),
    IN p_audience VARCHAR(30)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Record who may see a part of a profile, or refuse an unknown part or audience.'
BEGIN
    DECLARE v_count INT UNSIGNED;

    SELECT COUNT(*) INTO v_count
    FROM privacy_fields
    WHERE name = p_field;
    IF v_count = 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'field: There is no such part of a profile.';
    ELSEIF
        p_audience IS NULL
        OR p_audience NOT IN (
            'everyone', 'members', 'alumni', 'students_of_my_campus', 'people_i_follow', 'only_me'
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'audience: Choose one of the list.';
    END IF;
    INSERT INTO privacy_settings (user_id, field, audience, updated_by)
    VALUES (p_actor_id, p_field, p_audience, p_actor_id)
    ON DUPLICATE KEY UPDATE audience = p_audience, updated_by = p_actor_id;
END //

DELIMITER ;
