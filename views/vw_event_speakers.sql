-- vw_event_speakers: list the speakers of events, in programme order.
--
-- Without drafts and deleted events, and without declined invitations.

DROP VIEW IF EXISTS vw_event_speakers;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW vw_event_speakers AS
SELECT
    s.id,
    s.event_id,
    e.title AS event_title,
    e.slug AS event_slug,
    e.status AS event_status,
    e.starts_at AS event_starts_at,
    e.time_zone AS event_time_zone,
    e.visibility,
    s.user_id,
    s.session_title,
    s.topic,
    s.session_starts_at,
    s.position,
    s.status,
    a.current_job_title,
    a.current_company,
    a.graduation_year,
    name_of(s.user_id) AS speaker_name
FROM event_speakers AS s
JOIN events AS e ON e.id = s.event_id
LEFT JOIN alumni_profiles AS a ON a.user_id = s.user_id
WHERE e.is_deleted = 0 AND e.status <> 'draft' AND s.status <> 'declined';
