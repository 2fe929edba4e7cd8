-- audience_of: return who may see a field of a person: their choice, or the default.
--
-- Parameters
--   p_owner_id  users.id
--   p_field     privacy_fields.name
-- Returns
--   an audience

DROP FUNCTION IF EXISTS audience_of;

DELIMITER //

CREATE FUNCTION audience_of(p_owner_id BIGINT UNSIGNED, p_field VARCHAR(20))
RETURNS VARCHAR(30)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return who may see a field of a person.'
BEGIN
    RETURN (
        SELECT COALESCE(s.audience, f.default_audience)
        FROM privacy_fields AS f
        LEFT JOIN privacy_settings AS s ON s.user_id = p_owner_id AND s.field = f.name
        WHERE f.name = p_field
    );
END //

DELIMITER ;
