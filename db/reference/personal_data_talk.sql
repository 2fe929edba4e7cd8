-- personal_data_talk: register the personal data of messages, notifications, blocks and reports.
--
-- Messages of an erased person are overwritten; that they wrote stays, by "Former
-- member", so that the recipients can still see the context of their replies.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(141, 'user_blocks', 'delete', 'blocker_id = @person_id OR blocked_id = @person_id'),
(142, 'content_reports', 'update', 'reporter_id = @person_id OR author_id = @person_id'),
(143, 'live_events', 'delete', 'recipient_id = @person_id'),
(144, 'live_streams', 'delete', 'recipient_id = @person_id'),
(145, 'notification_actors', 'update', 'actor_id = @person_id'),
(146, 'notifications', 'delete', 'recipient_id = @person_id OR last_actor_id = @person_id'),
(147, 'notification_preferences', 'delete', 'user_id = @person_id'),
(148, 'notification_digests', 'delete', 'user_id = @person_id'),
(149, 'unsubscribe_tokens', 'delete', 'user_id = @person_id'),
(150, 'mail_suppressions', 'delete', 'email = @person_email'),
(151, 'message_removals', 'delete', 'user_id = @person_id'),
(
    152, 'message_attachments', 'delete',
    'message_id IN (SELECT id FROM messages WHERE sender_id = @person_id)'
),
(
    152, 'message_terms', 'delete',
    'user_id = @person_id OR message_id IN (SELECT id FROM messages WHERE sender_id = @person_id)'
),
(153, 'messages', 'update', 'sender_id = @person_id'),
(154, 'message_settings', 'delete', 'user_id = @person_id'),
(155, 'conversation_participants', 'update', 'user_id = @person_id'),
(156, 'conversations', 'update', 'user_one_id = @person_id OR user_two_id = @person_id')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

-- Included in the export, and (below) derived data or data about others.
INSERT INTO personal_columns (table_name, column_name, is_exported)
SELECT
    c.table_name,
    c.column_name,
    1
FROM
    JSON_TABLE(
        '[
            {"table": "notifications", "columns": ["id", "recipient_id", "kind", "verb", "link",
                "is_in_app", "digest", "read_at", "cleared_at", "happened_at", "created_at"]},
            {"table": "notification_preferences", "columns": ["user_id", "kind", "is_in_app",
                "mail", "created_at"]},
            {"table": "notification_digests", "columns": ["user_id", "digest", "last_sent_at"]},
            {"table": "mail_suppressions", "columns": ["email", "reason", "created_at"]},
            {"table": "message_attachments", "columns": ["id", "message_id", "media_file_id",
                "file_name", "created_at"]},
            {"table": "messages", "columns": ["id", "conversation_id", "sender_id", "body",
                "sent_at", "is_deleted", "deleted_at", "created_at"]},
            {"table": "message_settings", "columns": ["user_id", "has_receipts", "created_at"]},
            {"table": "conversation_participants", "columns": ["user_id", "conversation_id",
                "other_id", "folder", "last_read_id", "created_at"]},
            {"table": "conversations", "columns": ["id", "user_one_id", "user_two_id", "state",
                "last_message_at", "created_at"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 1;

INSERT INTO personal_columns (table_name, column_name, is_exported)
SELECT
    c.table_name,
    c.column_name,
    0
FROM
    JSON_TABLE(
        '[
            {"table": "user_blocks", "columns": ["blocker_id", "blocked_id"]},
            {"table": "content_reports", "columns": ["id", "reporter_id", "subject",
                "subject_id", "author_id", "excerpt", "reason", "note", "status", "decided_at",
                "decided_reason"]},
            {"table": "live_events", "columns": ["id", "recipient_id", "sequence", "kind",
                "conversation_id", "subject_id"]},
            {"table": "live_streams", "columns": ["recipient_id", "last_sequence"]},
            {"table": "notification_actors", "columns": ["notification_id", "actor_id"]},
            {"table": "notifications", "columns": ["group_key", "data", "last_actor_id",
                "actors_count", "is_unread", "is_listed", "open_key"]},
            {"table": "unsubscribe_tokens", "columns": ["user_id", "kind", "token"]},
            {"table": "notification_digests", "columns": ["token"]},
            {"table": "mail_suppressions", "columns": ["detail"]},
            {"table": "message_removals", "columns": ["user_id", "message_id"]},
            {"table": "message_terms", "columns": ["user_id", "term", "message_id"]},
            {"table": "conversation_participants", "columns": ["last_message_id", "receipt_id",
                "unread_count", "is_unread"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 0;

-- Overwritten in rows that stay.
INSERT INTO personal_columns (table_name, column_name, replacement) VALUES
('messages', 'body', '''erased'''),
('content_reports', 'excerpt', 'IF(author_id = @person_id, NULL, excerpt)'),
('content_reports', 'note', 'IF(reporter_id = @person_id, NULL, note)')
AS fresh
ON DUPLICATE KEY UPDATE replacement = fresh.replacement;
