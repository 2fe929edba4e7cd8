-- _directory_sort: translate the sort order of a directory and the start of a page into SQL.
--
-- Sets @dir_order, @dir_cursor_sql (the parts of next_after), @dir_after_sql and
-- @dir_until_sql (an entry e after @dir_from_..., until @dir_to_...), @dir_index, and the
-- start itself, also as @dir_start_... for a scan, which moves @dir_from_... forward.
--
-- Parameters
--   p_sort   match, name, newest, year
--   p_after  next_after of the previous page; NULL: the first page
-- Result sets
--   none
-- Errors
--   45400  p_after is not a cursor of this list

DROP PROCEDURE IF EXISTS _directory_sort;

DELIMITER //

CREATE PROCEDURE _directory_sort (
    IN p_sort VARCHAR(10),
    IN p_after VARCHAR(250)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Translate the sort order of a directory and the start of a page into SQL.'
BEGIN
    DECLARE v_shape VARCHAR(60) DEFAULT CASE p_sort
        WHEN 'match' THEN '^[0-3]-[0-9]{1,19}-.*'
        WHEN 'name' THEN '^[0-9]{1,19}-.*'
        WHEN 'newest' THEN '^[0-9]{1,19}$'
        ELSE '^[0-9]{1,5}-[0-9]{1,19}$'
    END;

    IF p_after IS NOT NULL AND NOT REGEXP_LIKE(p_after, v_shape) THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page link is not valid. Go back to the first page.';
    END IF;

    -- Each variable has one type in all orders and is never NULL: a prepared statement keeps the
    -- type that a variable had when it was prepared, and a routine the type it had when this
    -- connection first called it. So keys and cursors are text, even where they are numbers.
    SET @dir_is_first = p_after IS NULL, @dir_from_rank = 0, @dir_rank_sql = '0';
    IF p_sort IN ('match', 'name') THEN
        IF p_sort = 'match' THEN
            SET @dir_from_rank = CAST(COALESCE(SUBSTRING_INDEX(p_after, '-', 1), 0) AS UNSIGNED);
            SET p_after = SUBSTRING(p_after, 3);
            -- A word counts if it is a whole name of the person.
            SET @dir_rank_sql = 'directory_rank_of(e.user_id, @dir_s1, @dir_s2, @dir_s3)';
        END IF;
        SET
        @dir_from_id = CAST(COALESCE(SUBSTRING_INDEX(p_after, '-', 1), 0) AS UNSIGNED),
        @dir_from_key = COALESCE(SUBSTRING(p_after, LOCATE('-', p_after) + 1), ''),
        @dir_index = 'ix_directory_entries_directory_name_key_user_id',
        @dir_order = 'e.name_key, e.user_id',
        @dir_back = 'e.name_key DESC, e.user_id DESC',
        @dir_key_sql = 'e.name_key',
        @dir_cursor_sql = 'CONCAT(e.user_id, ''-'', e.name_key)',
        @dir_after_sql
        = 'e.name_key >= @dir_from_key AND (e.name_key > @dir_from_key'
        ' OR e.user_id > @dir_from_id)',
        @dir_until_sql
        = 'e.name_key <= @dir_to_key AND (e.name_key < @dir_to_key OR e.user_id <= @dir_to_id)';
        IF p_sort = 'match' THEN
            SET
            @dir_cursor_sql = 'CONCAT(e.score, ''-'', e.user_id, ''-'', e.name_key)',
            @dir_order = 'e.score DESC, e.name_key, e.user_id',
            @dir_after_sql = CONCAT(
                'e.score <= @dir_from_rank AND (e.score < @dir_from_rank OR (', @dir_after_sql, '))'
            );
        END IF;
    ELSEIF p_sort = 'newest' THEN
        SET
        @dir_from_id = CAST(COALESCE(p_after, 0) AS UNSIGNED),
        @dir_from_key = '',
        @dir_index = 'ix_directory_entries_directory_user_id',
        @dir_order = 'e.user_id DESC',
        @dir_back = 'e.user_id',
        @dir_key_sql = '''''',
        @dir_cursor_sql = 'CAST(e.user_id AS CHAR)',
        @dir_after_sql = 'e.user_id < @dir_from_id',
        @dir_until_sql = 'e.user_id >= @dir_to_id';
    ELSE
        SET
        @dir_from_key = COALESCE(SUBSTRING_INDEX(p_after, '-', 1), ''),
        @dir_from_id = CAST(COALESCE(SUBSTRING_INDEX(p_after, '-', -1), 0) AS UNSIGNED),
        @dir_index = 'ix_directory_entries_directory_year_user_id',
        @dir_order = 'e.year DESC, e.user_id DESC',
        @dir_back = 'e.year, e.user_id',
        @dir_key_sql = 'CAST(e.year AS CHAR)',
        @dir_cursor_sql = 'CONCAT(e.year, ''-'', e.user_id)',
        @dir_after_sql
        = 'e.year <= CAST(@dir_from_key AS UNSIGNED)'
        ' AND (e.year < CAST(@dir_from_key AS UNSIGNED) OR e.user_id < @dir_from_id)',
        @dir_until_sql
        = 'e.year >= CAST(@dir_to_key AS UNSIGNED)'
        ' AND (e.year > CAST(@dir_to_key AS UNSIGNED) OR e.user_id >= @dir_to_id)';
    END IF;
    IF @dir_is_first THEN
        SET @dir_after_sql = CONCAT('(@dir_is_first OR (', @dir_after_sql, '))');
    END IF;
    SET
    @dir_start_is_first = @dir_is_first,
    @dir_start_key = @dir_from_key,
    @dir_start_id = @dir_from_id;
END //

DELIMITER ;
