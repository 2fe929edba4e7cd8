-- job_application_withdraw: withdraw the actor's application.
--
-- Parameters
--   p_actor_id        users.id of the applicant
--   p_application_id  job_applications.id
-- Result sets
--   application (one)  id, job_id, status
-- Errors
--   45401  not signed in
--   45404  no such application of the actor
--   45409  already hired, rejected or withdrawn
-- Example
--   CALL job_application_withdraw(3, 1);

DROP PROCEDURE IF EXISTS job_application_withdraw;

DELIMITER //

CREATE PROCEDURE job_application_withdraw (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_application_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Withdraw the actor''s application. | application: one'
BEGIN
    DECLARE v_job_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _application_lock(p_actor_id, p_application_id, 'applicant', v_job_id, v_status);
    IF NOT is_move_allowed(v_status, 'withdrawn', 'applicant') THEN
        SET v_message = CONCAT('This application is ', v_status, 'and can''t be withdrawn.');
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    UPDATE job_applications SET status = 'withdrawn', updated_by = p_actor_id
    WHERE id = p_application_id;
    CALL _application_moved(
        p_actor_id, p_application_id, v_status, 'withdrawn',
        (
            SELECT poster_id FROM job_postings
            WHERE id = v_job_id
        ), 'application_withdrawn'
    );
    COMMIT;

    SELECT
        id,
        job_posting_id AS job_id,
        status
    FROM job_applications
    WHERE id = p_application_id;
END //

DELIMITER ;
