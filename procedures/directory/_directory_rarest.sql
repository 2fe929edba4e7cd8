-- _directory_rarest: read a page of a search that starts from its most selective condition.
--
-- Parameters
--   p_candidates  a SELECT of fewer than 3,000 ids, from _directory_candidates
--   p_limit       rows per page
--   p_ids         the ids of the page, separated by commas; NULL: none
--   p_next        cursor after the last of them if there are more; NULL: the end
--   p_count       number of matches from this page on
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_rarest;

DELIMITER //

CREATE PROCEDURE _directory_rarest (
    IN p_candidates TEXT,
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT,
    OUT p_next VARCHAR(250),
    OUT p_count INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a page of a search that starts from its most selective condition.'
BEGIN
    SET @dir_limit = p_limit;
    SET @dir_statement = CONCAT(
        'SELECT GROUP_CONCAT(IF(m.position <= @dir_limit, m.user_id, NULL) ORDER BY m.position),',
        ' IF(COUNT(*) > @dir_limit, MAX(IF(m.position = @dir_limit, m.next, NULL)), NULL),',
        ' COUNT(*) INTO @dir_ids, @dir_next, @dir_count',
        -- Not merged: a window cannot be ordered by a function that reads (error 3587).
        ' FROM (SELECT /*+ NO_MERGE(e) */ e.user_id, ', @dir_cursor_sql, ' AS next,',
        ' ROW_NUMBER() OVER (ORDER BY ', @dir_order, ') AS position',
        ' FROM (SELECT e.user_id, e.name_key, e.year, ', @dir_rank_sql, ' AS score',
        ' FROM (', p_candidates, ') AS c',
        ' STRAIGHT_JOIN directory_entries AS e ON e.user_id = c.id',
        ' WHERE ', @dir_conditions, ') AS e',
        ' WHERE ', @dir_after_sql, ') AS m'
    );
    PREPARE page FROM @dir_statement;
    EXECUTE page;
    DEALLOCATE PREPARE page;
    SET p_ids = @dir_ids, p_next = @dir_next, p_count = @dir_count;
END //

DELIMITER ;
