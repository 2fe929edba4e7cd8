-- calendar_feed_settings: read whether the actor has a private calendar address.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   feed (one)  is_open, opened_at (NULL: none)
-- Errors
--   45401  not signed in
-- Example
--   CALL calendar_feed_settings(3);

DROP PROCEDURE IF EXISTS calendar_feed_settings;

DELIMITER //

CREATE PROCEDURE calendar_feed_settings (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read whether the actor has a private calendar address. | feed: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_opened_at DATETIME;

    CALL _require_actor(p_actor_id, v_role);
    SELECT created_at INTO v_opened_at
    FROM calendar_feeds
    WHERE user_id = p_actor_id;

    SELECT
        v_opened_at IS NOT NULL AS is_open,
        v_opened_at AS opened_at;
END //

DELIMITER ;
