-- job_term_count: count the postings with a word that begins with a prefix, up to 1,000.
--
-- Parameters
--   p_field   job_terms.field
--   p_prefix  a pattern for LIKE, such as soft%; NULL: no search
-- Returns
--   0 to 1000; NULL without a prefix

DROP FUNCTION IF EXISTS job_term_count;

DELIMITER //

CREATE FUNCTION job_term_count(p_field VARCHAR(10), p_prefix VARCHAR(41))
RETURNS INT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the postings with a word that begins with a prefix, up to 1,000.'
BEGIN
    RETURN IF(p_prefix IS NULL, NULL, (
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM job_terms
            WHERE field = p_field AND term LIKE p_prefix
            LIMIT 1000
        ) AS c
    ));
END //

DELIMITER ;
