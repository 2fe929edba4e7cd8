-- session_use: identify the sender of a request; the first statement of every request.
--
-- Sets the session variables that later statements of the connection read: @actor_id and
-- @session_id (always, so that a pooled connection never keeps the previous person),
-- @client_address and @request_id for the audit log.
--
-- Parameters
--   p_token_hash      SHA-256 of the token in the cookie; NULL: no cookie
--   p_client_address  network address of the client; NULL: unknown
--   p_request_id      identifies the line in the web's log; NULL: none
-- Result sets
--   viewer (maybe)  as in _viewer_read; none: a visitor
-- Errors
--   none
-- Example
--   CALL session_use(NULL, '127.0.0.1', 'example');

DROP PROCEDURE IF EXISTS session_use;

DELIMITER //

CREATE PROCEDURE session_use (
    IN p_token_hash BINARY(32),
    IN p_client_address VARCHAR(45),
    IN p_request_id VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Identify the sender of a request. | viewer: maybe'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_session_id BIGINT UNSIGNED;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_is_stale BOOLEAN;

    SET @actor_id = NULL, @session_id = NULL;
    SET @client_address = p_client_address, @request_id = p_request_id;

    SELECT
        s.id,
        s.user_id,
        s.last_seen_at < v_now - INTERVAL 1 MINUTE
    INTO v_session_id, v_user_id, v_is_stale
    FROM user_sessions AS s
    JOIN users AS u ON u.id = s.user_id
    WHERE
        s.token_hash = p_token_hash
        AND s.revoked_at IS NULL
        AND s.idle_expires_at > v_now
        AND s.expires_at > v_now
        AND u.status = 'active'
        AND u.is_deleted = 0;

    -- However many pages a person opens, the session is written once a minute.
    IF v_is_stale THEN
        UPDATE user_sessions
        SET
            last_seen_at = v_now,
            idle_expires_at = LEAST(
                expires_at, v_now + INTERVAL session_idle_minutes_of(is_remembered) MINUTE
            )
        WHERE id = v_session_id;
    END IF;

    SET @actor_id = v_user_id, @session_id = v_session_id;
    CALL _viewer_read(v_session_id);
END //

DELIMITER ;
