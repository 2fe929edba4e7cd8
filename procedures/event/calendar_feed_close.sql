-- calendar_feed_close: close the private calendar address of the actor.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   none
-- Errors
--   45401  not signed in
-- Example
--   CALL calendar_feed_open(3);
--   CALL calendar_feed_close(3);

DROP PROCEDURE IF EXISTS calendar_feed_close;

DELIMITER //

CREATE PROCEDURE calendar_feed_close (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Close the private calendar address of the actor.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_is_open INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    SELECT COUNT(*) INTO v_is_open
    FROM calendar_feeds
    WHERE user_id = p_actor_id;
    -- Closing it twice is harmless; deleting nothing would lock a gap.
    IF v_is_open > 0 THEN
        DELETE FROM calendar_feeds
        WHERE user_id = p_actor_id;
        CALL _audit(
            p_actor_id, 'calendar_feed_close', 'calendar_feeds', p_actor_id,
            JSON_OBJECT('is_open', 1), NULL
        );
    END IF;
    COMMIT;
END //

DELIMITER ;
