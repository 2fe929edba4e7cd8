-- job_rank_of: return the rank of a search word for a posting, by the field it occurs in.
--
-- Parameters
--   p_job_id  job_postings.id
--   p_prefix  a pattern for LIKE, such as soft%; NULL: no word
-- Returns
--   8 title, 5 skill, 4 company, 2 location, 0 elsewhere

DROP FUNCTION IF EXISTS job_rank_of;

DELIMITER //

CREATE FUNCTION job_rank_of(p_job_id BIGINT UNSIGNED, p_prefix VARCHAR(41))
RETURNS TINYINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the rank of a search word for a posting, by the field it occurs in.'
BEGIN
    RETURN IF(p_prefix IS NULL, 0, (
        SELECT
            COALESCE(MAX(
                CASE t.field
                    WHEN 'title' THEN 8
                    WHEN 'skill' THEN 5
                    WHEN 'company' THEN 4
                    WHEN 'location' THEN 2
                    ELSE 0
                END
            ), 0)
        FROM job_terms AS t
        WHERE t.job_posting_id = p_job_id AND t.term LIKE p_prefix
    ));
END //

DELIMITER ;
