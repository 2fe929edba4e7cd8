-- tr_job_view_update: move a view from the counter of one posting to that of another.

DROP TRIGGER IF EXISTS tr_job_view_update;

DELIMITER //

CREATE TRIGGER tr_job_view_update
AFTER UPDATE ON job_views
FOR EACH ROW
BEGIN
    IF old.job_posting_id <> new.job_posting_id THEN
        UPDATE job_postings
        SET
            views_count = IF(id = new.job_posting_id, views_count + 1, views_count - 1),
            updated_at = updated_at
        WHERE id IN (old.job_posting_id, new.job_posting_id);
    END IF;
END //

DELIMITER ;
