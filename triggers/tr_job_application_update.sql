-- tr_job_application_update: update the counter when an application is restored or deleted.

DROP TRIGGER IF EXISTS tr_job_application_update;

DELIMITER //

CREATE TRIGGER tr_job_application_update
AFTER UPDATE ON job_applications
FOR EACH ROW
BEGIN
    -- A row may also be moved to another posting; each posting counts its own rows.
    IF old.is_counted <> new.is_counted OR old.job_posting_id <> new.job_posting_id THEN
        UPDATE job_postings
        SET applications_count = applications_count - old.is_counted, updated_at = updated_at
        WHERE id = old.job_posting_id;
        UPDATE job_postings
        SET applications_count = applications_count + new.is_counted, updated_at = updated_at
        WHERE id = new.job_posting_id;
    END IF;
END //

DELIMITER ;
