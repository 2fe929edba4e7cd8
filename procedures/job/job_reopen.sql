-- job_reopen: reopen a job posting for applications.
--
-- Parameters
--   p_actor_id  users.id of the poster or an admin
--   p_job_id    job_postings.id
--   p_deadline  a new last day to apply; NULL: keep the old one, which must not have passed
-- Result sets
--   job (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor does not manage the posting
--   45404  no such posting
--   45409  already open, or all openings are filled
--   45422  the deadline has passed or is too far away
-- Example
--   CALL job_close(2, 1);
--   CALL job_reopen(2, 1, NULL);

DROP PROCEDURE IF EXISTS job_reopen;

DELIMITER //

CREATE PROCEDURE job_reopen (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED,
    IN p_deadline DATE
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Reopen a job posting for applications. | job: one'
BEGIN
    DECLARE v_today DATE DEFAULT DATE(UTC_TIMESTAMP());
    DECLARE v_deadline DATE;
    DECLARE v_status VARCHAR(10);
    DECLARE v_vacancies SMALLINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _job_lock(p_actor_id, p_job_id, 0);
    SELECT
        COALESCE(p_deadline, deadline),
        status,
        vacancies
    INTO v_deadline, v_status, v_vacancies
    FROM job_postings
    WHERE id = p_job_id
    FOR UPDATE;
    IF v_status = 'open' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This job is already open.';
    END IF;
    IF hired_count_of(p_job_id) >= v_vacancies THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'All openings are filled. Increase the number of openings first.';
    END IF;
    IF v_deadline < v_today OR v_deadline > v_today + INTERVAL 2 YEAR THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'deadline: Choose a day from today to two years ahead.';
    END IF;
    UPDATE job_postings
    SET
        status = 'open',
        closed_at = NULL,
        closed_reason = NULL,
        deadline = v_deadline,
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_job_id;
    CALL _job_audit(
        p_actor_id, 'job_reopen', p_job_id,
        JSON_OBJECT('status', 'closed'), JSON_OBJECT('status', 'open', 'deadline', v_deadline)
    );
    COMMIT;

    SELECT
        id,
        status
    FROM job_postings
    WHERE id = p_job_id;
END //

DELIMITER ;
