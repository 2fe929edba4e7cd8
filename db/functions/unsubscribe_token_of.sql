-- unsubscribe_token_of: what ends the mails of a kind to a person, without signing in.
--
-- Parameters
--   p_user_id  users.id
--   p_kind     notification_kinds.name
-- Returns
--   43 characters that an address can hold; NULL: there is none yet

DROP FUNCTION IF EXISTS unsubscribe_token_of;

DELIMITER //

CREATE FUNCTION unsubscribe_token_of(p_user_id BIGINT UNSIGNED, p_kind VARCHAR(20))
RETURNS CHAR(43)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'What ends the mails of a kind to a person, without signing in.'
BEGIN
    RETURN (
        SELECT token FROM unsubscribe_tokens
        WHERE user_id = p_user_id AND kind = p_kind
    );
END //

DELIMITER ;
