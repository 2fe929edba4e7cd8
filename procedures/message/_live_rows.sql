-- _live_rows: read live events with everything a page shows.
--
-- Parameters
--   p_ids  JSON array of live_events.id; NULL: none
-- Result sets
--   events (many)  id, recipient_id, sequence, kind, conversation_id, subject_id, other_id (of the
--                  conversation), sender_id, body, sent_at, is_deleted, is_removed (1: the
--                  recipient has deleted it), attachment_id, attachment_name, attachment_type,
--                  attachment_size (of the message), unread_messages_count,
--                  unread_notifications_count (of the recipient, at most 100), ordered by the
--                  recipient's sequence
-- Errors
--   none

DROP PROCEDURE IF EXISTS _live_rows;

DELIMITER //

CREATE PROCEDURE _live_rows (IN p_ids JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read live events with everything a page shows. | events: many'
BEGIN
    SELECT
        e.id,
        e.recipient_id,
        e.sequence,
        e.kind,
        e.conversation_id,
        e.subject_id,
        p.other_id,
        m.sender_id,
        m.sent_at,
        m.is_deleted,
        a.id AS attachment_id,
        a.file_name AS attachment_name,
        f.media_type AS attachment_type,
        f.byte_size AS attachment_size,
        IF(m.is_deleted, NULL, m.body) AS body,
        r.message_id IS NOT NULL AS is_removed,
        unread_messages_count_of(e.recipient_id) AS unread_messages_count,
        unread_notifications_count_of(e.recipient_id) AS unread_notifications_count
    FROM
        JSON_TABLE(
            COALESCE(p_ids, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN live_events AS e ON e.id = k.id
    LEFT JOIN conversation_participants AS p
        ON p.conversation_id = e.conversation_id AND p.user_id = e.recipient_id
    LEFT JOIN messages AS m ON m.id = e.subject_id AND e.kind IN ('message', 'removal')
    LEFT JOIN message_removals AS r ON r.message_id = m.id AND r.user_id = e.recipient_id
    LEFT JOIN message_attachments AS a ON a.message_id = m.id AND m.is_deleted = 0
    LEFT JOIN media_files AS f ON f.id = a.media_file_id
    ORDER BY e.recipient_id, e.sequence;
END //

DELIMITER ;
