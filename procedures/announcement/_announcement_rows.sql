-- _announcement_rows: read announcements as lists show them.
--
-- Parameters
--   p_actor_id  users.id of the viewer
--   p_ids       announcements.id in the order of the list, separated by commas; NULL: none
-- Result sets
--   announcements (many)  id, title, content_start (Markdown, the first 500 characters),
--                         target_audience, priority, state (see announcement_state_of),
--                         decided_reason, publish_at, expires_at, created_at, is_held, revision,
--                         author_id, author_name, author_role, author_photo, is_mine, is_unread,
--                         pin_position (NULL: not pinned)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _announcement_rows;

DELIMITER //

CREATE PROCEDURE _announcement_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read announcements as lists show them. | announcements: many'
BEGIN
    DECLARE v_since DATETIME DEFAULT unread_since_of(p_actor_id);

    SELECT
        a.id,
        a.title,
        LEFT(a.content, 500) AS content_start,
        a.target_audience,
        a.priority,
        announcement_state_of(a.status, a.approval, a.publish_at, a.expires_at) AS state,
        a.decided_reason,
        a.publish_at,
        a.expires_at,
        a.created_at,
        a.is_held,
        a.revision,
        a.author_id,
        p.position AS pin_position,
        name_of(a.author_id) AS author_name,
        role_of(a.author_id) AS author_role,
        photo_of(p_actor_id, a.author_id) AS author_photo,
        a.author_id = p_actor_id AS is_mine,
        a.publish_at >= v_since AND r.reader_id IS NULL AS is_unread
    FROM
        JSON_TABLE(
            CONCAT('[', COALESCE(p_ids, ''), ']'),
            '$[*]' COLUMNS (place FOR ORDINALITY, id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN announcements AS a ON a.id = k.id
    LEFT JOIN announcement_pins AS p ON p.announcement_id = a.id
    LEFT JOIN announcement_reads AS r ON r.reader_id = p_actor_id AND r.announcement_id = a.id
    ORDER BY k.place;
END //

DELIMITER ;
