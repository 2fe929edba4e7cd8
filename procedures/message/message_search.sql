-- message_search: search the actor's conversations and messages.
-- By the other participant's name, and by words.
--
-- Words match as prefixes, the first three are used. Reads only the searcher's own index, however
-- many messages there are on the platform. Names are searched among the 500 conversations with
-- the newest messages.
--
-- Parameters
--   p_actor_id  users.id
--   p_search    words that must all occur
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     messages per page, 1 to 50; NULL: 20
-- Result sets
--   conversations (many)  as in conversation_list; on the first page only, at most 10
--   messages (many)       id, conversation_id, name (of the other participant), is_mine, excerpt,
--                         attachment_name, sent_at, newest first
--   page (one)            next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
-- Example
--   CALL message_search(2, 'thank', NULL, 20);

DROP PROCEDURE IF EXISTS message_search;

DELIMITER //

CREATE PROCEDURE message_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_search VARCHAR(200),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Search the actor''s conversations and messages. | conversations: many, messages: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_role VARCHAR(20);
    DECLARE v_terms JSON DEFAULT search_terms_of(p_search, 0);
    DECLARE v_one VARCHAR(41) DEFAULT prefix_of(v_terms, 0);
    DECLARE v_two VARCHAR(41) DEFAULT prefix_of(v_terms, 1);
    DECLARE v_three VARCHAR(41) DEFAULT prefix_of(v_terms, 2);
    DECLARE v_before_id BIGINT UNSIGNED;
    DECLARE v_conversations JSON;
    DECLARE v_messages JSON;
    DECLARE v_next BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_cursor(p_after);
    SET v_before_id = COALESCE(p_after, 18446744073709551615);

    IF p_after IS NULL AND v_one IS NOT NULL THEN
        SELECT JSON_ARRAYAGG(f.conversation_id) INTO v_conversations
        FROM (
            SELECT w.conversation_id
            FROM (
                SELECT
                    conversation_id,
                    other_id
                FROM conversation_participants
                WHERE user_id = p_actor_id AND last_message_id IS NOT NULL
                ORDER BY last_message_id DESC
                LIMIT 500
            ) AS w
            -- With a leading blank, so that any word of the name can match as a prefix.
            WHERE
                CONCAT(' ', name_of(w.other_id)) LIKE CONCAT('% ', v_one)
                AND (
                    v_two IS NULL
                    OR CONCAT(' ', name_of(w.other_id)) LIKE CONCAT('% ', v_two)
                )
            LIMIT 10
        ) AS f;
    END IF;
    CALL _conversation_rows(p_actor_id, v_conversations);

    -- Fetch one row more than the page to find out whether there is a next page.
    SELECT
        JSON_ARRAYAGG(IF(r.position <= v_limit, r.message_id, NULL)),
        IF(COUNT(*) > v_limit, MAX(IF(r.position = v_limit, r.message_id, NULL)), NULL)
    INTO v_messages, v_next
    FROM (
        SELECT
            w.message_id,
            ROW_NUMBER() OVER (ORDER BY w.message_id DESC) AS position
        FROM (
            SELECT DISTINCT t.message_id
            FROM message_terms AS t
            WHERE
                t.user_id = p_actor_id
                AND t.term LIKE v_one
                AND t.message_id < v_before_id
                AND (
                    v_two IS NULL
                    OR EXISTS (
                        SELECT /*+ NO_SEMIJOIN() */ 1
                        FROM message_terms AS u FORCE INDEX (ix_message_terms_message_id)
                        WHERE
                            u.message_id = t.message_id
                            AND u.user_id = p_actor_id
                            AND u.term LIKE v_two
                    )
                )
                AND (
                    v_three IS NULL
                    OR EXISTS (
                        SELECT /*+ NO_SEMIJOIN() */ 1
                        FROM message_terms AS u FORCE INDEX (ix_message_terms_message_id)
                        WHERE
                            u.message_id = t.message_id
                            AND u.user_id = p_actor_id
                            AND u.term LIKE v_three
                    )
                )
            ORDER BY t.message_id DESC
            LIMIT 51
        ) AS w
    ) AS r;

    SELECT
        m.id,
        m.conversation_id,
        m.sent_at,
        a.file_name AS attachment_name,
        name_of(p.other_id) AS name,
        m.sender_id = p_actor_id AS is_mine,
        LEFT(m.body, 300) AS excerpt
    FROM
        JSON_TABLE(
            COALESCE(v_messages, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN messages AS m ON m.id = k.id
    JOIN conversation_participants AS p
        ON p.conversation_id = m.conversation_id AND p.user_id = p_actor_id
    LEFT JOIN message_attachments AS a ON a.message_id = m.id
    ORDER BY m.id DESC;

    SELECT v_next AS next_after;
END //

DELIMITER ;
