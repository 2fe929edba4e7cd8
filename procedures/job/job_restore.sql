-- job_restore: bring a deleted posting back as it was.
--
-- Parameters
--   p_actor_id  users.id of the poster or an admin
--   p_job_id    job_postings.id
-- Result sets
--   job (one)  id, status
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's posting
--   45404  no such posting
--   45409  it is not deleted, or was more than 30 days ago, or by the office
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
COMMENT 'Bring a deleted posting back as it was. | job: one'
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
        -- What the office has taken away, only the office brings back.
        AND (updated_by = p_actor_id OR role_of(p_actor_id) = 'admin');
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This job cannot be brought back (any more).';
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
