-- _job_search_ranked: read a page of a search by relevance.
--
-- Ranked are the postings of the most selective condition, or the newest thousand if all are
-- common, and the 200 best text matches (FULLTEXT). A word scores 8 in the title, 5 as a skill,
-- 4 in the company name, 2 in the location, and all words in the text score 1; equal ranks show
-- the newest first. Ranks are integers that do not depend on other postings, so that pages
-- stay stable while others post.
--
-- Parameters
--   p_candidates  from _job_search_prepare; NULL: all conditions are common
--   p_conditions  from _job_search_prepare
--   p_after       rank-id of the last row of the previous page; NULL: the first page
--   p_limit       rows per page
--   p_ids         the ids of the page, separated by commas; NULL: none
--   p_next        rank-id of the last of them if there are more; NULL: the end
--   p_count       on the first page: total number of matches; otherwise NULL
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_search_ranked;

DELIMITER //

CREATE PROCEDURE _job_search_ranked (
    IN p_candidates TEXT,
    IN p_conditions TEXT,
    IN p_after VARCHAR(200),
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT,
    OUT p_next VARCHAR(200),
    OUT p_count INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a page of a search by relevance.'
BEGIN
    SET
    @job_limit = p_limit,
    @job_after_rank = CAST(SUBSTRING_INDEX(p_after, '-', 1) AS UNSIGNED),
    @job_after = CAST(SUBSTRING_INDEX(p_after, '-', -1) AS UNSIGNED),
    @job_words = fulltext_of(@job_s1, @job_s2, @job_s3);
    SET @job_statement = CONCAT(
        'WITH fitting AS (',
        ' SELECT f.id FROM job_postings AS f WHERE MATCH (f.title, f.company_name, f.description,',
        ' f.requirements) AGAINST (@job_words IN BOOLEAN MODE)',
        ' ORDER BY MATCH (f.title, f.company_name, f.description, f.requirements)',
        ' AGAINST (@job_words IN BOOLEAN MODE) DESC LIMIT 200',
        '), candidates AS (',
        COALESCE(
            p_candidates,
            'SELECT n.id FROM (SELECT l.id FROM job_postings AS l'
            ' FORCE INDEX (ix_job_postings_is_listed_id) WHERE l.is_listed = 1'
            ' ORDER BY l.id DESC LIMIT 1000) AS n'
        ),
        ' UNION SELECT id FROM fitting',
        '), ranked AS (SELECT j.id, job_rank_of(j.id, @job_s1) + job_rank_of(j.id, @job_s2)',
        ' + job_rank_of(j.id, @job_s3) + (f.id IS NOT NULL) AS score',
        ' FROM candidates AS c STRAIGHT_JOIN job_postings AS j ON j.id = c.id',
        ' LEFT JOIN fitting AS f ON f.id = j.id',
        ' WHERE ', p_conditions, ' AND (f.id IS NOT NULL OR (', @job_text_condition, '))',
        '), numbered AS (SELECT r.id, r.score,',
        ' ROW_NUMBER() OVER (ORDER BY r.score DESC, r.id DESC) AS position FROM ranked AS r',
        ' WHERE @job_after IS NULL OR r.score < @job_after_rank',
        ' OR (r.score = @job_after_rank AND r.id < @job_after))',
        ' SELECT GROUP_CONCAT(IF(position <= @job_limit, id, NULL) ORDER BY position),',
        ' IF(COUNT(*) > @job_limit,',
        ' MAX(IF(position = @job_limit, CONCAT(score, ''-'', id), NULL)), NULL), COUNT(*)',
        ' INTO @job_ids, @job_next, @job_count FROM numbered'
    );
    PREPARE page FROM @job_statement;
    EXECUTE page;
    DEALLOCATE PREPARE page;
    SET
    p_ids = @job_ids,
    p_next = @job_next,
    p_count = IF(p_after IS NULL, @job_count, NULL);
END //

DELIMITER ;
