-- conversation_list: list the actor's conversations, newest message first.
--
-- Parameters
--   p_actor_id  users.id
--   p_folder    inbox, requests (received), archive; NULL: inbox
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     conversations per page, 1 to 50; NULL: 20
-- Result sets
--   conversations (many)  id, other_id, name, photo (NULL: not visible to the actor), state,
--                         is_asker, unread_count, is_mine (the last message), excerpt (of the last
--                         message), is_deleted (1: unsent), attachment_name, sent_at
--   page (one)            folder, requests_count (at most 100), next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45422  no such folder
-- Example
--   CALL conversation_list(2, 'inbox', NULL, 20);

DROP PROCEDURE IF EXISTS conversation_list;

DELIMITER //

CREATE PROCEDURE conversation_list (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_folder VARCHAR(20),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the actor''s conversations, newest first. | conversations: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_role VARCHAR(20);
    DECLARE v_folder VARCHAR(20) DEFAULT COALESCE(p_folder, 'inbox');
    DECLARE v_next BIGINT UNSIGNED;
    DECLARE v_requests_count INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_cursor(p_after);
    IF v_folder NOT IN ('inbox', 'requests', 'archive') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'folder: Choose a folder from the list.';
    END IF;
    CALL _conversation_page(p_actor_id, v_folder, p_after, v_limit, v_next);

    SELECT COUNT(*) INTO v_requests_count
    FROM (
        SELECT 1
        FROM conversation_participants
        WHERE
            user_id = p_actor_id
            AND folder = 'requests'
            AND last_message_id IS NOT NULL
        LIMIT 100
    ) AS r;
    SELECT
        v_folder AS folder,
        v_requests_count AS requests_count,
        v_next AS next_after;
END //

DELIMITER ;
