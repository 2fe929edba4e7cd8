-- personal_data_verification: register the personal data of verification; see personal_data.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(
    171, 'verification_files', 'delete',
    'verification_id IN (SELECT id FROM verification_queue WHERE user_id = @person_id)'
),
(172, 'verification_queue', 'delete', 'user_id = @person_id')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

INSERT INTO personal_columns (table_name, column_name, is_exported) VALUES
('verification_files', 'verification_id', 1),
('verification_files', 'media_file_id', 1),
('verification_queue', 'id', 1),
('verification_queue', 'user_id', 1),
('verification_queue', 'kind', 1),
('verification_queue', 'note', 1),
('verification_queue', 'submitted_documents', 1),
('verification_queue', 'status', 1),
('verification_queue', 'decided_at', 1),
('verification_queue', 'decided_reason', 1),
('verification_queue', 'files_removed_at', 1),
('verification_queue', 'is_open', 0),
('verification_queue', 'revision', 0),
('verification_queue', 'decided_by', 0)
AS fresh
ON DUPLICATE KEY UPDATE is_exported = fresh.is_exported;
