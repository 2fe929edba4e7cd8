-- vw_pending_references: list requests that need an alumni member's reply, with their deadline.
--
-- Without those that have expired and whose status ev_expire_references has not changed yet.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_pending_references AS
SELECT
    r.id,
    r.requester_id,
    r.alumnus_id,
    r.kind,
    r.purpose,
    r.company,
    r.position,
    r.created_at AS requested_at,
    r.expires_at,
    name_of(r.requester_id) AS requester_name,
    name_of(r.alumnus_id) AS alumnus_name,
    TIMESTAMPDIFF(DAY, UTC_TIMESTAMP(), r.expires_at) AS days_left
FROM reference_requests AS r
WHERE r.is_deleted = 0 AND r.status = 'requested' AND r.expires_at > UTC_TIMESTAMP();
