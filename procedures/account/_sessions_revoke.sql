-- _sessions_revoke: end all sessions of a person, or all except one.
--
-- Parameters
--   p_user_id          users.id
--   p_kept_session_id  user_sessions.id of the session to keep; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _sessions_revoke;

DELIMITER //

CREATE PROCEDURE _sessions_revoke (
    IN p_user_id BIGINT UNSIGNED,
    IN p_kept_session_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'End all sessions of a person, or all except one.'
BEGIN
    UPDATE user_sessions SET revoked_at = UTC_TIMESTAMP()
    WHERE user_id = p_user_id AND revoked_at IS NULL AND NOT id <=> p_kept_session_id;
END //

DELIMITER ;
