-- _job_terms_write: store the words a posting that has none is found by.
--
-- Called by every procedure that writes title, company, location or skills, in its transaction.
--
-- Parameters
--   p_job_id  job_postings.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_terms_write;

DELIMITER //

CREATE PROCEDURE _job_terms_write (IN p_job_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store the words a posting is found by.'
BEGIN
    INSERT IGNORE INTO job_terms (job_posting_id, field, term)
    WITH texts AS (
        SELECT
            'title' AS field,
            title AS content
        FROM job_postings
        WHERE id = p_job_id
        UNION ALL
        SELECT
            'company',
            company_name
        FROM job_postings
        WHERE id = p_job_id
        UNION ALL
        SELECT
            'location',
            location
        FROM job_postings
        WHERE id = p_job_id
        UNION ALL
        SELECT
            'skill',
            skill_names_of(p_job_id)
    ),

    terms AS (
        SELECT
            x.field,
            w.term
        FROM texts AS x
        JOIN JSON_TABLE(
            search_terms_of(x.content, 1), '$[*]' COLUMNS (term VARCHAR(40) PATH '$')
        ) AS w
    )

    SELECT
        p_job_id,
        field,
        term
    FROM terms
    UNION DISTINCT
    SELECT
        p_job_id,
        'any',
        term
    FROM terms;
END //

DELIMITER ;
