-- _account_create: make an account that cannot sign in yet.
--
-- Parameters
--   p_actor_id       users.id of who makes it; NULL: the person, or a database client
--   p_email          its address
--   p_password_hash  Argon2id
--   p_role           admin, alumni or student
--   p_user_id        the new users.id
-- Result sets
--   none
-- Errors
--   45409  the address has an account already
--   45422  no such role

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
COMMENT 'Make an account that cannot sign in yet.'
BEGIN
    -- The unique key decides, also between two who register the same address at once.
    DECLARE EXIT HANDLER FOR 1062
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT
            = 'email: This address has an account already. Sign in, or recover it.';

    IF NOT EXISTS (
        SELECT 1 FROM roles
        WHERE name = p_role
    ) THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'role: Choose admin, alumni or student.';
    END IF;

    INSERT INTO users (email, password_hash, role_id, created_by, updated_by)
    SELECT
        r.p_email,
        r.p_password_hash,
        r.id,
        r.p_actor_id,
        r.p_actor_id
    FROM roles AS r
    WHERE r.name = r.p_role;
    SET p_user_id = LAST_INSERT_ID();
END //

DELIMITER ;
