-- feed_search: search posts: the newest of the 200 best matches.
--
-- Parameters
--   p_actor_id  users.id of the viewer
--   p_search    up to three words, as prefixes; at least three letters each
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     posts per page, 1 to 50; NULL: 20
-- Result sets
--   posts (many)  as feed_read returns them
--   page (one)    next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45422  no searchable word
-- Example
--   CALL feed_search(3, 'hiring', NULL, 20);

DROP PROCEDURE IF EXISTS feed_search;

DELIMITER //

CREATE PROCEDURE feed_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_search VARCHAR(200),
    IN p_after VARCHAR(20),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Search posts. | posts: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_terms JSON DEFAULT search_terms_of(p_search, 0);
    DECLARE v_words VARCHAR(200) DEFAULT fulltext_of(
        prefix_of(v_terms, 0), prefix_of(v_terms, 1), prefix_of(v_terms, 2)
    );
    DECLARE v_role VARCHAR(20);
    DECLARE v_ids JSON;
    DECLARE v_next BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_cursor(p_after);
    IF v_words = '' THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'search: Enter words of three letters or more.';
    END IF;

    SELECT
        JSON_ARRAYAGG(IF(r.position <= v_limit, r.id, NULL)),
        IF(COUNT(*) > v_limit, MAX(IF(r.position = v_limit, r.id, NULL)), NULL)
    INTO v_ids, v_next
    FROM (
        SELECT
            p.id,
            ROW_NUMBER() OVER (ORDER BY p.id DESC) AS position
        FROM (
            SELECT f.id
            FROM posts AS f
            WHERE MATCH(f.body) AGAINST(v_words IN BOOLEAN MODE) -- noqa: PRS
            ORDER BY MATCH(f.body) AGAINST(v_words IN BOOLEAN MODE) DESC
            LIMIT 200
        ) AS k
        JOIN posts AS p ON p.id = k.id
        WHERE
            p.is_deleted = 0
            AND p.id < COALESCE(p_after, 9223372036854775807)
            AND can_see_post(p_actor_id, p.author_id, p.visibility)
    ) AS r;

    CALL _post_rows(p_actor_id, v_ids);
    SELECT v_next AS next_after;
END //

DELIMITER ;
