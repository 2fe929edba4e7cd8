-- tr_job_view_insert: count a view of a posting.

DROP TRIGGER IF EXISTS tr_job_view_insert;

DELIMITER //

CREATE TRIGGER tr_job_view_insert
AFTER INSERT ON job_views
FOR EACH ROW
BEGIN
    UPDATE job_postings
    SET views_count = views_count + 1, updated_at = updated_at
    WHERE id = new.job_posting_id;
END //

DELIMITER ;
