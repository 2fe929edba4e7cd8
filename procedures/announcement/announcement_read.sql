-- announcement_read: read one announcement.
--
-- Parameters
--   p_actor_id         users.id of the reader
--   p_announcement_id  announcements.id
-- Result sets
--   announcement (one)  id, title, content, target_audience, priority, state (see
--                       announcement_state_of), decided_at, decided_reason, publish_at, expires_at,
--                       mailed_at, is_held, revision, created_at, updated_at, author_id,
--                       author_name, author_role, author_photo, is_mine, is_read, pin_position,
--                       can_edit, can_pin, can_decide, readers_count (for its editors; at most
--                       1000), pins_count (for the office)
-- Errors
--   45401  not signed in
--   45404  no such announcement, or the actor may not see it
-- Example
--   CALL announcement_read(3, 1);

DROP PROCEDURE IF EXISTS announcement_read;

DELIMITER //

CREATE PROCEDURE announcement_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read one announcement. | announcement: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_can_edit BOOLEAN;
    DECLARE v_readers_count INT UNSIGNED;
    DECLARE v_pins_count INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _announcement_visible(p_actor_id, v_role, p_announcement_id, v_can_edit);
    IF v_can_edit THEN
        SELECT COUNT(*) INTO v_readers_count
        FROM (
            SELECT r.reader_id
            FROM announcement_reads AS r
            JOIN announcements AS a ON a.id = r.announcement_id
            WHERE r.announcement_id = p_announcement_id AND r.reader_id <> a.author_id
            LIMIT 1000
        ) AS readers;
    END IF;
    IF v_role = 'admin' THEN
        SELECT COUNT(announcement_id) INTO v_pins_count
        FROM announcement_pins;
    END IF;

    SELECT
        a.id,
        a.title,
        a.content,
        a.target_audience,
        a.priority,
        announcement_state_of(a.status, a.approval, a.publish_at, a.expires_at) AS state,
        a.decided_at,
        a.decided_reason,
        a.publish_at,
        a.expires_at,
        a.mailed_at,
        a.is_held,
        a.revision,
        a.created_at,
        a.updated_at,
        a.author_id,
        p.position AS pin_position,
        v_readers_count AS readers_count,
        v_pins_count AS pins_count,
        name_of(a.author_id) AS author_name,
        role_of(a.author_id) AS author_role,
        photo_of(p_actor_id, a.author_id) AS author_photo,
        a.author_id = p_actor_id AS is_mine,
        r.reader_id IS NOT NULL AS is_read,
        v_can_edit AS can_edit,
        v_role = 'admin' AS can_pin,
        v_role = 'admin' AND a.is_waiting <=> 1 AS can_decide
    FROM announcements AS a
    LEFT JOIN announcement_pins AS p ON p.announcement_id = a.id
    LEFT JOIN announcement_reads AS r ON r.reader_id = p_actor_id AND r.announcement_id = a.id
    WHERE a.id = p_announcement_id;
END //

DELIMITER ;
