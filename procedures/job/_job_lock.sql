-- _job_lock: lock a posting that the actor manages, or refuse.
--
-- A posting that the actor may not see counts as missing.
--
-- Parameters
--   p_actor_id    users.id
--   p_job_id      job_postings.id
--   p_is_deleted  1: include a deleted one; 0: a deleted one counts as missing
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor does not manage the posting
--   45404  no such posting

DROP PROCEDURE IF EXISTS _job_lock;

DELIMITER //

CREATE PROCEDURE _job_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock a posting that the actor manages, or refuse.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_poster_id BIGINT UNSIGNED;
    DECLARE v_audience VARCHAR(20);

    -- Locked before any other read, so that the transaction's snapshot is not older than the lock.
    SELECT
        poster_id,
        target_audience
    INTO v_poster_id, v_audience
    FROM job_postings
    WHERE id = p_job_id AND (is_deleted = 0 OR p_is_deleted)
    FOR UPDATE;
    CALL _require_actor(p_actor_id, v_role);
    IF v_poster_id IS NULL OR NOT can_see_job(p_actor_id, v_role, v_poster_id, v_audience) THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Job not found.';
    END IF;
    IF NOT can_manage_job(p_actor_id, v_role, v_poster_id) THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Only the poster or the alumni office can do this.';
    END IF;
END //

DELIMITER ;
