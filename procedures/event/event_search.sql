-- event_search: list events: upcoming, past, or the actor's own.
--
-- Parameters
--   p_actor_id   users.id
--   p_view       upcoming, past, mine, mine_past; NULL: upcoming
--   p_search     words that must all occur in title, venue or description; NULL: any
--   p_is_online  1: only events that can be joined online; NULL: any
--   p_from_date  upcoming ones on that day (UTC) or later; NULL: any
--   p_after      next_after of the previous page; NULL: the first page
--   p_limit      rows per page, 1 to 50; NULL: 20
-- Result sets
--   events (many)  as _event_rows returns them
--   page (one)     next_after (NULL: the end), is_continued (1: this page is not full, and there
--                  may be more)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45422  unknown view
-- Example
--   CALL event_search(3, 'upcoming', 'data', NULL, NULL, NULL, 10);
--   CALL event_search(2, 'mine', NULL, NULL, NULL, NULL, NULL);

DROP PROCEDURE IF EXISTS event_search;

DELIMITER //

CREATE PROCEDURE event_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_view VARCHAR(20),
    IN p_search VARCHAR(200),
    IN p_is_online BOOLEAN,
    IN p_from_date DATE,
    IN p_after VARCHAR(60),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List events: upcoming, past, or the actor''s own. | events: many, page: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_view VARCHAR(20) DEFAULT COALESCE(p_view, 'upcoming');
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_words JSON DEFAULT JSON_ARRAY();
    DECLARE v_search VARCHAR(200)
    DEFAULT TRIM(REGEXP_REPLACE(COALESCE(p_search, ''), '[\\s\\p{Z}\\p{C}"\\\\]+', ' '));
    DECLARE v_ids TEXT;
    DECLARE v_next_after VARCHAR(60);
    DECLARE v_is_continued BOOLEAN;

    CALL _require_actor(p_actor_id, v_role);
    IF v_view NOT IN ('upcoming', 'past', 'mine', 'mine_past') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'view: Choose upcoming, mine or past.';
    END IF;
    IF NOT REGEXP_LIKE(COALESCE(p_after, '20000101000000-0'), '^[12][0-9]{13}-[0-9]{1,19}$') THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page link is not valid. Go back to the first page.';
    END IF;
    IF v_search <> '' THEN
        -- Quotes and backslashes are removed, so that replacing blanks is enough to make an array.
        SET v_words = CAST(CONCAT('["', REPLACE(v_search, ' ', '","'), '"]') AS JSON);
    END IF;

    CALL _event_walk(
        p_actor_id, v_role, v_view, v_words, NULLIF(p_is_online, 0), p_from_date,
        STR_TO_DATE(SUBSTRING_INDEX(p_after, '-', 1), '%Y%m%d%H%i%s'),
        SUBSTRING_INDEX(p_after, '-', -1), v_limit, v_ids, v_next_after, v_is_continued
    );
    CALL _event_rows(p_actor_id, v_ids);
    SELECT
        v_next_after AS next_after,
        v_is_continued AS is_continued;
END //

DELIMITER ;
