-- _inbox_write: change status and assignee of a message that the caller has locked, and audit it.
--
-- Parameters
--   p_actor_id     users.id of the admin
--   p_action       name of the calling procedure, for the audit log
--   p_kind         contact or feedback
--   p_id           of the message
--   p_from_status  previous status
--   p_to_status    new status
--   p_from_id      users.id of the previous assignee; NULL: nobody
--   p_to_id        users.id of the new assignee; NULL: nobody
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _inbox_write;

DELIMITER //

CREATE PROCEDURE _inbox_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64),
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_from_status VARCHAR(20),
    IN p_to_status VARCHAR(20),
    IN p_from_id BIGINT UNSIGNED,
    IN p_to_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change status and assignee of a message that the caller has locked, and audit it.'
BEGIN
    IF p_from_status <> p_to_status OR NOT p_from_id <=> p_to_id THEN
        IF p_kind = 'contact' THEN
            UPDATE contact_messages
            SET status = p_to_status, assignee_id = p_to_id, updated_by = p_actor_id
            WHERE id = p_id;
        ELSE
            UPDATE feedback
            SET status = p_to_status, assignee_id = p_to_id, updated_by = p_actor_id
            WHERE id = p_id;
        END IF;
        CALL _audit(
            p_actor_id, p_action, IF(p_kind = 'contact', 'contact_messages', 'feedback'), p_id,
            JSON_OBJECT('status', p_from_status, 'assignee_id', p_from_id),
            JSON_OBJECT('status', p_to_status, 'assignee_id', p_to_id)
        );
    END IF;
END //

DELIMITER ;
