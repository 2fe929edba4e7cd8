-- unsubscribe_token_of: return the token for unsubscribing a person from a type of mail.
--
-- Parameters
--   p_user_id  users.id
--   p_kind     notification_kinds.name
-- Returns
--   43 URL-safe characters; NULL: none yet

DROP FUNCTION IF EXISTS unsubscribe_token_of;

DELIMITER //

CREATE FUNCTION unsubscribe_token_of(p_user_id BIGINT UNSIGNED, p_kind VARCHAR(20))
RETURNS CHAR(43)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the token for unsubscribing a person from a type of mail.'
BEGIN
    RETURN (
        SELECT token FROM unsubscribe_tokens
        WHERE user_id = p_user_id AND kind = p_kind
    );
END //

DELIMITER ;
