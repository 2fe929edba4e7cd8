-- calendar_feed_open: create a private address from which calendars read the actor's events.
--
-- The token is returned only once; only its SHA-256 is stored. An earlier address stops working.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   feed (one)  token
-- Errors
--   45401  not signed in
-- Example
--   CALL calendar_feed_open(3);

DROP PROCEDURE IF EXISTS calendar_feed_open;

DELIMITER //

CREATE PROCEDURE calendar_feed_open (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Create a private address from which calendars read the actor''s events. | feed: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_token CHAR(48) DEFAULT LOWER(HEX(RANDOM_BYTES(24)));

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    INSERT INTO calendar_feeds (user_id, token_hash)
    VALUES (p_actor_id, UNHEX(SHA2(v_token, 256)))
    ON DUPLICATE KEY UPDATE
        token_hash = UNHEX(SHA2(v_token, 256)), created_at = UTC_TIMESTAMP();
    CALL _audit(
        p_actor_id, 'calendar_feed_open', 'calendar_feeds', p_actor_id, NULL,
        JSON_OBJECT('is_open', 1)
    );
    COMMIT;

    SELECT v_token AS token;
END //

DELIMITER ;
