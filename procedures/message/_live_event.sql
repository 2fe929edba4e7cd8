-- _live_event: publish a live event to a person's open pages when the transaction commits.
--
-- Call it last in a transaction, and for several people in the order of their ids: see
-- _live_events.
--
-- Parameters
--   p_recipient_id     users.id of the recipient
--   p_kind             live_events.kind
--   p_conversation_id  conversations.id; NULL: none
--   p_subject_id       as live_events.subject_id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _live_event;

DELIMITER //

CREATE PROCEDURE _live_event (
    IN p_recipient_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_subject_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Publish a live event to a person''s open pages when the transaction commits.'
BEGIN
    CALL _live_events(
        p_kind, p_conversation_id, JSON_ARRAY(JSON_ARRAY(p_recipient_id, p_subject_id))
    );
END //

DELIMITER ;
