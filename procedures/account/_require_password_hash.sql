-- _require_password_hash: reject anything that is not an Argon2id hash.
--
-- Passwords never reach the database: a password in clear text is refused.
--
-- Parameters
--   p_password_hash  value from the client
-- Result sets
--   none
-- Errors
--   45422  not an Argon2id hash

DROP PROCEDURE IF EXISTS _require_password_hash;

DELIMITER //

CREATE PROCEDURE _require_password_hash (IN p_password_hash VARCHAR(255))
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject anything that is not an Argon2id hash.'
BEGIN
    IF p_password_hash IS NULL OR p_password_hash NOT LIKE '$argon2id$%' THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'password_hash: Enter an Argon2id hash in PHC string format.';
    END IF;
END //

DELIMITER ;
