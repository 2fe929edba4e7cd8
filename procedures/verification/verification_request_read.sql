-- verification_request_read: read one verification request with its documents, for the office.
--
-- Parameters
--   p_actor_id    users.id of an admin
--   p_request_id  verification_queue.id
-- Result sets
--   request (one)     id, user_id, name, email, role, account_status (deleted if it is), kind,
--                     note, status, revision, created_at, decided_at, decided_reason,
--                     decided_by_name, files_removed_at, can_decide, can_request_more,
--                     can_revoke; from the profile: degree, campus, year, student_number,
--                     date_of_birth, former_names (NULL: none)
--   documents (many)  media_file_id, name, media_type, byte_size, is_there (0: its content is
--                     gone)
--   earlier (many)    the person's newest 10 other requests: id, kind, status, created_at,
--                     decided_at, decided_reason
--   history (many)    the newest 50 audit log rows about it: action, actor_name,
--                     created_at, status, reason
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such request
-- Example
--   CALL verification_request_read(1, 1);

DROP PROCEDURE IF EXISTS verification_request_read;

DELIMITER //

CREATE PROCEDURE verification_request_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read one verification request with its documents. | request: one, documents: many, earlier: many,
history: many'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;

    CALL _require_admin(p_actor_id);
    SELECT user_id INTO v_user_id
    FROM verification_queue
    WHERE id = p_request_id;
    IF v_user_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Request not found.';
    END IF;

    SELECT
        q.id,
        q.user_id,
        u.email,
        r.name AS role,
        q.kind,
        q.note,
        q.status,
        q.status IN ('pending', 'needs_more') AS can_decide,
        q.status = 'pending' AS can_request_more,
        q.status = 'approved' AS can_revoke,
        q.revision,
        q.created_at,
        q.decided_at,
        q.decided_reason,
        q.files_removed_at,
        d.name AS degree,
        c.name AS campus,
        IF(u.is_deleted = 1, 'deleted', u.status) AS account_status,
        COALESCE(a.graduation_year, s.expected_graduation_year) AS year,
        COALESCE(a.student_number, s.student_number) AS student_number,
        COALESCE(a.date_of_birth, s.date_of_birth) AS date_of_birth,
        name_of(q.user_id) AS name,
        name_of(q.decided_by) AS decided_by_name,
        (
            SELECT GROUP_CONCAT(f.name ORDER BY f.id SEPARATOR ', ')
            FROM former_names AS f
            WHERE f.user_id = q.user_id
        ) AS former_names
    FROM verification_queue AS q
    JOIN users AS u ON u.id = q.user_id
    JOIN roles AS r ON r.id = u.role_id
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND r.name = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND r.name = 'student'
    LEFT JOIN degrees AS d ON d.id = COALESCE(a.degree_id, s.degree_id)
    LEFT JOIN campuses AS c ON c.id = COALESCE(a.campus_id, s.campus_id)
    WHERE q.id = p_request_id;

    CALL _verification_documents(p_request_id);

    SELECT
        id,
        kind,
        status,
        created_at,
        decided_at,
        decided_reason
    FROM verification_queue
    WHERE user_id = v_user_id AND id <> p_request_id
    ORDER BY id DESC
    LIMIT 10;

    SELECT
        action,
        created_at,
        name_of(actor_id) AS actor_name,
        after_state ->> '$.status' AS status,
        after_state ->> '$.decided_reason' AS reason
    FROM admin_activity_log
    WHERE subject_table = 'verification_queue' AND subject_id = p_request_id
    ORDER BY id DESC
    LIMIT 50;
END //

DELIMITER ;
