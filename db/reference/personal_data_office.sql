-- personal_data_office: register the personal data of the office's tables; see personal_data.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(12, 'search_rewrites', 'delete', 'subject = ''person'' AND subject_id = @person_id'),
(15, 'account_terms', 'delete', 'user_id = @person_id')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

INSERT INTO personal_columns (table_name, column_name, is_exported)
SELECT
    c.table_name,
    c.column_name,
    0
FROM
    JSON_TABLE(
        '[
            {"table": "search_rewrites", "columns": ["subject", "subject_id"]},
            {"table": "account_terms", "columns": ["user_id", "term"]},
            {"table": "admin_activity_log", "columns": ["state_salt", "state_digest",
                "origin_salt", "origin_digest"]},
            {"table": "users", "columns": ["state"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 0;

-- A salt is erased with its data: the remaining digest then reveals nothing, and the chain stays
-- valid.
INSERT INTO personal_columns (table_name, column_name, replacement) VALUES
(
    'admin_activity_log', 'state_salt',
    'IF(subject_table = ''users'' AND subject_id = @person_id, NULL, state_salt)'
),
('admin_activity_log', 'origin_salt', 'IF(actor_id = @person_id, NULL, origin_salt)')
AS fresh
ON DUPLICATE KEY UPDATE replacement = fresh.replacement;
