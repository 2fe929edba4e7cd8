-- job_delete: delete a posting; it can be restored for 30 days.
--
-- Parameters
--   p_actor_id  users.id of the poster or an admin
--   p_job_id    job_postings.id
-- Result sets
--   job (one)  id, title
-- Errors
--   45401  not signed in
--   45403  the actor does not manage the posting
--   45404  no such posting
-- Example
--   CALL job_delete(2, 1);

DROP PROCEDURE IF EXISTS job_delete;

DELIMITER //

CREATE PROCEDURE job_delete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Delete a posting; it can be restored. | job: one'
BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _job_lock(p_actor_id, p_job_id, 0);
    UPDATE job_postings
    SET is_deleted = 1, deleted_at = UTC_TIMESTAMP(), updated_by = p_actor_id
    WHERE id = p_job_id;
    CALL _job_audit(
        p_actor_id, 'job_delete', p_job_id,
        JSON_OBJECT('is_deleted', 0), JSON_OBJECT('is_deleted', 1)
    );
    COMMIT;

    SELECT
        id,
        title
    FROM job_postings
    WHERE id = p_job_id;
END //

DELIMITER ;
