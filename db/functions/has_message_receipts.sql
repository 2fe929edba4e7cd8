-- has_message_receipts: check whether a person sends and sees read receipts.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS has_message_receipts;

DELIMITER //

CREATE FUNCTION has_message_receipts(p_user_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether a person sends and sees read receipts.'
BEGIN
    RETURN COALESCE((
        SELECT has_receipts FROM message_settings
        WHERE user_id = p_user_id
    ), 1);
END //

DELIMITER ;
