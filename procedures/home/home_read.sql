-- home_read: read the home page.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
-- Result sets
--   figures (one)      members_count, alumni_count, students_count, open_jobs_count,
--                      companies_count, refreshed_at
--   jobs (many)        the newest 6 that the actor can see and apply for; columns of job_search
--   events (many)      the next 3 public ones, as _event_rows returns them
--   institution (one)  name, short_name, currency, time_zone
-- Errors
--   none
-- Example
--   CALL home_read(NULL);
--   CALL home_read(3);

DROP PROCEDURE IF EXISTS home_read;

DELIMITER //

CREATE PROCEDURE home_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the home page. | figures: one, jobs: many, events: many, institution: one'
BEGIN
    DECLARE v_job_ids TEXT;

    SELECT
        members_count,
        alumni_count,
        students_count,
        open_jobs_count,
        companies_count,
        updated_at AS refreshed_at
    FROM statistics_snapshots;

    CALL _newest_job_ids(p_actor_id, 6, v_job_ids);
    CALL _job_rows(p_actor_id, v_job_ids);
    CALL _home_events();

    SELECT
        name,
        short_name,
        currency,
        time_zone
    FROM institution_info;
END //

DELIMITER ;
