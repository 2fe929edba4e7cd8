-- _directory_walk: scan a directory in its order for a page of a search.
-- For searches with only common conditions.
--
-- Parameters
--   p_limit         rows per page
--   p_ids           the ids of the page, separated by commas; NULL: none
--   p_next          cursor of the next page; NULL: the end
--   p_is_continued  1: the scan ended before the page was full
--   p_count         on the first page: matches among at least the first thousand people
--   p_is_capped     1: there may be more than p_count
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_walk;

DELIMITER //

CREATE PROCEDURE _directory_walk (
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT,
    OUT p_next VARCHAR(250),
    OUT p_is_continued BOOLEAN,
    OUT p_count INT UNSIGNED,
    OUT p_is_capped BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a page of a search with only common conditions by scanning the list in order.'
BEGIN
    DECLARE v_chunk INT UNSIGNED DEFAULT 50;
    DECLARE v_found INT UNSIGNED DEFAULT 0;
    DECLARE v_walked INT UNSIGNED DEFAULT 0;

    -- Always reset: if a table's definition is reloaded meanwhile, the server repeats the CALL of
    -- this routine without undoing what it has done.
    SET
    @dir_is_first = @dir_start_is_first,
    @dir_from_key = @dir_start_key,
    @dir_from_id = @dir_start_id,
    @dir_to_key = '',
    @dir_to_id = 0;
    CALL _directory_chunk_prepare();
    SET p_ids = NULL, p_next = NULL, p_is_continued = 0, p_count = NULL, p_is_capped = 1;
    SET @dir_end_cursor = NULL;
    -- A loop: a set has no way to say "go on until twenty are found, but stop at a limit".
    WHILE @dir_to_id IS NOT NULL AND v_found <= p_limit AND v_chunk <= 1000 DO
        SET @dir_chunk = v_chunk;
        EXECUTE dir_end USING @dir_chunk;
        IF @dir_to_id IS NOT NULL THEN
            -- Fetch one row more than the page to find out whether there is a next page.
            SET @dir_need = p_limit + 1 - v_found, @dir_cut = p_limit - v_found;
            EXECUTE dir_found USING @dir_need;
            -- For no rows, CONCAT_WS returns an empty string, and the next chunk adds a comma after
            -- it.
            SET p_ids = NULLIF(CONCAT_WS(',', p_ids, @dir_ids), ''), v_found = v_found + @dir_count;
            IF v_found > p_limit THEN
                -- If the page was full before this chunk, it ends with the previous chunk.
                SET p_next = COALESCE(@dir_next, @dir_end_cursor);
            ELSE
                SET
                @dir_end_cursor = @dir_to_cursor,
                @dir_is_first = 0,
                @dir_from_key = @dir_to_key,
                @dir_from_id = @dir_to_id;
                SET v_chunk = IF(v_chunk < 800, v_chunk * 4, v_chunk + 200);
                SET v_walked = v_walked + @dir_passed;
                -- Matches were counted on the way.
                IF p_count IS NULL AND v_walked >= 1000 THEN
                    SET p_count = v_found;
                END IF;
            END IF;
        ELSE
            SET p_count = v_found, p_is_capped = 0;
        END IF;
    END WHILE;
    IF v_found <= p_limit AND @dir_to_id IS NOT NULL THEN
        SET p_next = @dir_end_cursor, p_is_continued = 1;
    END IF;

    IF p_count IS NOT NULL THEN
        -- Matches of the last window are known as well.
        SET p_count = GREATEST(p_count, v_found);
    ELSEIF @dir_start_is_first THEN
        SET
        @dir_is_first = 1,
        @dir_from_key = @dir_start_key,
        @dir_from_id = @dir_start_id;
        SET @dir_chunk = 1000, @dir_need = 1000, @dir_cut = 0;
        EXECUTE dir_end USING @dir_chunk;
        EXECUTE dir_found USING @dir_need;
        SET p_count = COALESCE(@dir_count, 0), p_is_capped = COALESCE(@dir_passed, 0) = 1000;
    END IF;
    DEALLOCATE PREPARE dir_end;
    DEALLOCATE PREPARE dir_found;
END //

DELIMITER ;
