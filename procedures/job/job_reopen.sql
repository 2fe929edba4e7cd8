-- job_reopen: take applications again.
--
-- Parameters
--   p_actor_id  users.id of the poster or an admin
--   p_job_id    job_postings.id
--   p_deadline  a new last day to apply; NULL: the old one stays, which must not have passed
-- Result sets
--   job (one)  id, status
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's posting
--   45404  no such posting
--   45409  it is open already, or every place is taken
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
COMMENT 'Take applications again. | job: one'
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
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This job is open already.';
    END IF;
    IF hired_count_of(p_job_id) >= v_vacancies THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Every place is taken. Raise the number of vacancies first.';
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
