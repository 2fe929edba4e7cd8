-- personal_data_feed: register the personal data of posts, comments and likes.
--
-- Posts of an erased person are deleted; their comments on other posts are overwritten
-- and marked as deleted, so that replies keep their place. Likes are deleted, and triggers count.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(161, 'post_likes', 'delete', 'user_id = @person_id'),
(162, 'comment_likes', 'delete', 'user_id = @person_id'),
(
    163, 'post_files', 'delete',
    'post_id IN (SELECT id FROM posts WHERE author_id = @person_id)'
),
(
    164, 'post_revisions', 'delete',
    'post_id IN (SELECT id FROM posts WHERE author_id = @person_id)'
),
(165, 'post_comments', 'update', 'author_id = @person_id'),
(166, 'posts', 'update', 'author_id = @person_id')
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
            {"table": "post_likes", "columns": ["post_id", "user_id", "created_at"]},
            {"table": "comment_likes", "columns": ["comment_id", "user_id", "created_at"]},
            {"table": "post_files", "columns": ["id", "post_id", "kind", "media_file_id",
                "file_name", "created_at"]},
            {"table": "post_revisions", "columns": ["post_id", "revision", "body", "link_url",
                "created_at"]},
            {"table": "post_comments", "columns": ["id", "post_id", "parent_id", "author_id",
                "body", "likes_count", "edited_at", "is_deleted", "deleted_at", "created_at"]},
            {"table": "posts", "columns": ["id", "author_id", "body", "link_url", "visibility",
                "is_pinned", "likes_count", "comments_count", "revision", "edited_at",
                "is_deleted", "deleted_at", "created_at"]}
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
            {"table": "post_files", "columns": ["width", "height"]},
            {"table": "posts", "columns": ["is_removed"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 0;

-- Overwritten in rows that stay.
INSERT INTO personal_columns (table_name, column_name, replacement) VALUES
('post_comments', 'body', '''erased'''),
('post_comments', 'is_deleted', '1'),
('post_comments', 'deleted_at', 'COALESCE(deleted_at, UTC_TIMESTAMP())'),
('posts', 'body', '''erased'''),
('posts', 'link_url', 'NULL'),
('posts', 'is_pinned', '0'),
('posts', 'is_deleted', '1'),
('posts', 'deleted_at', 'COALESCE(deleted_at, UTC_TIMESTAMP())')
AS fresh
ON DUPLICATE KEY UPDATE replacement = fresh.replacement;
