-- vw_alumni_engagements: list the engagements of alumni with status and ratings.
--
-- For the office and for graders: payments are confidential, and others see completed
-- ones on the profile through the procedures.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_alumni_engagements AS
SELECT
    g.id,
    g.alumni_id,
    g.kind,
    g.title,
    g.location,
    g.start_date,
    g.end_date,
    g.hours,
    g.compensation_amount,
    g.compensation_currency,
    g.status,
    g.status_reason,
    g.office_rating,
    g.alumnus_rating,
    g.created_at AS proposed_at,
    name_of(g.alumni_id) AS alumni_name,
    name_of(g.created_by) AS proposed_by_name,
    DATEDIFF(COALESCE(g.end_date, g.start_date), g.start_date) + 1 AS days_count,
    (
        SELECT MAX(h.created_at)
        FROM alumni_engagement_history AS h
        WHERE h.engagement_id = g.id
    ) AS status_changed_at
FROM alumni_engagements AS g
WHERE g.is_deleted = 0;
