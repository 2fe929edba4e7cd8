-- _job_terms_write: store the search terms of a posting.
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
COMMENT 'Store the search terms of a posting.'
BEGIN
    DECLARE v_terms JSON;
    DECLARE v_gone JSON;

    -- Everything is read into variables first: such reads lock nothing, neither other skills nor
    -- the gap that the terms of the next posting go into.
    SELECT JSON_ARRAYAGG(JSON_ARRAY(x.field, w.term)) INTO v_terms
    FROM (
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
            CONCAT_WS(' ', location, IF(is_remote, 'remote', NULL))
        FROM job_postings
        WHERE id = p_job_id
        UNION ALL
        SELECT
            'skill',
            skill_names_of(p_job_id)
    ) AS x
    JOIN
        JSON_TABLE(
            search_terms_of(x.content, 1), '$[*]' COLUMNS (term VARCHAR(40) PATH '$')
        ) AS w;
    SELECT JSON_ARRAYAGG(JSON_ARRAY(t.field, t.term)) INTO v_gone
    FROM job_terms AS t
    WHERE t.job_posting_id = p_job_id;

    IF v_gone IS NOT NULL THEN
        DELETE /*+ JOIN_ORDER(g, t) JOIN_INDEX(t PRIMARY) */ t
        FROM
            JSON_TABLE(
                v_gone, '$[*]' COLUMNS (
                    field VARCHAR(20) PATH '$[0]',
                    term VARCHAR(40) PATH '$[1]'
                )
            ) AS g
        JOIN job_terms AS t
            ON t.job_posting_id = p_job_id AND t.field = g.field AND t.term = g.term;
    END IF;
    INSERT IGNORE INTO job_terms (job_posting_id, field, term)
    WITH terms AS (
        SELECT
            n.field,
            n.term
        FROM JSON_TABLE(
            v_terms, '$[*]' COLUMNS (
                field VARCHAR(20) PATH '$[0]',
                term VARCHAR(40) PATH '$[1]'
            )
        ) AS n
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
