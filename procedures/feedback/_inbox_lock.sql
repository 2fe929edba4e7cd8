-- _inbox_lock: hold a message of the office's inbox, or refuse one that is not there.
--
-- Parameters
--   p_kind         contact or feedback
--   p_id           of the message
--   p_is_deleted   1: also one that is deleted; 0: such a one is not there
--   p_status       new, open, resolved or spam
--   p_assignee_id  users.id of who cares for it; NULL: nobody
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
COMMENT 'Hold a message of the office''s inbox, or refuse one that is not there.'
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
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such message.';
    END IF;
END //

DELIMITER ;
