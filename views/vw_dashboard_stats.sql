-- vw_dashboard_stats: show the figures of the office's dashboard from the last refresh; one row.

DROP VIEW IF EXISTS vw_dashboard_stats;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW vw_dashboard_stats AS
SELECT
    s.members_count,
    s.alumni_count,
    s.students_count,
    s.admins_count,
    s.mentors_count,
    s.active_members_count,
    s.new_members_count,
    s.new_members_before_count,
    s.unconfirmed_count,
    s.approvals_count,
    s.blocked_count,
    s.rejected_count,
    s.deletion_requests_count,
    s.graduation_requests_count,
    s.achievements_count,
    s.open_jobs_count,
    s.new_jobs_count,
    s.new_jobs_before_count,
    s.companies_count,
    s.applications_count,
    s.new_applications_count,
    s.new_applications_before_count,
    s.hired_count,
    s.upcoming_events_count,
    s.upcoming_registrations_count,
    s.held_events_count,
    s.attended_count,
    s.no_shows_count,
    s.refreshed_at
FROM statistics_snapshots AS s;
