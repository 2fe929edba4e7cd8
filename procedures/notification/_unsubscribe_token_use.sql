-- _unsubscribe_token_use: find whose mail a token unsubscribes: a type, or digests.
--
-- Parameters
--   p_token    from the mail
--   p_user_id  users.id
--   p_kind     notification_kinds.name; NULL: digests
--   p_digest   daily or weekly; NULL: mail of a type
-- Result sets
--   none
-- Errors
--   45404  no such token

DROP PROCEDURE IF EXISTS _unsubscribe_token_use;

DELIMITER //

CREATE PROCEDURE _unsubscribe_token_use (
    IN p_token VARCHAR(60),
    OUT p_user_id BIGINT UNSIGNED,
    OUT p_kind VARCHAR(20),
    OUT p_digest VARCHAR(10)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find whose mail a token unsubscribes: a type, or digests.'
BEGIN
    SET p_user_id = NULL, p_kind = NULL, p_digest = NULL;
    SELECT
        user_id,
        kind
    INTO p_user_id, p_kind
    FROM unsubscribe_tokens
    WHERE token = p_token;
    SELECT
        user_id,
        digest
    INTO p_user_id, p_digest
    FROM notification_digests
    WHERE p_kind IS NULL AND token = p_token;
    IF p_user_id IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This link is incomplete or has expired. Use your settings instead.';
    END IF;
END //

DELIMITER ;
