-- password_reset_read: read whose password a recovery link can set.
--
-- Parameters
--   p_actor_id  not used: the token is the authorisation
--   p_token     from the link
-- Result sets
--   reset (one)  email
-- Errors
--   45404  the link is unknown, used or has expired
-- Example
--   CALL password_reset_read(NULL, 'no such token');
--   -- refused: 45404

DROP PROCEDURE IF EXISTS password_reset_read;

DELIMITER //

CREATE PROCEDURE password_reset_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token VARCHAR(128)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read whose password a recovery link can set. | reset: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;

    SELECT t.user_id INTO v_user_id
    FROM password_reset_tokens AS t
    JOIN users AS u ON u.id = t.user_id
    WHERE
        t.token_hash = UNHEX(SHA2(p_token, 256))
        AND t.used_at IS NULL
        AND t.expires_at > UTC_TIMESTAMP()
        AND u.is_deleted = 0;
    IF v_user_id IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This link is used or has expired. Request a new one.';
    END IF;
    SELECT email FROM users
    WHERE id = v_user_id;
END //

DELIMITER ;
