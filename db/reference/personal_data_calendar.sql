-- personal_data_calendar: register the personal data of speakers, helpers and calendar feeds.
--
-- The same form as personal_data.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(171, 'calendar_feeds', 'delete', 'user_id = @person_id'),
(172, 'event_helpers', 'delete', 'user_id = @person_id'),
(173, 'event_speakers', 'update', 'user_id = @person_id')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

INSERT INTO personal_columns (table_name, column_name, is_exported)
SELECT
    c.table_name,
    c.column_name,
    c.is_exported
FROM
    JSON_TABLE(
        '[
            {"table": "calendar_feeds", "exported": 1, "columns": ["user_id"]},
            {"table": "calendar_feeds", "exported": 0, "columns": ["token_hash"]},
            {"table": "event_helpers", "exported": 1, "columns": ["event_id", "user_id"]},
            {"table": "event_speakers", "exported": 1, "columns": ["id", "event_id", "user_id",
                "session_title", "topic", "session_starts_at", "position", "status",
                "answered_at", "answer_note"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            is_exported TINYINT PATH '$.exported',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = c.is_exported;

-- The programme of an event stays, with a former member as speaker; their texts are erased.
INSERT INTO personal_columns (table_name, column_name, replacement) VALUES
('event_speakers', 'answer_note', 'NULL')
AS fresh
ON DUPLICATE KEY UPDATE replacement = fresh.replacement;
