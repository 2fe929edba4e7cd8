-- personal_data_mentoring: register the personal data of offers and requests; see personal_data.
--
-- Requests stay if one side is erased: the other side still sees the result. Texts of
-- the erased person are overwritten.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(157, 'mentoring_offer_kinds', 'delete', 'user_id = @person_id'),
(158, 'mentoring_offers', 'delete', 'user_id = @person_id'),
(
    159, 'reference_goals', 'update',
    'request_id IN (SELECT id FROM reference_requests
    WHERE requester_id = @person_id OR alumnus_id = @person_id)'
),
(
    160, 'reference_request_history', 'update',
    'request_id IN (SELECT id FROM reference_requests
    WHERE requester_id = @person_id OR alumnus_id = @person_id)'
),
(161, 'reference_requests', 'update', 'requester_id = @person_id OR alumnus_id = @person_id')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

INSERT INTO personal_columns (table_name, column_name, replacement, is_exported) VALUES
('mentoring_offer_kinds', 'user_id', NULL, 1),
('mentoring_offer_kinds', 'kind', NULL, 1),
('mentoring_offers', 'user_id', NULL, 1),
('mentoring_offers', 'is_open', NULL, 1),
('mentoring_offers', 'capacity', NULL, 1),
('mentoring_offers', 'paused_until', NULL, 1),
('mentoring_offers', 'note', NULL, 1),
('reference_goals', 'id', NULL, 1),
('reference_goals', 'request_id', NULL, 1),
('reference_goals', 'position', NULL, 0),
('reference_goals', 'title', 'IF(created_by = @person_id, ''erased'', title)', 1),
('reference_goals', 'is_done', NULL, 1),
('reference_request_history', 'id', NULL, 1),
('reference_request_history', 'request_id', NULL, 1),
('reference_request_history', 'from_status', NULL, 1),
('reference_request_history', 'to_status', NULL, 1),
('reference_request_history', 'mover', NULL, 1),
('reference_request_history', 'note', 'IF(created_by = @person_id, NULL, note)', 1),
('reference_request_history', 'created_at', NULL, 1),
('reference_requests', 'id', NULL, 1),
('reference_requests', 'requester_id', NULL, 1),
('reference_requests', 'alumnus_id', NULL, 1),
('reference_requests', 'kind', NULL, 1),
('reference_requests', 'purpose', 'IF(requester_id = @person_id, ''erased'', purpose)', 1),
('reference_requests', 'company', 'IF(requester_id = @person_id, NULL, company)', 1),
('reference_requests', 'position', 'IF(requester_id = @person_id, NULL, position)', 1),
('reference_requests', 'message', 'IF(requester_id = @person_id, ''erased'', message)', 1),
('reference_requests', 'answer', 'IF(alumnus_id = @person_id, NULL, answer)', 1),
('reference_requests', 'status', NULL, 1),
('reference_requests', 'expires_at', NULL, 1),
('reference_requests', 'answered_at', NULL, 1),
('reference_requests', 'completed_at', NULL, 1),
('reference_requests', 'rating', NULL, 1),
('reference_requests', 'feedback', 'IF(requester_id = @person_id, NULL, feedback)', 1),
('reference_requests', 'conversation_id', NULL, 1),
('reference_requests', 'created_at', NULL, 1),
('reference_requests', 'open_alumnus_id', NULL, 0),
('reference_requests', 'is_deleted', NULL, 0),
('reference_requests', 'deleted_at', NULL, 0)
AS fresh
ON DUPLICATE KEY UPDATE
    replacement = fresh.replacement,
    is_exported = fresh.is_exported;
