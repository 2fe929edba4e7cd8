-- _directory_chunk_prepare: prepare the two statements of a scan.
--
-- dir_end (chunk size) finds where the next chunk of entries ends: @dir_to_key, @dir_to_id,
-- @dir_to_cursor (NULL: there is none) and @dir_passed, its size. dir_found (most) finds the
-- matches in it: @dir_ids, @dir_count, and @dir_next, the cursor after match number @dir_cut.
--
-- Parameters
--   none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_chunk_prepare;

DELIMITER //

CREATE PROCEDURE _directory_chunk_prepare ()
NO SQL
SQL SECURITY DEFINER
COMMENT 'Prepare the two statements of a scan.'
BEGIN
    DECLARE v_from TEXT DEFAULT CONCAT(
        ' FROM directory_entries AS e FORCE INDEX (', @dir_index, ')',
        ' WHERE e.directory = @dir_directory AND ', @dir_after_sql
    );

    SET @dir_statement = CONCAT(
        'SELECT MAX(IF(l.position = 1, l.sort_key, NULL)),',
        ' MAX(IF(l.position = 1, l.user_id, NULL)),',
        ' MAX(IF(l.position = 1, l.next, NULL)), COUNT(*)',
        ' INTO @dir_to_key, @dir_to_id, @dir_to_cursor, @dir_passed',
        ' FROM (SELECT e.user_id, ', @dir_key_sql, ' AS sort_key, ', @dir_cursor_sql, ' AS next,',
        ' ROW_NUMBER() OVER (ORDER BY ', @dir_back, ') AS position',
        ' FROM (SELECT e.user_id, e.name_key, e.year', v_from,
        ' ORDER BY ', @dir_order, ' LIMIT ?) AS e) AS l'
    );
    PREPARE dir_end FROM @dir_statement;

    SET @dir_statement = CONCAT(
        'SELECT GROUP_CONCAT(IF(m.position <= @dir_cut, m.user_id, NULL) ORDER BY m.position),',
        ' COUNT(*), MAX(IF(m.position = @dir_cut, m.next, NULL))',
        ' INTO @dir_ids, @dir_count, @dir_next',
        ' FROM (SELECT e.user_id, ', @dir_cursor_sql, ' AS next,',
        ' ROW_NUMBER() OVER (ORDER BY ', @dir_order, ') AS position',
        ' FROM (SELECT e.user_id, e.name_key, e.year', v_from, ' AND ', @dir_until_sql,
        ' AND ', @dir_conditions, ' ORDER BY ', @dir_order, ' LIMIT ?) AS e) AS m'
    );
    PREPARE dir_found FROM @dir_statement;
END //

DELIMITER ;
