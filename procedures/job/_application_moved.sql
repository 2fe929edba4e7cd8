-- _application_moved: record a status change of an application and notify by mail.
--
-- Parameters
--   p_actor_id        users.id of the actor
--   p_application_id  job_applications.id
--   p_from            previous status; NULL: it was submitted
--   p_to              new status
--   p_recipient_id    users.id of the recipient
--   p_template        the mail
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _application_moved;

DELIMITER //

CREATE PROCEDURE _application_moved (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_application_id BIGINT UNSIGNED,
    IN p_from VARCHAR(20),
    IN p_to VARCHAR(20),
    IN p_recipient_id BIGINT UNSIGNED,
    IN p_template VARCHAR(60)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Record a status change of an application and notify by mail.'
BEGIN
    DECLARE v_data JSON;
    DECLARE v_history_id BIGINT UNSIGNED;

    INSERT INTO job_application_history (
        job_application_id, from_status, to_status, created_at, created_by
    ) VALUES (p_application_id, p_from, p_to, UTC_TIMESTAMP(6), p_actor_id);

    SET v_history_id = LAST_INSERT_ID();

    SELECT
        JSON_OBJECT(
            'job_id', j.id, 'job_title', j.title, 'company_name', j.company_name,
            'application_id', a.id, 'applicant_name', name_of(a.applicant_id), 'status', p_to
        )
    INTO v_data
    FROM job_applications AS a
    JOIN job_postings AS j ON j.id = a.job_posting_id
    WHERE a.id = p_application_id;
    CALL _notify(
        p_actor_id, p_recipient_id, 'application', p_template,
        IF(
            p_template = 'application_received', CONCAT('job-', v_data ->> '$.job_id', '-received'),
            CONCAT('application-', p_application_id)
        ),
        CONCAT('/applications/', p_application_id), v_data, p_template,
        CONCAT(p_template, ':', v_history_id)
    );
END //

DELIMITER ;
