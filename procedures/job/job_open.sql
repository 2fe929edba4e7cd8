-- job_open: read one posting and count the view, once per person and day.
--
-- Parameters
--   p_actor_id  users.id of the reader; the poster's own views do not count
--   p_job_id    job_postings.id
-- Result sets
--   job (one)            as in job_read
--   skills (many)        as in job_read
--   application (maybe)  as in job_read
--   history (many)       as in job_read
--   applicants (many)    as in job_read
-- Errors
--   45401  not signed in
--   45404  no such posting, or the actor may not see it
-- Example
--   CALL job_open(3, 1);

DROP PROCEDURE IF EXISTS job_open;

DELIMITER //

CREATE PROCEDURE job_open (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read one posting and count the view. | job: one, skills: many, application: maybe, history: many,
applicants: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_poster_id BIGINT UNSIGNED;
    DECLARE v_today DATE DEFAULT DATE(UTC_TIMESTAMP());

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    CALL _job_visible(p_actor_id, v_role, p_job_id, v_poster_id);
    -- Read first: opening a page again writes nothing and locks nothing.
    IF v_poster_id <> p_actor_id AND NOT EXISTS (
        SELECT 1
        FROM job_views
        WHERE job_posting_id = p_job_id AND viewer_id = p_actor_id AND viewed_on = v_today
    ) THEN
        START TRANSACTION;
        -- The posting first: parent before child, as everywhere.
        DO (
            SELECT id FROM job_postings
            WHERE id = p_job_id FOR UPDATE
        );
        INSERT IGNORE INTO job_views (job_posting_id, viewer_id, viewed_on)
        VALUES (p_job_id, p_actor_id, v_today);
        COMMIT;
    END IF;
    CALL job_read(p_actor_id, p_job_id);
END //

DELIMITER ;
