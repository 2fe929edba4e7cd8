-- _password_set: give an account another password; whoever knew the old one is out.
--
-- Parameters
--   p_actor_id       users.id of who does it; NULL: a database client
--   p_user_id        users.id of the account
--   p_password_hash  Argon2id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _password_set;

DELIMITER //

CREATE PROCEDURE _password_set (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_password_hash VARCHAR(255)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Give an account another password; whoever knew the old one is out.'
BEGIN
    UPDATE users SET password_hash = p_password_hash, updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _sessions_revoke(p_user_id);
    CALL _throttle_forgive(
        'sign_in', 'account', (
            SELECT email FROM users
            WHERE id = p_user_id
        ), 1
    );
END //

DELIMITER ;
