-- _account_suspend: close the postings of an account, and take its events out of the lists.
--
-- For an account that is blocked or deleted; _account_resume is the way back. The caller holds the
-- lock on the account.
--
-- Parameters
--   p_actor_id  users.id of the actor
--   p_user_id   users.id of the account
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _account_suspend;

DELIMITER //

CREATE PROCEDURE _account_suspend (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Close the postings of an account, and take its events out of the lists.'
BEGIN
    UPDATE job_postings
    SET
        status = 'closed',
        closed_at = UTC_TIMESTAMP(),
        closed_reason = 'account',
        updated_by = p_actor_id
    WHERE poster_id = p_user_id AND status = 'open';
    UPDATE events
    SET is_suspended = 1, updated_by = p_actor_id
    WHERE
        creator_id = p_user_id
        AND is_suspended = 0
        AND status = 'published'
        AND ends_at > UTC_TIMESTAMP();
END //

DELIMITER ;
