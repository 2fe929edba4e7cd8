-- _require_password_hash: the refusal of what is not an Argon2id hash.
--
-- Passwords never reach the database: a client that sends one in clear is refused.
--
-- Parameters
--   p_password_hash  from the client
-- Result sets
--   none
-- Errors
--   45422  it is no Argon2id hash

DROP PROCEDURE IF EXISTS _require_password_hash;

DELIMITER //

CREATE PROCEDURE _require_password_hash (IN p_password_hash VARCHAR(255))
NO SQL
SQL SECURITY DEFINER
COMMENT 'The refusal of what is not an Argon2id hash.'
BEGIN
    IF p_password_hash IS NULL OR p_password_hash NOT LIKE '$argon2id$%' THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'password_hash: Give an Argon2id hash in PHC string form.';
    END IF;
END //

DELIMITER ;
