-- _job_search_walk: scan the newest postings for a page of a search.
-- For searches with only common conditions.
--
-- Parameters
--   p_conditions    from _job_search_prepare
--   p_after         the last id of the previous page; NULL: the first page
--   p_limit         rows per page
--   p_ids           the ids of the page, separated by commas; NULL: none
--   p_next          cursor of the next page; NULL: the end
--   p_is_continued  1: the scan ended before the page was full
--   p_count         on the first page: matches among the newest thousand; otherwise NULL
--   p_is_capped     1: there may be more than p_count
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_search_walk;

DELIMITER //

CREATE PROCEDURE _job_search_walk (
    IN p_conditions TEXT,
    IN p_after VARCHAR(200),
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT,
    OUT p_next VARCHAR(200),
    OUT p_is_continued BOOLEAN,
    OUT p_count INT UNSIGNED,
    OUT p_is_capped BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a page of a search with only common conditions by scanning the newest postings.'
BEGIN
    DECLARE v_chunk INT UNSIGNED DEFAULT 50;
    DECLARE v_from BIGINT UNSIGNED DEFAULT COALESCE(p_after, ~0);
    DECLARE v_found INT UNSIGNED DEFAULT 0;

    SET @job_listed = CONCAT(
        ' FROM job_postings AS j FORCE INDEX (ix_job_postings_is_listed_id)',
        ' WHERE j.is_listed = 1 AND j.id < @job_from AND j.id >= @job_floor AND ',
        CONCAT_WS(' AND ', p_conditions, NULLIF(@job_text_condition, ''))
    );
    SET @job_statement = CONCAT(
        'SELECT GROUP_CONCAT(m.id ORDER BY m.id DESC), COUNT(*), MIN(m.id)',
        ' INTO @job_ids, @job_found, @job_last',
        ' FROM (SELECT j.id', @job_listed, ' ORDER BY j.id DESC LIMIT ?) AS m'
    );
    PREPARE chunk FROM @job_statement;
    -- A loop: a set has no way to say "go on until twenty are found, but stop at a limit".
    SET @job_floor = 1, p_ids = NULL;
    WHILE @job_floor IS NOT NULL AND v_found <= p_limit AND v_chunk <= 2000 DO
        SET @job_from = v_from;
        CALL _job_walk_floor(@job_from, v_chunk, @job_floor);
        IF @job_floor IS NOT NULL THEN
            -- Fetch one row more than the page to find out whether there is a next page.
            SET @job_need = p_limit + 1 - v_found;
            EXECUTE chunk USING @job_need;
            -- For no rows, CONCAT_WS returns an empty string, and the next chunk adds a comma after
            -- it.
            SET
            p_ids = NULLIF(CONCAT_WS(',', p_ids, @job_ids), ''),
            v_found = v_found + @job_found;
            SET v_from = @job_floor;
            SET v_chunk = IF(v_chunk = 800, 2000, IF(v_chunk = 2000, 2001, v_chunk * 4));
        END IF;
    END WHILE;
    DEALLOCATE PREPARE chunk;

    SET p_is_continued = 0, p_next = NULL;
    IF v_found > p_limit THEN
        SET p_ids = SUBSTRING_INDEX(p_ids, ',', p_limit);
        SET p_next = SUBSTRING_INDEX(p_ids, ',', -1);
    ELSEIF @job_floor IS NOT NULL THEN
        SET p_next = v_from, p_is_continued = 1;
    END IF;
    IF p_after IS NULL THEN
        CALL _job_walk_count(p_count, p_is_capped);
    ELSE
        SET p_count = NULL, p_is_capped = 0;
    END IF;
END //

DELIMITER ;
