-- directory_facet_count: count the people of a directory with a filter value, up to 3,000.
--
-- Parameters
--   p_directory  alumni or students
--   p_facet      skill, domain, degree, campus, mentor
--   p_value_id   NULL: no filter
--   p_level      minimum proficiency; 0: any
-- Returns
--   0 to 3000; NULL without a filter

DROP FUNCTION IF EXISTS directory_facet_count;

DELIMITER //

CREATE FUNCTION directory_facet_count(
    p_directory VARCHAR(10),
    p_facet VARCHAR(10),
    p_value_id BIGINT UNSIGNED,
    p_level TINYINT UNSIGNED
)
RETURNS INT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the people of a directory with a filter value, up to 3,000.'
BEGIN
    DECLARE v_count INT UNSIGNED;

    IF p_value_id IS NOT NULL THEN
        SELECT COUNT(*) INTO v_count
        FROM (
            SELECT 1
            FROM directory_facets FORCE INDEX (ix_directory_facets_directory_facet_value_id)
            WHERE
                directory = p_directory
                AND facet = p_facet
                AND value_id = p_value_id
                AND level >= p_level
            LIMIT 3000
        ) AS c;
    END IF;
    RETURN v_count;
END //

DELIMITER ;
