-- person_blocks: list the people whom the actor has blocked.
--
-- Parameters
--   p_actor_id  users.id
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     people per page, 1 to 50; NULL: 20
-- Result sets
--   people (many)  id, name, created_at (of the block)
--   page (one)     next_after (NULL: the end)
-- Errors
--   45401  not signed in
-- Example
--   CALL person_blocks(3, NULL, 20);

DROP PROCEDURE IF EXISTS person_blocks;

DELIMITER //

CREATE PROCEDURE person_blocks (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_after BIGINT UNSIGNED,
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the people whom the actor has blocked. | people: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_role VARCHAR(20);
    DECLARE v_count INT UNSIGNED;
    DECLARE v_last_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT
        blocked_id AS id,
        name_of(blocked_id) AS name,
        created_at
    FROM user_blocks
    WHERE blocker_id = p_actor_id AND blocked_id > COALESCE(p_after, 0)
    ORDER BY blocked_id
    LIMIT v_limit;

    -- Fetch one row more than the page to find out whether there is a next page.
    SELECT
        COUNT(*),
        MAX(IF(b.position = v_limit, b.blocked_id, NULL))
    INTO v_count, v_last_id
    FROM (
        SELECT
            w.blocked_id,
            ROW_NUMBER() OVER (ORDER BY w.blocked_id) AS position
        FROM (
            SELECT blocked_id
            FROM user_blocks
            WHERE blocker_id = p_actor_id AND blocked_id > COALESCE(p_after, 0)
            ORDER BY blocked_id
            LIMIT 51
        ) AS w
    ) AS b;
    SELECT IF(v_count > v_limit, v_last_id, NULL) AS next_after;
END //

DELIMITER ;
