-- _unsubscribe_token_use: whose mails of which kind a token ends.
--
-- Parameters
--   p_token    from the mail
--   p_user_id  users.id
--   p_kind     notification_kinds.name
-- Result sets
--   none
-- Errors
--   45404  no such token

DROP PROCEDURE IF EXISTS _unsubscribe_token_use;

DELIMITER //

CREATE PROCEDURE _unsubscribe_token_use (
    IN p_token VARCHAR(60),
    OUT p_user_id BIGINT UNSIGNED,
    OUT p_kind VARCHAR(20)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Whose mails of which kind a token ends.'
BEGIN
    SET p_user_id = NULL, p_kind = NULL;
    SELECT
        user_id,
        kind
    INTO p_user_id, p_kind
    FROM unsubscribe_tokens
    WHERE token = p_token;
    IF p_kind IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'This link is not complete, or too old.';
    END IF;
END //

DELIMITER ;
