-- tr_job_application_insert: increment a posting's counter when an application is submitted.

DROP TRIGGER IF EXISTS tr_job_application_insert;

DELIMITER //

CREATE TRIGGER tr_job_application_insert
AFTER INSERT ON job_applications
FOR EACH ROW
BEGIN
    -- updated_at records changes of the posting by people; counting does not change it.
    IF new.is_counted = 1 THEN
        UPDATE job_postings
        SET applications_count = applications_count + 1, updated_at = updated_at
        WHERE id = new.job_posting_id;
    END IF;
END //

DELIMITER ;
