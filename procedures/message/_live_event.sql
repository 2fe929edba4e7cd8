-- _live_event: tell the open pages of a person that something has changed, once it is committed.
--
-- The person's row of live_streams is held until the transaction ends, so that their events are
-- counted in the order of committing. Call it last in a transaction; where several people are
-- told, in the order of their ids.
--
-- Parameters
--   p_recipient_id     users.id of whose pages are told
--   p_kind             live_events.kind
--   p_conversation_id  conversations.id; NULL: it is about none
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
COMMENT 'Tell the open pages of a person that something has changed, once it is committed.'
BEGIN
    INSERT INTO live_streams (recipient_id, last_sequence)
    VALUES (p_recipient_id, 1)
    ON DUPLICATE KEY UPDATE last_sequence = last_sequence + 1;

    INSERT INTO live_events (recipient_id, sequence, kind, conversation_id, subject_id)
    SELECT
        recipient_id,
        last_sequence,
        p_kind,
        p_conversation_id,
        p_subject_id
    FROM live_streams
    WHERE recipient_id = p_recipient_id;
END //

DELIMITER ;
