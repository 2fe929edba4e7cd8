-- directory_term_count: count the terms of a directory that begin with a prefix, up to 3,000.
--
-- Parameters
--   p_directory  alumni or students
--   p_prefix     pattern for LIKE; NULL: no search
-- Returns
--   0 to 3000; NULL without a prefix

DROP FUNCTION IF EXISTS directory_term_count;

DELIMITER //

CREATE FUNCTION directory_term_count(p_directory VARCHAR(10), p_prefix VARCHAR(41))
RETURNS INT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the terms of a directory that begin with a prefix, up to 3,000.'
BEGIN
    DECLARE v_count INT UNSIGNED;

    IF p_prefix IS NOT NULL THEN
        SELECT COUNT(*) INTO v_count
        FROM (
            SELECT 1
            FROM directory_terms FORCE INDEX (ix_directory_terms_directory_term_user_id)
            WHERE directory = p_directory AND term LIKE p_prefix
            LIMIT 3000
        ) AS c;
    END IF;
    RETURN v_count;
END //

DELIMITER ;
