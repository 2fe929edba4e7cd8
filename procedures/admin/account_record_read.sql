-- account_record_read: read an account as the office sees it: facts, sessions, history.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account, in any state
-- Result sets
--   account (one)    id, name, email, role, state, status_reason, created_at, created_by,
--                    created_by_name, email_verified_at, approved_at, last_signed_in_at,
--                    deleted_at, erased_at, erased_from (UTC; when the scheduler will erase it),
--                    degree, campus, graduation_year, expected_graduation_year, photo,
--                    open_jobs_count (at most 100), and the possible actions: can_decide,
--                    can_block, can_unblock, can_change_role, can_send_recovery, can_undelete,
--                    can_erase, can_view_as
--   sessions (many)  the 20 open sessions used last: id, user_agent, client_address, created_at,
--                    last_seen_at, is_remembered
--   history (many)   the 30 newest changes: id, actor_id, actor_name, action, before_state,
--                    after_state, created_at
--   roles (many)     name, description
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such account
-- Example
--   CALL account_record_read(1, 3);

DROP PROCEDURE IF EXISTS account_record_read;

DELIMITER //

CREATE PROCEDURE account_record_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read an account as the office sees it. | account: one, sessions: many, history: many, roles: many'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_is_other BOOLEAN DEFAULT NOT p_user_id <=> p_actor_id;

    CALL _require_admin(p_actor_id);
    SELECT id INTO v_id
    FROM users
    WHERE id = p_user_id;
    IF v_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Account not found.';
    END IF;

    SELECT
        u.id,
        u.email,
        r.name AS role,
        u.state,
        u.status_reason,
        u.created_at,
        u.created_by,
        u.email_verified_at,
        u.approved_at,
        u.last_signed_in_at,
        u.deleted_at,
        u.erased_at,
        d.name AS degree,
        c.name AS campus,
        a.graduation_year,
        s.expected_graduation_year,
        IF(u.state = 'deleted', restorable_until_of(u.deleted_at), NULL) AS erased_from,
        _account_name_of(u.id) AS name,
        name_of(u.created_by) AS created_by_name,
        picture_version_of(u.id, 'photo') AS photo,
        (
            SELECT COUNT(*)
            FROM (
                SELECT j.id
                FROM job_postings AS j
                WHERE j.poster_id = v_id AND j.status = 'open' AND j.is_deleted = 0
                LIMIT 100
            ) AS o
        ) AS open_jobs_count,
        v_is_other AND u.state = 'pending' AND u.approved_at IS NULL AS can_decide,
        v_is_other AND u.state IN ('active', 'pending') AS can_block,
        v_is_other AND u.state IN ('blocked', 'rejected') AS can_unblock,
        v_is_other AND u.state NOT IN ('deleted', 'erased') AS can_change_role,
        v_is_other AND u.state IN ('active', 'pending') AS can_send_recovery,
        v_is_other AND u.state = 'deleted' AS can_undelete,
        v_is_other AND u.state <> 'erased' AS can_erase,
        u.state = 'active' AND r.name <> 'admin' AS can_view_as
    FROM users AS u
    JOIN roles AS r ON r.id = u.role_id
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND r.name = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND r.name = 'student'
    LEFT JOIN degrees AS d ON d.id = COALESCE(a.degree_id, s.degree_id)
    LEFT JOIN campuses AS c ON c.id = COALESCE(a.campus_id, s.campus_id)
    WHERE u.id = v_id;

    SELECT
        id,
        user_agent,
        client_address,
        created_at,
        last_seen_at,
        is_remembered
    FROM user_sessions
    WHERE
        user_id = v_id
        AND revoked_at IS NULL
        AND idle_expires_at > v_now
        AND expires_at > v_now
    ORDER BY last_seen_at DESC, id DESC
    LIMIT 20;

    SELECT
        l.id,
        l.actor_id,
        l.action,
        l.before_state,
        l.after_state,
        l.created_at,
        name_of(l.actor_id) AS actor_name
    FROM (
        SELECT w.id
        FROM admin_activity_log AS w FORCE INDEX (ix_admin_activity_log_subject)
        WHERE w.subject_table = 'users' AND w.subject_id = v_id
        ORDER BY w.id DESC
        LIMIT 30
    ) AS k
    JOIN admin_activity_log AS l ON l.id = k.id
    ORDER BY l.id DESC;

    SELECT
        name,
        description
    FROM roles
    ORDER BY id DESC;
END //

DELIMITER ;
