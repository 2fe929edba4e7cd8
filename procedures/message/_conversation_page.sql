-- _conversation_page: list one page of a folder, newest message first.
--
-- Parameters
--   p_actor_id   users.id
--   p_folder     inbox, requests or archive
--   p_before_id  next_after of the previous page; NULL: the first page
--   p_limit      conversations per page, 1 to 50
--   p_next       cursor of the next page (NULL: the end)
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
COMMENT 'List one page of a folder, newest first. | conversations: many'
BEGIN
    DECLARE v_before_id BIGINT UNSIGNED DEFAULT COALESCE(p_before_id, 18446744073709551615);
    DECLARE v_ids JSON;

    -- Fetch one row more than the page to find out whether there is a next page.
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
