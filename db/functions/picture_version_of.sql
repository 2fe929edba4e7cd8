-- picture_version_of: return a version that changes with a person's photo or cover.
--
-- Parameters
--   p_user_id  users.id
--   p_kind     photo or cover
-- Returns
--   12 hexadecimal digits; NULL: no such picture

DROP FUNCTION IF EXISTS picture_version_of;

DELIMITER //

CREATE FUNCTION picture_version_of(p_user_id BIGINT UNSIGNED, p_kind VARCHAR(20))
RETURNS CHAR(12)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return a version that changes with a person''s photo or cover.'
BEGIN
    RETURN (
        SELECT LOWER(LEFT(HEX(m.sha256), 12))
        FROM profile_files AS f
        JOIN media_files AS m ON m.id = f.media_file_id
        WHERE f.user_id = p_user_id AND f.kind = p_kind
        ORDER BY f.width
        LIMIT 1
    );
END //

DELIMITER ;
