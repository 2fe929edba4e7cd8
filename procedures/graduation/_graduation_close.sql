-- _graduation_close: close a graduation request that was answered in another way.
--
-- The caller holds the lock on the account.
--
-- Parameters
--   p_actor_id  users.id of the actor; NULL: a database client
--   p_user_id   users.id of the student
--   p_status    approved or withdrawn
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _graduation_close;

DELIMITER //

CREATE PROCEDURE _graduation_close (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_status VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Close a graduation request that was answered in another way.'
BEGIN
    DECLARE v_request_id BIGINT UNSIGNED;

    SELECT id INTO v_request_id
    FROM graduation_requests
    WHERE user_id = p_user_id AND is_pending = 1;

    IF v_request_id IS NOT NULL THEN
        UPDATE graduation_requests
        SET
            status = p_status,
            decided_at = IF(p_status = 'approved', UTC_TIMESTAMP(), NULL),
            updated_by = p_actor_id
        WHERE id = v_request_id;
    END IF;
END //

DELIMITER ;
