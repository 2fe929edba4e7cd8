-- job_restore: restore a deleted posting.
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
--   45409  not deleted, deleted more than 30 days ago, or deleted by the office
-- Example
--   CALL job_delete(2, 1);
--   CALL job_restore(2, 1);

DROP PROCEDURE IF EXISTS job_restore;

DELIMITER //

CREATE PROCEDURE job_restore (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore a deleted posting. | job: one'
BEGIN
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _job_lock(p_actor_id, p_job_id, 1);
    UPDATE job_postings
    SET is_deleted = 0, deleted_at = NULL, updated_by = p_actor_id
    WHERE
        id = p_job_id
        AND is_deleted = 1
        AND can_be_restored(deleted_at)
        -- If the office has deleted it, only the office can restore it.
        AND (updated_by = p_actor_id OR role_of(p_actor_id) = 'admin');
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This job can no longer be restored.';
    END IF;
    CALL _job_audit(
        p_actor_id, 'job_restore', p_job_id,
        JSON_OBJECT('is_deleted', 1), JSON_OBJECT('is_deleted', 0)
    );
    COMMIT;

    SELECT
        id,
        status
    FROM job_postings
    WHERE id = p_job_id;
END //

DELIMITER ;
