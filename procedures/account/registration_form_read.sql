-- registration_form_read: list the choices of the registration form.
--
-- Parameters
--   p_actor_id  not used
-- Result sets
--   degrees (many)   id, name, level
--   campuses (many)  id, name
-- Errors
--   none
-- Example
--   CALL registration_form_read(NULL);

DROP PROCEDURE IF EXISTS registration_form_read;

DELIMITER //

CREATE PROCEDURE registration_form_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the choices of the registration form. | degrees: many, campuses: many'
BEGIN
    SELECT
        id,
        name,
        level
    FROM degrees
    WHERE is_retired = 0
    ORDER BY level, name;
    SELECT
        id,
        name
    FROM campuses
    WHERE is_retired = 0
    ORDER BY name;
END //

DELIMITER ;
