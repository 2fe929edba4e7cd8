-- _job_search_rarest: read a page of a search that starts from its most selective condition.
-- Newest first.
--
-- Parameters
--   p_candidates  a SELECT of fewer than a thousand ids, from _job_search_prepare
--   p_conditions  from _job_search_prepare
--   p_after       the last id of the previous page; NULL: the first page
--   p_limit       rows per page
--   p_ids         the ids of the page, separated by commas; NULL: none
--   p_next        the last of them if there are more; NULL: the end
--   p_count       on the first page: total number of matches; otherwise NULL
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_search_rarest;

DELIMITER //

CREATE PROCEDURE _job_search_rarest (
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
COMMENT 'Read a page of a search that starts from its most selective condition, newest first.'
BEGIN
    SET @job_after = CAST(p_after AS UNSIGNED), @job_limit = p_limit;
    SET @job_statement = CONCAT(
        'SELECT GROUP_CONCAT(IF(m.position <= @job_limit, m.id, NULL) ORDER BY m.id DESC),',
        ' IF(COUNT(*) > @job_limit, MIN(IF(m.position <= @job_limit, m.id, NULL)), NULL), COUNT(*)',
        ' INTO @job_ids, @job_next, @job_count',
        ' FROM (SELECT j.id, ROW_NUMBER() OVER (ORDER BY j.id DESC) AS position',
        ' FROM (', p_candidates, ') AS c STRAIGHT_JOIN job_postings AS j ON j.id = c.id',
        ' WHERE (@job_after IS NULL OR j.id < @job_after) AND ',
        CONCAT_WS(' AND ', p_conditions, NULLIF(@job_text_condition, '')), ') AS m'
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
