-- personal_data_engagement: register the personal data of engagements; see personal_data.
--
-- Engagements stay if their alumni member is erased: hours and types are the university's figures.
-- Titles, texts and payments are erased.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(
    177, 'alumni_engagement_history', 'update',
    'engagement_id IN (SELECT id FROM alumni_engagements WHERE alumni_id = @person_id)'
),
(178, 'alumni_engagements', 'update', 'alumni_id = @person_id')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

INSERT INTO personal_columns (table_name, column_name, replacement, is_exported) VALUES
('alumni_engagement_history', 'id', NULL, 1),
('alumni_engagement_history', 'engagement_id', NULL, 1),
('alumni_engagement_history', 'from_status', NULL, 1),
('alumni_engagement_history', 'to_status', NULL, 1),
('alumni_engagement_history', 'mover', NULL, 1),
('alumni_engagement_history', 'reason', 'NULL', 1),
('alumni_engagement_history', 'created_at', NULL, 1),
('alumni_engagements', 'id', NULL, 1),
('alumni_engagements', 'alumni_id', NULL, 1),
('alumni_engagements', 'kind', NULL, 1),
('alumni_engagements', 'title', '''erased''', 1),
('alumni_engagements', 'description', 'NULL', 1),
('alumni_engagements', 'location', 'NULL', 1),
('alumni_engagements', 'start_date', NULL, 1),
('alumni_engagements', 'end_date', NULL, 1),
('alumni_engagements', 'hours', NULL, 1),
('alumni_engagements', 'compensation_amount', 'NULL', 1),
('alumni_engagements', 'compensation_currency', 'NULL', 1),
('alumni_engagements', 'status', NULL, 1),
('alumni_engagements', 'status_reason', 'NULL', 1),
('alumni_engagements', 'office_rating', NULL, 1),
('alumni_engagements', 'office_comment', 'NULL', 1),
('alumni_engagements', 'alumnus_rating', NULL, 1),
('alumni_engagements', 'alumnus_comment', 'NULL', 1),
('alumni_engagements', 'revision', NULL, 0),
('alumni_engagements', 'is_deleted', NULL, 0),
('alumni_engagements', 'deleted_at', NULL, 0)
AS fresh
ON DUPLICATE KEY UPDATE
    replacement = fresh.replacement,
    is_exported = fresh.is_exported;
