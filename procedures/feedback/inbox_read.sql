-- inbox_read: read one message to the office with its answers, notes and history.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_kind      contact or feedback
--   p_id        of the message
-- Result sets
--   message (one)   kind, id, user_id (NULL: a visitor), name, email, subject, category, rating,
--                   message, status, assignee_id, assignee_name, created_at, is_deleted,
--                   can_answer (0: spam, deleted, or the sender's account is deleted),
--                   next_statuses (comma-separated)
--   entries (many)  the newest 200 notes and answers, oldest first: id, kind, content,
--                   created_at, author_name
--   staff (many)    possible assignees, the first 50: id, name
--   history (many)  the newest 50 audit log rows about it: action, actor_name, created_at,
--                   from_status, to_status, assignee_name
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such message
-- Example
--   CALL inbox_read(1, 'contact', 1);

DROP PROCEDURE IF EXISTS inbox_read;

DELIMITER //

CREATE PROCEDURE inbox_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read one message to the office. | message: one, entries: many, staff: many, history: many'
BEGIN
    DECLARE v_known INT UNSIGNED;

    CALL _require_admin(p_actor_id);
    SELECT COUNT(*) INTO v_known
    FROM (
        SELECT 1 FROM contact_messages
        WHERE id = p_id AND p_kind = 'contact'
        UNION ALL
        SELECT 1 FROM feedback
        WHERE id = p_id AND p_kind = 'feedback'
    ) AS k;
    IF v_known = 0 THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Message not found.';
    END IF;

    SELECT
        m.kind,
        m.id,
        m.user_id,
        m.name,
        m.email,
        m.subject,
        m.category,
        m.rating,
        m.message,
        m.status,
        m.assignee_id,
        m.created_at,
        m.is_deleted,
        name_of(m.assignee_id) AS assignee_name,
        m.status <> 'spam' AND m.is_deleted = 0 AND COALESCE(u.is_deleted, 0) = 0 AS can_answer,
        (
            SELECT GROUP_CONCAT(v.to_status ORDER BY v.to_status + 0)
            FROM inbox_moves AS v
            WHERE v.from_status = m.status
        ) AS next_statuses
    FROM (
        SELECT
            'contact' AS kind,
            c.id,
            c.user_id,
            c.name,
            c.email,
            c.subject,
            NULL AS category,
            NULL AS rating,
            c.message,
            c.status,
            c.assignee_id,
            c.created_at,
            c.is_deleted
        FROM contact_messages AS c
        WHERE c.id = p_id AND p_kind = 'contact'
        UNION ALL
        SELECT
            'feedback' AS kind,
            f.id,
            f.user_id,
            f.name,
            f.email,
            NULL AS subject,
            f.category,
            f.rating,
            f.message,
            f.status,
            f.assignee_id,
            f.created_at,
            f.is_deleted
        FROM feedback AS f
        WHERE f.id = p_id AND p_kind = 'feedback'
    ) AS m
    LEFT JOIN users AS u ON u.id = m.user_id;

    SELECT
        n.id,
        n.kind,
        n.content,
        n.created_at,
        name_of(n.created_by) AS author_name
    FROM (
        SELECT
            e.id,
            e.kind,
            e.content,
            e.created_at,
            e.created_by
        FROM inbox_entries AS e
        WHERE
            e.contact_message_id = IF(p_kind = 'contact', p_id, NULL)
            OR e.feedback_id = IF(p_kind = 'feedback', p_id, NULL)
        ORDER BY e.id DESC
        LIMIT 200
    ) AS n
    ORDER BY n.id;

    SELECT
        u.id,
        name_of(u.id) AS name
    FROM users AS u
    JOIN roles AS r ON r.id = u.role_id
    WHERE r.name = 'admin' AND u.status = 'active' AND u.is_deleted = 0
    ORDER BY u.id
    LIMIT 50;

    SELECT
        action,
        created_at,
        name_of(actor_id) AS actor_name,
        before_state ->> '$.status' AS from_status,
        after_state ->> '$.status' AS to_status,
        name_of(NULLIF(after_state ->> '$.assignee_id', 'null')) AS assignee_name
    FROM admin_activity_log
    WHERE
        subject_table = IF(p_kind = 'contact', 'contact_messages', 'feedback')
        AND subject_id = p_id
    ORDER BY id DESC
    LIMIT 50;
END //

DELIMITER ;
