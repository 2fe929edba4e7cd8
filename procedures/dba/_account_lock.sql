-- _account_lock: find an account by its email address and lock it until the transaction ends.
--
-- Parameters
--   p_email    email address of the account
--   p_user_id  users.id
-- Result sets
--   none
-- Errors
--   45404  no such account

DROP PROCEDURE IF EXISTS _account_lock;

DELIMITER //

CREATE PROCEDURE _account_lock (
    IN p_email VARCHAR(254),
    OUT p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find an account by its email address and lock it until the transaction ends.'
BEGIN
    SET p_user_id = NULL;
    SELECT id INTO p_user_id
    FROM users
    WHERE email = p_email AND is_deleted = 0
    FOR UPDATE;
    IF p_user_id IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'No account has this email address. Check the spelling.';
    END IF;
END //

DELIMITER ;
