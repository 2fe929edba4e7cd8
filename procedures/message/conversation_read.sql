-- conversation_read: read a conversation, newest messages first.
--
-- Parameters
--   p_actor_id         users.id of one participant
--   p_conversation_id  conversations.id
--   p_before           next_before of the previous page: older messages; NULL: the newest
--   p_limit            messages per page, 1 to 100; NULL: 50
-- Result sets
--   conversation (one)  id, other_id, name, photo, directory (NULL: no profile visible to the
--                       actor), state, is_asker, folder, is_blocked (1: one of them has blocked the
--                       other), is_gone (1: the other account is inactive), receipt_id (the last
--                       message the other has read; NULL: not visible to the actor)
--   messages (many)     id, sender_id, is_mine, body, sent_at, is_deleted (1: unsent),
--                       can_take_back, attachment_id, attachment_name, attachment_type,
--                       attachment_size (bytes), oldest first
--   page (one)          next_before (NULL: the end)
-- Errors
--   45400  p_before is not a cursor of this list
--   45401  not signed in
--   45404  no such conversation of the actor
-- Example
--   CALL conversation_read(2, 1, NULL, 50);

DROP PROCEDURE IF EXISTS conversation_read;

DELIMITER //

CREATE PROCEDURE conversation_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_before VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a conversation. | conversation: one, messages: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 50), 1), 100);
    DECLARE v_role VARCHAR(20);
    DECLARE v_other_id BIGINT UNSIGNED;
    DECLARE v_before_id BIGINT UNSIGNED;
    DECLARE v_ids JSON;
    DECLARE v_next BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_cursor(p_before);
    SELECT other_id INTO v_other_id
    FROM conversation_participants
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    IF v_other_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Conversation not found.';
    END IF;
    SET v_before_id = COALESCE(p_before, 18446744073709551615);

    SELECT
        p.conversation_id AS id,
        p.other_id,
        p.folder,
        c.state,
        name_of(v_other_id) AS name,
        photo_of(p_actor_id, v_other_id) AS photo,
        c.created_by <=> p_actor_id AS is_asker,
        is_blocked_between(p_actor_id, v_other_id) AS is_blocked,
        role_of(v_other_id) IS NULL AS is_gone,
        IF(
            can_see_person(p_actor_id, v_other_id, 'profile'),
            CASE role_of(v_other_id) WHEN 'alumni' THEN 'alumni' WHEN 'student' THEN 'students' END,
            NULL
        ) AS directory,
        IF(
            has_message_receipts(p_actor_id) AND has_message_receipts(v_other_id),
            o.receipt_id, NULL
        ) AS receipt_id
    FROM conversation_participants AS p
    JOIN conversations AS c ON c.id = p.conversation_id
    JOIN conversation_participants AS o
        ON o.conversation_id = p.conversation_id AND o.user_id = v_other_id
    WHERE p.user_id = p_actor_id AND p.conversation_id = p_conversation_id;

    -- Fetch one row more than the page to find out whether there is an older page.
    SELECT
        JSON_ARRAYAGG(IF(r.position <= v_limit, r.id, NULL)),
        IF(COUNT(*) > v_limit, MAX(IF(r.position = v_limit, r.id, NULL)), NULL)
    INTO v_ids, v_next
    FROM (
        SELECT
            w.id,
            ROW_NUMBER() OVER (ORDER BY w.id DESC) AS position
        FROM (
            SELECT m.id
            FROM messages AS m FORCE INDEX (ix_messages_conversation_id_id)
            LEFT JOIN message_removals AS x
                ON x.message_id = m.id AND x.user_id = p_actor_id
            WHERE
                m.conversation_id = p_conversation_id
                AND m.id < v_before_id
                AND x.message_id IS NULL
            ORDER BY m.conversation_id DESC, m.id DESC
            LIMIT 101
        ) AS w
    ) AS r;
    CALL _message_rows(p_actor_id, v_ids);

    SELECT v_next AS next_before;
END //

DELIMITER ;
