-- account_settings_read: read the actor's own account settings.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   account (one)    id, email, role, created_at, new_email and new_email_until (a pending
--                    change, or NULL), open_jobs_count, restore_days
--   sessions (many)  id, user_agent, client_address, created_at, last_seen_at, is_remembered,
--                    is_current; the current one first, at most 50
-- Errors
--   45401  not signed in
-- Example
--   CALL account_settings_read(3);

DROP PROCEDURE IF EXISTS account_settings_read;

DELIMITER //

CREATE PROCEDURE account_settings_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the actor''s own account settings. | account: one, sessions: many'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);

    SELECT
        u.id,
        u.email,
        v_role AS role,
        u.created_at,
        t.new_email,
        t.expires_at AS new_email_until,
        CAST(setting_of('restore_days') AS UNSIGNED) AS restore_days,
        (
            SELECT COUNT(*)
            FROM job_postings AS j
            WHERE j.poster_id = u.id AND j.status = 'open' AND j.is_deleted = 0
        ) AS open_jobs_count
    FROM users AS u
    LEFT JOIN account_tokens AS t
        ON
            t.user_id = u.id
            AND t.purpose = 'change_email'
            AND t.used_at IS NULL
            AND t.expires_at > v_now
    WHERE u.id = p_actor_id;

    SELECT
        id,
        user_agent,
        client_address,
        created_at,
        last_seen_at,
        is_remembered,
        id <=> @session_id AS is_current
    FROM user_sessions
    WHERE
        user_id = p_actor_id
        AND revoked_at IS NULL
        AND idle_expires_at > v_now
        AND expires_at > v_now
    ORDER BY is_current DESC, last_seen_at DESC, id DESC
    LIMIT 50;
END //

DELIMITER ;
