-- personal_data_feedback: register the personal data of messages to the office; see personal_data.
--
-- Including messages sent from the person's address before or without signing in.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(
    174, 'inbox_entries', 'delete',
    'contact_message_id IN (SELECT id FROM contact_messages
    WHERE user_id = @person_id OR email = @person_email)
    OR feedback_id IN (SELECT id FROM feedback
    WHERE user_id = @person_id OR email = @person_email)'
),
(175, 'contact_messages', 'delete', 'user_id = @person_id OR email = @person_email'),
(176, 'feedback', 'delete', 'user_id = @person_id OR email = @person_email')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

-- Notes and answers are the office's own: answers were sent by mail, notes are internal.
INSERT INTO personal_columns (table_name, column_name, is_exported) VALUES
('inbox_entries', 'id', 0),
('inbox_entries', 'contact_message_id', 0),
('inbox_entries', 'feedback_id', 0),
('inbox_entries', 'kind', 0),
('inbox_entries', 'content', 0),
('contact_messages', 'id', 1),
('contact_messages', 'user_id', 1),
('contact_messages', 'name', 1),
('contact_messages', 'email', 1),
('contact_messages', 'subject', 1),
('contact_messages', 'message', 1),
('contact_messages', 'status', 1),
('contact_messages', 'created_at', 1),
('contact_messages', 'assignee_id', 0),
('contact_messages', 'form_digest', 0),
('contact_messages', 'is_deleted', 0),
('contact_messages', 'deleted_at', 0),
('contact_messages', 'folder', 0),
('feedback', 'id', 1),
('feedback', 'user_id', 1),
('feedback', 'name', 1),
('feedback', 'email', 1),
('feedback', 'category', 1),
('feedback', 'rating', 1),
('feedback', 'message', 1),
('feedback', 'status', 1),
('feedback', 'created_at', 1),
('feedback', 'assignee_id', 0),
('feedback', 'form_digest', 0),
('feedback', 'is_deleted', 0),
('feedback', 'deleted_at', 0),
('feedback', 'folder', 0)
AS fresh
ON DUPLICATE KEY UPDATE is_exported = fresh.is_exported;
