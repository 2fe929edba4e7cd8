-- picture_size_of: return width and height of a picture, from its content.
--
-- A WebP without extensions has them at a fixed position: after RIFF, its length, WEBP, VP8, the
-- chunk's length, three bytes of frame and the start code, in the lower 14 bits of two bytes each.
--
-- Parameters
--   p_content  the file
-- Returns
--   such as 512x512; NULL for anything except a complete lossy WebP

DROP FUNCTION IF EXISTS picture_size_of;

DELIMITER //

CREATE FUNCTION picture_size_of(p_content MEDIUMBLOB)
RETURNS VARCHAR(11)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Return width and height of a picture, from its content.'
BEGIN
    RETURN CASE
        WHEN
            LENGTH(p_content) > 30
            AND LEFT(p_content, 4) = _binary 'RIFF'
            AND SUBSTRING(p_content, 9, 8) = _binary 'WEBPVP8 '
            AND SUBSTRING(p_content, 24, 3) = UNHEX('9D012A')
            -- The stated length is the actual one.
            AND CONV(HEX(REVERSE(SUBSTRING(p_content, 5, 4))), 16, 10) + 8 = LENGTH(p_content)
            THEN CONCAT(
                CONV(HEX(REVERSE(SUBSTRING(p_content, 27, 2))), 16, 10) & 16383, 'x',
                CONV(HEX(REVERSE(SUBSTRING(p_content, 29, 2))), 16, 10) & 16383
            )
    END;
END //

DELIMITER ;
