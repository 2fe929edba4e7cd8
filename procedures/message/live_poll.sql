-- live_poll: poll new live events of everyone; each web process calls it repeatedly.
--
-- Ids are not in commit order: an id that is missing between others may still appear. So the
-- caller asks for missing ids for a minute, the longest time a transaction may wait for locks.
--
-- Parameters
--   p_after_id  newest live_events.id that the caller has; NULL: start with the last minute
--   p_missing   JSON array of smaller ids that the caller has not seen; NULL: none
-- Result sets
--   events (many)  as in _live_rows, at most 500
--   page (one)     after_id (start of this read), last_id (p_after_id of the next call),
--                  is_full (1: there may be more)
-- Errors
--   none
-- Example
--   CALL live_poll(NULL, NULL);

DROP PROCEDURE IF EXISTS live_poll;

DELIMITER //

CREATE PROCEDURE live_poll (
    IN p_after_id BIGINT UNSIGNED,
    IN p_missing JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Poll new live events of everyone. | events: many, page: one'
BEGIN
    DECLARE v_after_id BIGINT UNSIGNED DEFAULT p_after_id;
    DECLARE v_ids JSON;
    DECLARE v_last_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;

    IF v_after_id IS NULL THEN
        SELECT id INTO v_after_id
        FROM live_events
        WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE
        ORDER BY created_at DESC
        LIMIT 1;
    END IF;
    SET v_after_id = COALESCE(v_after_id, 0);
    SELECT
        JSON_ARRAYAGG(n.id),
        COUNT(*),
        MAX(n.id)
    INTO v_ids, v_count, v_last_id
    FROM (
        SELECT id
        FROM live_events
        WHERE id > v_after_id
        ORDER BY id
        LIMIT 500
    ) AS n;
    SET v_last_id = COALESCE(v_last_id, v_after_id);

    CALL _live_rows(
        JSON_MERGE_PRESERVE(COALESCE(v_ids, JSON_ARRAY()), COALESCE(p_missing, JSON_ARRAY()))
    );
    SELECT
        v_after_id AS after_id,
        v_last_id AS last_id,
        v_count = 500 AS is_full;
END //

DELIMITER ;
