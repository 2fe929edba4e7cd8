-- _live_events: publish a live event to the open pages of several people.
-- It is visible when the transaction commits.
--
-- The recipient's row of live_streams is locked until the transaction ends, so that events are
-- numbered in commit order. Call it last in a transaction. People are processed in the order
-- of their ids.
--
-- Parameters
--   p_kind             live_events.kind
--   p_conversation_id  conversations.id; NULL: none
--   p_people           JSON array of arrays: users.id of the recipient, and
--                      live_events.subject_id; empty entries are skipped
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _live_events;

DELIMITER //

CREATE PROCEDURE _live_events (
    IN p_kind VARCHAR(20),
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_people JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Publish a live event to the open pages of several people when the transaction commits.'
BEGIN
    INSERT INTO live_streams (recipient_id, last_sequence)
    SELECT
        t.recipient_id,
        1
    FROM
        JSON_TABLE(p_people, '$[*]' COLUMNS (recipient_id BIGINT UNSIGNED PATH '$[0]')) AS t
    WHERE t.recipient_id IS NOT NULL
    ORDER BY t.recipient_id
    ON DUPLICATE KEY UPDATE last_sequence = live_streams.last_sequence + 1;

    INSERT INTO live_events (recipient_id, sequence, kind, conversation_id, subject_id)
    -- By primary key: a scan of a small table would lock everyone's counters.
    SELECT
        /*+ JOIN_ORDER(t, s) JOIN_INDEX(s PRIMARY) */
        s.recipient_id,
        s.last_sequence,
        p_kind,
        p_conversation_id,
        t.subject_id
    FROM
        JSON_TABLE(
            p_people, '$[*]' COLUMNS (
                recipient_id BIGINT UNSIGNED PATH '$[0]',
                subject_id BIGINT UNSIGNED PATH '$[1]'
            )
        ) AS t
    JOIN live_streams AS s ON s.recipient_id = t.recipient_id;
END //

DELIMITER ;
