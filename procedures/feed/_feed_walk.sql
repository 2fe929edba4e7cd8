-- _feed_walk: find the next posts of a list that a person may see.
--
-- Reads a window of three pages: the cost grows with the page and the number of people followed,
-- never with the table. A page may be short; p_next says whether there is more.
--
-- Parameters
--   p_actor_id   users.id of the viewer
--   p_view       everything, following or person
--   p_author_id  users.id of the author, for person
--   p_after      posts.id at the end of the previous page; NULL: the first page
--   p_limit      maximum number of posts
--   p_ids        JSON array of posts.id, with NULLs
--   p_next       posts.id to continue with; NULL: the end
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _feed_walk;

DELIMITER //

CREATE PROCEDURE _feed_walk (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_view VARCHAR(20),
    IN p_author_id BIGINT UNSIGNED,
    IN p_after BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_ids JSON,
    OUT p_next BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find the next posts of a list that a person may see.'
BEGIN
    DECLARE v_before BIGINT UNSIGNED DEFAULT COALESCE(p_after, 9223372036854775807);
    DECLARE v_more INT UNSIGNED DEFAULT p_limit + 1;
    DECLARE v_window INT UNSIGNED DEFAULT 3 * p_limit;
    DECLARE v_candidates JSON;
    DECLARE v_count INT UNSIGNED DEFAULT 0;
    DECLARE v_last_id BIGINT UNSIGNED;
    DECLARE v_floor BIGINT UNSIGNED;

    IF p_view = 'following' THEN
        -- A few posts per person: active authors do not hide the others. If someone has more, the
        -- page ends with the last of theirs that was read, so that nothing is left out.
        SELECT
            JSON_ARRAYAGG(w.id),
            COUNT(*),
            MIN(w.id),
            MAX(IF(w.position = v_more, w.id, NULL))
        INTO v_candidates, v_count, v_last_id, v_floor
        FROM (
            SELECT
                n.id,
                ROW_NUMBER() OVER (PARTITION BY a.author_id ORDER BY n.id DESC) AS position
            FROM (
                SELECT
                    f.author_id,
                    (
                        SELECT JSON_ARRAYAGG(l.id)
                        FROM (
                            SELECT p.id
                            FROM posts AS p FORCE INDEX (ix_posts_author_id_is_deleted_id)
                            WHERE
                                p.author_id = f.author_id
                                AND p.is_deleted = 0
                                AND p.id < v_before
                            ORDER BY p.id DESC
                            LIMIT v_more
                        ) AS l
                    ) AS ids
                FROM (
                    SELECT followed_id AS author_id
                    FROM follows
                    WHERE follower_id = p_actor_id
                    UNION ALL
                    SELECT p_actor_id
                ) AS f
            ) AS a
            CROSS JOIN JSON_TABLE(a.ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS n
            ORDER BY n.id DESC
            LIMIT v_window
        ) AS w;
    ELSEIF p_view = 'person' THEN
        SELECT
            JSON_ARRAYAGG(w.id),
            COUNT(*),
            MIN(w.id)
        INTO v_candidates, v_count, v_last_id
        FROM (
            SELECT id
            FROM posts FORCE INDEX (ix_posts_author_id_is_deleted_id)
            WHERE author_id = p_author_id AND is_deleted = 0 AND id < v_before
            ORDER BY id DESC
            LIMIT v_window
        ) AS w;
    ELSE
        SELECT
            JSON_ARRAYAGG(w.id),
            COUNT(*),
            MIN(w.id)
        INTO v_candidates, v_count, v_last_id
        FROM (
            SELECT id
            FROM posts FORCE INDEX (ix_posts_is_deleted_id)
            WHERE is_deleted = 0 AND id < v_before
            ORDER BY id DESC
            LIMIT v_window
        ) AS w;
    END IF;

    -- The viewer may not see some posts of the window: a page may be short although there is more.
    SELECT
        JSON_ARRAYAGG(IF(r.position <= p_limit, r.id, NULL)),
        IF(
            COUNT(*) > p_limit,
            MAX(IF(r.position = p_limit, r.id, NULL)),
            IF(
                v_floor IS NOT NULL OR v_count = v_window,
                GREATEST(v_last_id, COALESCE(v_floor, 0)), NULL
            )
        )
    INTO p_ids, p_next
    FROM (
        SELECT
            p.id,
            ROW_NUMBER() OVER (ORDER BY p.id DESC) AS position
        FROM
            JSON_TABLE(
                COALESCE(v_candidates, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
            ) AS k
        JOIN posts AS p ON p.id = k.id
        WHERE
            p.id >= COALESCE(v_floor, 0)
            AND can_see_post(p_actor_id, p.author_id, p.visibility)
    ) AS r;
END //

DELIMITER ;
