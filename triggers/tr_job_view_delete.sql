-- tr_job_view_delete: decrement the counter of a posting when a view is deleted.

DROP TRIGGER IF EXISTS tr_job_view_delete;

DELIMITER //

CREATE TRIGGER tr_job_view_delete
AFTER DELETE ON job_views
FOR EACH ROW
BEGIN
    UPDATE job_postings
    SET views_count = views_count - 1, updated_at = updated_at
    WHERE id = old.job_posting_id;
END //

DELIMITER ;
