-- personal_data_event: register the personal data of events; see personal_data.
--
-- Events and registrations stay when a person is erased, so that attendance figures
-- stay correct; they show a former member.

INSERT INTO personal_tables (position, name, erasure, person_condition) VALUES
(
    182, 'event_registration_history', 'update',
    'event_registration_id IN (SELECT id FROM event_registrations WHERE user_id = @person_id)'
),
(
    192, 'event_registrations', 'update',
    'user_id = @person_id'
),
(202, 'events', 'update', 'creator_id = @person_id')
AS fresh
ON DUPLICATE KEY UPDATE
    position = fresh.position,
    erasure = fresh.erasure,
    person_condition = fresh.person_condition;

-- Included in the export.
INSERT INTO personal_columns (table_name, column_name, is_exported)
SELECT
    c.table_name,
    c.column_name,
    1
FROM
    JSON_TABLE(
        '[
            {"table": "event_registration_history", "columns": ["id", "event_registration_id",
                "from_status", "to_status", "created_at"]},
            {"table": "event_registrations", "columns": ["id", "event_id", "user_id", "status",
                "guests_count", "note", "queue_number", "offer_expires_at", "registered_at",
                "checked_in_at"]},
            {"table": "events", "columns": ["id", "creator_id", "title", "slug", "description",
                "venue", "is_online", "online_url", "time_zone", "starts_at", "ends_at",
                "visibility", "target_audience", "max_attendees", "max_guests",
                "registration_deadline", "status", "published_at", "cancelled_at",
                "cancellation_reason", "completed_at", "seats_taken_count", "waiting_count",
                "is_deleted", "deleted_at"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 1;

-- Not included in the export: ticket codes, who scanned them, and derived or technical data.
INSERT INTO personal_columns (table_name, column_name, is_exported)
SELECT
    c.table_name,
    c.column_name,
    0
FROM
    JSON_TABLE(
        '[
            {"table": "event_registrations", "columns": ["checked_in_by", "check_in_code",
                "seats_count"]},
            {"table": "events", "columns": ["is_suspended", "closes_at", "last_queue_number",
                "calendar_uid", "calendar_sequence", "revision", "is_listed"]}
        ]',
        '$[*]' COLUMNS (
            table_name VARCHAR(64) PATH '$.table',
            NESTED PATH '$.columns[*]' COLUMNS (column_name VARCHAR(64) PATH '$')
        )
    ) AS c
ON DUPLICATE KEY UPDATE is_exported = 0;

-- Overwritten in rows that stay.
INSERT INTO personal_columns (table_name, column_name, replacement) VALUES
('event_registrations', 'note', 'NULL')
AS fresh
ON DUPLICATE KEY UPDATE replacement = fresh.replacement;
