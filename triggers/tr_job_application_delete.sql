-- tr_job_application_delete: decrement the counter when an application is deleted.

DROP TRIGGER IF EXISTS tr_job_application_delete;

DELIMITER //

CREATE TRIGGER tr_job_application_delete
AFTER DELETE ON job_applications
FOR EACH ROW
BEGIN
    IF old.is_counted = 1 THEN
        UPDATE job_postings
        SET applications_count = applications_count - 1, updated_at = updated_at
        WHERE id = old.job_posting_id;
    END IF;
END //

DELIMITER ;
