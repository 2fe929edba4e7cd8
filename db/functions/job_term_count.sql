-- job_term_count: how many postings have a word that begins so, counted to a thousand.
--
-- Parameters
--   p_field   job_terms.field
--   p_prefix  a pattern for LIKE, such as soft%; NULL: nothing is asked
-- Returns
--   0 to 1000; NULL where nothing is asked

DROP FUNCTION IF EXISTS job_term_count;

DELIMITER //

CREATE FUNCTION job_term_count(p_field VARCHAR(10), p_prefix VARCHAR(41))
RETURNS INT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'How many postings have a word that begins so, counted to a thousand.'
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
