-- session_close: sign out of one browser.
--
-- Parameters
--   p_actor_id    users.id of the person
--   p_session_id  user_sessions.id of the actor; NULL: the current session (session_use)
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45404  no such session, or it belongs to someone else
-- Example
--   CALL session_close(3, 0);
--   -- refused: 45404

DROP PROCEDURE IF EXISTS session_close;

DELIMITER //

CREATE PROCEDURE session_close (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_session_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Sign out of one browser.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_session_id BIGINT UNSIGNED DEFAULT COALESCE(p_session_id, @session_id);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _require_actor(p_actor_id, v_role);
    UPDATE user_sessions SET revoked_at = COALESCE(revoked_at, UTC_TIMESTAMP())
    WHERE id = v_session_id AND user_id = p_actor_id;
    -- Ending a session twice changes no row, but the session exists.
    IF
        ROW_COUNT() = 0
        AND NOT EXISTS (
            SELECT 1 FROM user_sessions
            WHERE id = v_session_id AND user_id = p_actor_id
        )
    THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Session not found.';
    END IF;
    COMMIT;
END //

DELIMITER ;
