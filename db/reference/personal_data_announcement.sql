-- personal_data_announcement: register the personal data of announcements, and how it is erased.
--
-- Announcements of an erased person stay for their readers, by "Former member"; unpublished
-- ones are deleted.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(165, 'announcement_reads', 'delete', 'reader_id = @person_id'),
(195, 'announcements', 'update', 'author_id = @person_id')
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
            {"table": "announcement_reads", "columns": ["reader_id", "announcement_id",
                "created_at"]},
            {"table": "announcements", "columns": ["id", "author_id", "title", "content",
                "target_audience", "priority", "status", "approval", "decided_at",
                "decided_reason", "publish_at", "expires_at", "is_deleted", "deleted_at",
                "created_at"]}
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
            {"table": "announcements", "columns": ["is_expired", "is_held", "is_suspended", "mailed_up_to_id",
                "mailed_at", "is_listed", "is_waiting", "is_mail_due", "revision"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 0;

-- Overwritten in rows that stay.
INSERT INTO personal_columns (table_name, column_name, replacement) VALUES
('announcements', 'title', 'IF(status = ''draft'', ''erased'', title)'),
('announcements', 'content', 'IF(status = ''draft'', ''erased'', content)'),
('announcements', 'decided_reason', 'NULL')
AS fresh
ON DUPLICATE KEY UPDATE replacement = fresh.replacement;
