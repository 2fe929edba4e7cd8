-- _conversation_open: find and lock the conversation of two people, or start one.
--
-- The caller has checked that they may write to each other (is_blocked_between, can_see_person).
--
-- Parameters
--   p_actor_id         users.id of the person writing
--   p_other_id         users.id of the other participant
--   p_is_open          1: a new one is open immediately, and a pending one is opened; 0: a new one
--                      is a request until the other person accepts it
--   p_conversation_id  conversations.id, locked
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _conversation_open;

DELIMITER //

CREATE PROCEDURE _conversation_open (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_other_id BIGINT UNSIGNED,
    IN p_is_open BOOLEAN,
    OUT p_conversation_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find and lock the conversation of two people, or start one.'
BEGIN
    -- One statement finds, inserts and locks: two people who write at the same time share one row.
    INSERT INTO conversations (user_one_id, user_two_id, state, created_by)
    VALUES (
        LEAST(p_actor_id, p_other_id), GREATEST(p_actor_id, p_other_id),
        IF(p_is_open, 'open', 'requested'), p_actor_id
    )
    ON DUPLICATE KEY UPDATE
        id = LAST_INSERT_ID(id),
        updated_by = IF(p_is_open AND state <> 'open', p_actor_id, updated_by),
        state = IF(p_is_open, 'open', state);
    SET p_conversation_id = LAST_INSERT_ID();

    INSERT INTO conversation_participants (user_id, conversation_id, other_id, folder)
    VALUES
    (p_actor_id, p_conversation_id, p_other_id, 'inbox'),
    (p_other_id, p_conversation_id, p_actor_id, IF(p_is_open, 'inbox', 'requests'))
    ON DUPLICATE KEY UPDATE
        folder = IF(p_is_open AND folder = 'requests', 'inbox', folder);
END //

DELIMITER ;
