-- sessions_end: sign a person out everywhere, or everyone.
--
-- One transaction for everyone: afterwards nobody is signed in who was before. For the day on which
-- a cookie, or the key that signs cookies, is stolen.
--
-- Parameters
--   p_actor_id  users.id of an admin, who is signed out as well; NULL: the DBA
--   p_email     email address of the account; NULL: everyone
-- Result sets
--   sessions (one)  ended_count
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
--   45404  no such account
-- Example
--   CALL sessions_end(NULL, 'student@example.com');

DROP PROCEDURE IF EXISTS sessions_end;

DELIMITER //

CREATE PROCEDURE sessions_end (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Sign a person out everywhere, or everyone. | sessions: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    START TRANSACTION;
    IF p_email IS NOT NULL THEN
        CALL _account_lock(p_email, v_user_id);
        UPDATE user_sessions SET revoked_at = UTC_TIMESTAMP()
        WHERE user_id = v_user_id AND revoked_at IS NULL;
    ELSE
        UPDATE user_sessions SET revoked_at = UTC_TIMESTAMP()
        WHERE revoked_at IS NULL;
    END IF;
    SET v_count = ROW_COUNT();
    CALL _audit(
        p_actor_id, 'sessions_end', IF(p_email IS NULL, 'user_sessions', 'users'),
        COALESCE(v_user_id, 0), NULL, JSON_OBJECT('ended_count', v_count)
    );
    COMMIT;

    SELECT v_count AS ended_count;
END //

DELIMITER ;
