-- _account_resume: reopen the postings of an account, and list its events and announcements again.
--
-- Postings whose deadline has passed meanwhile stay closed. The caller holds the lock on the
-- account.
--
-- Parameters
--   p_actor_id  users.id of the actor
--   p_user_id   users.id of the account
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _account_resume;

DELIMITER //

CREATE PROCEDURE _account_resume (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Reopen the postings of an account, and list its events again.'
BEGIN
    UPDATE job_postings
    SET closed_at = closes_at, closed_reason = 'deadline', updated_by = p_actor_id
    WHERE
        poster_id = p_user_id
        AND closed_reason = 'account'
        AND closes_at <= UTC_TIMESTAMP();
    UPDATE job_postings
    SET status = 'open', closed_at = NULL, closed_reason = NULL, updated_by = p_actor_id
    WHERE poster_id = p_user_id AND closed_reason = 'account';
    UPDATE events
    SET is_suspended = 0, updated_by = p_actor_id
    WHERE creator_id = p_user_id AND is_suspended = 1;
    UPDATE announcements
    SET is_suspended = 0, updated_by = p_actor_id
    WHERE author_id = p_user_id AND is_suspended = 1;
END //

DELIMITER ;
