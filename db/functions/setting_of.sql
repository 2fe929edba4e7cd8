-- setting_of: return the value of a setting.
--
-- Parameters
--   p_name  settings.name
-- Returns
--   its value as text; NULL if there is no such setting

DROP FUNCTION IF EXISTS setting_of;

DELIMITER //

CREATE FUNCTION setting_of(p_name VARCHAR(60))
RETURNS VARCHAR(500)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the value of a setting, NULL if there is none.'
BEGIN
    RETURN (
        SELECT value FROM settings
        WHERE name = p_name
    );
END //

DELIMITER ;
