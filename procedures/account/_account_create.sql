-- _account_create: create an account that cannot sign in yet.
--
-- Parameters
--   p_actor_id       users.id of the creator; NULL: the new member, or a database client
--   p_email          its email address
--   p_password_hash  Argon2id
--   p_role           admin, alumni or student
--   p_user_id        the new users.id
-- Result sets
--   none
-- Errors
--   45409  the email address already has an account
--   45422  no such role; not an Argon2id hash

DROP PROCEDURE IF EXISTS _account_create;

DELIMITER //

CREATE PROCEDURE _account_create (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254),
    IN p_password_hash VARCHAR(255),
    IN p_role VARCHAR(20),
    OUT p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Create an account that cannot sign in yet.'
BEGIN
    DECLARE v_role_id TINYINT UNSIGNED;

    -- The unique key decides, also when two people register the same address at the same time.
    DECLARE EXIT HANDLER FOR 1062
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT
            = 'email: This email address already has an account. Sign in, or reset your password.';

    CALL _require_role(p_role, v_role_id);
    CALL _require_password_hash(p_password_hash);

    INSERT INTO users (email, password_hash, role_id, created_by, updated_by)
    VALUES (p_email, p_password_hash, v_role_id, p_actor_id, p_actor_id);
    SET p_user_id = LAST_INSERT_ID();
END //

DELIMITER ;
