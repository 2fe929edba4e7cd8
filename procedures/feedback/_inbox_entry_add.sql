-- _inbox_entry_add: add a note or an answer to a message.
--
-- Parameters
--   p_actor_id  users.id of the admin
--   p_kind      contact or feedback
--   p_id        of the message
--   p_as        note or answer
--   p_content   its text
--   p_entry_id  inbox_entries.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _inbox_entry_add;

DELIMITER //

CREATE PROCEDURE _inbox_entry_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_as VARCHAR(20),
    IN p_content MEDIUMTEXT,
    OUT p_entry_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add a note or an answer to a message.'
BEGIN
    INSERT INTO inbox_entries (
        contact_message_id, feedback_id, kind, content, created_at, created_by
    ) VALUES (
        IF(p_kind = 'contact', p_id, NULL), IF(p_kind = 'feedback', p_id, NULL), p_as, p_content,
        UTC_TIMESTAMP(6), p_actor_id
    );
    SET p_entry_id = LAST_INSERT_ID();
END //

DELIMITER ;
