-- user_add: create an account that can sign in immediately, without a mail.
--
-- Parameters
--   p_actor_id       users.id of an admin; NULL: the DBA
--   p_email          email address, the sign-in name
--   p_password_hash  Argon2id, made by the client
--   p_role           admin, alumni or student
--   p_first_name     given name
--   p_last_name      family name
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
--   45409  the email address already has an account
--   45422  invalid value
-- Example
--   CALL user_add(NULL, 'ada@example.net', '$argon2id$example', 'alumni', 'Ada', 'Lovelace');

DROP PROCEDURE IF EXISTS user_add;

DELIMITER //

CREATE PROCEDURE user_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254),
    IN p_password_hash VARCHAR(255),
    IN p_role VARCHAR(20),
    IN p_first_name VARCHAR(80),
    IN p_last_name VARCHAR(80)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Create an account that can sign in immediately. | account: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_user_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _require_dba(p_actor_id);
    CALL _require_person(p_first_name, p_last_name, p_email);

    CALL _account_create(p_actor_id, p_email, p_password_hash, p_role, v_user_id);
    CALL _profile_ensure(p_actor_id, v_user_id, p_role, p_first_name, p_last_name);
    -- Last, because tr_user_update lists the person in the directory with what is known by then.
    UPDATE users SET status = 'active', email_verified_at = v_now, approved_at = v_now
    WHERE id = v_user_id;
    CALL _audit(
        p_actor_id, 'user_add', 'users', v_user_id, NULL,
        JSON_OBJECT('email', p_email, 'role', p_role, 'status', 'active')
    );
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
