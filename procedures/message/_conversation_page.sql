-- _conversation_page: a page of a folder, the conversation with the newest message first.
--
-- Parameters
--   p_actor_id   users.id
--   p_folder     inbox, requests or archive
--   p_before_id  next_after of the page before; NULL: the first page
--   p_limit      conversations of a page, 1 to 50
--   p_next       for the page after (NULL: the end)
-- Result sets
--   conversations (many)  as in conversation_list
-- Errors
--   none

DROP PROCEDURE IF EXISTS _conversation_page;

DELIMITER //

CREATE PROCEDURE _conversation_page (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_folder VARCHAR(20),
    IN p_before_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_next BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'A page of a folder, the newest first. | conversations: many'
BEGIN
    DECLARE v_before_id BIGINT UNSIGNED DEFAULT COALESCE(p_before_id, 18446744073709551615);
    DECLARE v_ids JSON;

    -- One more than the page has, to see whether there is a next one.
    SELECT
        JSON_ARRAYAGG(IF(r.position <= p_limit, r.conversation_id, NULL)),
        IF(COUNT(*) > p_limit, MAX(IF(r.position = p_limit, r.last_message_id, NULL)), NULL)
    INTO v_ids, p_next
    FROM (
        SELECT
            w.conversation_id,
            w.last_message_id,
            ROW_NUMBER() OVER (ORDER BY w.last_message_id DESC) AS position
        FROM (
            SELECT
                conversation_id,
                last_message_id
            FROM
                conversation_participants FORCE INDEX (ix_conversation_participants_folder)
            WHERE
                user_id = p_actor_id
                AND folder = p_folder
                AND last_message_id < v_before_id
            ORDER BY last_message_id DESC
            LIMIT 51
        ) AS w
    ) AS r;

    CALL _conversation_rows(p_actor_id, v_ids);
END //

DELIMITER ;
