-- job_application_move: change the status of an application, along job_application_moves.
--
-- No more people are hired than there are openings; filling the last opening closes the posting.
--
-- Parameters
--   p_actor_id        users.id of the poster or an admin
--   p_application_id  job_applications.id
--   p_to_status       the new status
--   p_from_status     the status that the actor saw; NULL: do not check
-- Result sets
--   application (one)  id, job_id, status
-- Errors
--   45401  not signed in
--   45404  no such application for a posting that the actor manages
--   45409  changed by someone else, not an allowed move, or all openings are filled
--   45422  unknown status
-- Example
--   CALL job_application_move(2, 1, 'nonsense', NULL);
--   -- refused: 45422

DROP PROCEDURE IF EXISTS job_application_move;

DELIMITER //

CREATE PROCEDURE job_application_move (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_application_id BIGINT UNSIGNED,
    IN p_to_status VARCHAR(20),
    IN p_from_status VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the status of an application. | application: one'
BEGIN
    DECLARE v_job_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_vacancies SMALLINT UNSIGNED;
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _application_lock(p_actor_id, p_application_id, 'poster', v_job_id, v_status);
    CALL _require_text('to_status', p_to_status, 20, 1, 0);
    CALL _require_application_status('to_status', p_to_status);
    IF p_from_status <> v_status THEN
        SET v_message = CONCAT('This application is now ', v_status, '. Reload the page.');
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    IF NOT is_move_allowed(v_status, p_to_status, 'poster') THEN
        SET v_message
        = CONCAT('This application is ', v_status, ' and can''t be changed to ', p_to_status, '.');
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    -- A locking read: a non-locking one would see the posting as it was before waiting for the
    -- lock.
    SELECT vacancies INTO v_vacancies FROM job_postings
    WHERE id = v_job_id FOR UPDATE;
    IF p_to_status = 'hired' AND hired_count_of(v_job_id) >= v_vacancies THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'All openings are filled. Increase the number of openings first.';
    END IF;
    UPDATE job_applications SET status = p_to_status, updated_by = p_actor_id
    WHERE id = p_application_id;
    CALL _application_moved(
        p_actor_id, p_application_id, v_status, p_to_status,
        (
            SELECT applicant_id FROM job_applications
            WHERE id = p_application_id
        ),
        'application_moved'
    );
    CALL _job_close_filled(p_actor_id, v_job_id);
    CALL _job_audit(
        p_actor_id, 'job_application_move', v_job_id,
        JSON_OBJECT('application_id', p_application_id, 'status', v_status),
        JSON_OBJECT('application_id', p_application_id, 'status', p_to_status)
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
