-- _directory_walk: a page of a search whose conditions are all common: walk the list in its order.
--
-- Parameters
--   p_limit         rows of a page
--   p_ids           the page's ids, separated by commas; NULL: none
--   p_next          where to go on; NULL: the end
--   p_is_continued  1: the walk ended before the page was full
--   p_count         of the first page: how many fit of the first thousand people at least
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
COMMENT 'A page of a search whose conditions are all common: walk the list in its order.'
BEGIN
    DECLARE v_chunk INT UNSIGNED DEFAULT 50;
    DECLARE v_found INT UNSIGNED DEFAULT 0;
    DECLARE v_walked INT UNSIGNED DEFAULT 0;

    -- From the beginning, always: where a table's definition is read anew meanwhile, the server
    -- repeats the CALL of this routine, and takes back nothing of what it has done.
    SET
    @dir_is_first = @dir_start_is_first,
    @dir_from_key = @dir_start_key,
    @dir_from_id = @dir_start_id,
    @dir_to_key = '',
    @dir_to_id = 0;
    CALL _directory_chunk_prepare();
    SET p_ids = NULL, p_next = NULL, p_is_continued = 0, p_count = NULL, p_is_capped = 1;
    SET @dir_end_cursor = NULL;
    -- A loop: a set has no way to say "go on until twenty are found, but not for ever".
    WHILE @dir_to_id IS NOT NULL AND v_found <= p_limit AND v_chunk <= 1000 DO
        SET @dir_chunk = v_chunk;
        EXECUTE dir_end USING @dir_chunk;
        IF @dir_to_id IS NOT NULL THEN
            -- One more than the page has, to see whether there is a next one.
            SET @dir_need = p_limit + 1 - v_found, @dir_cut = p_limit - v_found;
            EXECUTE dir_found USING @dir_need;
            -- Of nothing CONCAT_WS makes an empty word, before which the next chunk puts a comma.
            SET p_ids = NULLIF(CONCAT_WS(',', p_ids, @dir_ids), ''), v_found = v_found + @dir_count;
            IF v_found > p_limit THEN
                -- Where the page was full before this chunk, it ends with the chunk before.
                SET p_next = COALESCE(@dir_next, @dir_end_cursor);
            ELSE
                SET
                @dir_end_cursor = @dir_to_cursor,
                @dir_is_first = 0,
                @dir_from_key = @dir_to_key,
                @dir_from_id = @dir_to_id;
                SET v_chunk = IF(v_chunk < 800, v_chunk * 4, v_chunk + 200);
                SET v_walked = v_walked + @dir_passed;
                -- Whoever fits has been counted on the way.
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
        -- Whom the last window gave is known as well.
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
