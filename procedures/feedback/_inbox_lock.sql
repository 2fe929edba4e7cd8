-- _inbox_lock: lock a message of the office's inbox, or refuse a missing one.
--
-- Parameters
--   p_kind         contact or feedback
--   p_id           of the message
--   p_is_deleted   1: include a deleted one; 0: a deleted one counts as missing
--   p_status       new, open, resolved or spam
--   p_assignee_id  users.id of the assignee; NULL: nobody
-- Result sets
--   none
-- Errors
--   45404  no such message

DROP PROCEDURE IF EXISTS _inbox_lock;

DELIMITER //

CREATE PROCEDURE _inbox_lock (
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN,
    OUT p_status VARCHAR(20),
    OUT p_assignee_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock a message of the office''s inbox, or refuse a missing one.'
BEGIN
    SET p_status = NULL, p_assignee_id = NULL;
    IF p_kind = 'contact' THEN
        SELECT
            status,
            assignee_id
        INTO p_status, p_assignee_id
        FROM contact_messages
        WHERE id = p_id AND (is_deleted = 0 OR p_is_deleted)
        FOR UPDATE;
    ELSEIF p_kind = 'feedback' THEN
        SELECT
            status,
            assignee_id
        INTO p_status, p_assignee_id
        FROM feedback
        WHERE id = p_id AND (is_deleted = 0 OR p_is_deleted)
        FOR UPDATE;
    END IF;
    IF p_status IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Message not found.';
    END IF;
END //

DELIMITER ;
