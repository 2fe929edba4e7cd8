-- ev_close_jobs: close postings whose deadline has passed, every minute.

DROP EVENT IF EXISTS ev_close_jobs;

DELIMITER //

CREATE EVENT ev_close_jobs
ON SCHEDULE EVERY 1 MINUTE
COMMENT 'Close postings whose deadline has passed.'
DO
BEGIN
    CALL _jobs_close_due();
END //

DELIMITER ;
