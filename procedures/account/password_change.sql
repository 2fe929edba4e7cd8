-- password_change: change your password; all other browsers are signed out.
--
-- The client verifies the current password, as in signing in: call session_challenge first.
--
-- Parameters
--   p_actor_id       users.id
--   p_attempt_id     from session_challenge with the actor's own email address
--   p_is_verified    1: the current password was correct
--   p_password_hash  Argon2id of the new password, made by the client
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  not signed in
--   45409  the attempt is used, too old or another person's
--   45422  the current password is wrong; not an Argon2id hash
-- Example
--   CALL session_challenge('student@example.com', NULL);
--   SET @attempt = (SELECT MAX(id) FROM sign_in_attempts);
--   CALL password_change(3, @attempt, 1, '$argon2id$example');

DROP PROCEDURE IF EXISTS password_change;

DELIMITER //

CREATE PROCEDURE password_change (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_attempt_id BIGINT UNSIGNED,
    IN p_is_verified BOOLEAN,
    IN p_password_hash VARCHAR(255)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change your password; other browsers are signed out. | account: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_is_right BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_password_hash(p_password_hash);

    START TRANSACTION;
    CALL _attempt_use(p_actor_id, p_attempt_id, p_is_verified, v_is_right);
    IF NOT v_is_right THEN
        COMMIT;
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'current_password: The password is wrong. Try again.';
    END IF;
    CALL _password_set(p_actor_id, p_actor_id, p_password_hash, 'password_change', @session_id);
    COMMIT;

    CALL _account_read(p_actor_id);
END //

DELIMITER ;
