-- live_resume: read what a person's open page has missed since its last event.
--
-- Parameters
--   p_actor_id        users.id
--   p_after_sequence  sequence of the last event; NULL: nothing missed yet
-- Result sets
--   events (many)  as in _live_rows; none if is_reset
--   page (one)     last_sequence, is_reset (1: too many or too old events, so the page must
--                  be reloaded)
-- Errors
--   45401  not signed in
-- Example
--   CALL live_resume(3, 0);

DROP PROCEDURE IF EXISTS live_resume;

DELIMITER //

CREATE PROCEDURE live_resume (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_after_sequence BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read what a person''s open page has missed. | events: many, page: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_last BIGINT UNSIGNED;
    DECLARE v_ids JSON;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_first BIGINT UNSIGNED;
    DECLARE v_is_reset BOOLEAN;

    CALL _require_actor(p_actor_id, v_role);
    SELECT COALESCE(MAX(last_sequence), 0) INTO v_last
    FROM live_streams
    WHERE recipient_id = p_actor_id;
    SELECT
        JSON_ARRAYAGG(n.id),
        COUNT(*),
        MIN(n.sequence)
    INTO v_ids, v_count, v_first
    FROM (
        SELECT
            id,
            sequence
        FROM live_events
        -- Commits between the two reads come with the next call.
        WHERE
            recipient_id = p_actor_id
            AND sequence > COALESCE(p_after_sequence, v_last)
            AND sequence <= v_last
        ORDER BY sequence
        LIMIT 201
    ) AS n;

    -- Already purged, from the future (a restored database), or too many.
    SET v_is_reset = COALESCE(
        p_after_sequence > v_last
        OR v_count > 200
        OR (p_after_sequence < v_last AND COALESCE(v_first, 0) <> p_after_sequence + 1),
        0
    );
    CALL _live_rows(IF(v_is_reset, NULL, v_ids));
    SELECT
        v_last AS last_sequence,
        v_is_reset AS is_reset;
END //

DELIMITER ;
