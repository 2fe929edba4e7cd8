-- job_close: close a job posting to new applications; existing ones continue.
--
-- Parameters
--   p_actor_id  users.id of the poster or an admin
--   p_job_id    job_postings.id
-- Result sets
--   job (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor does not manage the posting
--   45404  no such posting
--   45409  already closed
-- Example
--   CALL job_close(2, 1);

DROP PROCEDURE IF EXISTS job_close;

DELIMITER //

CREATE PROCEDURE job_close (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Close a job posting to new applications. | job: one'
BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _job_lock(p_actor_id, p_job_id, 0);
    UPDATE job_postings
    SET
        status = 'closed',
        closed_at = UTC_TIMESTAMP(),
        closed_reason = 'poster',
        updated_by = p_actor_id
    WHERE id = p_job_id AND status = 'open';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This job is already closed.';
    END IF;
    CALL _job_audit(
        p_actor_id, 'job_close', p_job_id,
        JSON_OBJECT('status', 'open'), JSON_OBJECT('status', 'closed')
    );
    COMMIT;

    SELECT
        id,
        status
    FROM job_postings
    WHERE id = p_job_id;
END //

DELIMITER ;
