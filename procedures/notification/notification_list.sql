-- notification_list: list the actor's notifications, newest first.
--
-- Parameters
--   p_actor_id  users.id
--   p_view      all or unread; NULL: all
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     notifications per page, 1 to 50; NULL: 20
-- Result sets
--   notifications (many)  id, kind, verb, link, data (JSON), actor_id, actor (name of the last
--                         actor), photo (of the actor), others_count (other actors), is_unread,
--                         happened_at
--   page (one)            view, next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45422  unknown view
-- Example
--   CALL notification_list(2, 'all', NULL, 20);

DROP PROCEDURE IF EXISTS notification_list;

DELIMITER //

CREATE PROCEDURE notification_list (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_view VARCHAR(10),
    IN p_after VARCHAR(60),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the actor''s notifications, newest first. | notifications: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_view VARCHAR(10) DEFAULT COALESCE(p_view, 'all');
    DECLARE v_role VARCHAR(20);
    DECLARE v_before_at DATETIME(6) DEFAULT '9999-12-31';
    DECLARE v_before_id BIGINT UNSIGNED DEFAULT 0;
    DECLARE v_ids JSON;
    DECLARE v_next VARCHAR(60);

    CALL _require_actor(p_actor_id, v_role);
    IF v_view NOT IN ('all', 'unread') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'view: Choose a list from the menu.';
    END IF;
    IF p_after IS NOT NULL THEN
        IF NOT REGEXP_LIKE(
            p_after, '^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}[.][0-9]{6},[0-9]{1,18}$'
        ) THEN
            SIGNAL SQLSTATE '45400'
                SET MESSAGE_TEXT
                = 'This page link is not valid. Go back to the first page.';
        END IF;
        SET
        v_before_at = SUBSTRING_INDEX(p_after, ',', 1),
        v_before_id = SUBSTRING_INDEX(p_after, ',', -1);
    END IF;

    -- Fetch one row more than the page to find out whether there is a next page. Unread ones are
    -- among the listed ones; a page of unread ones skips at most 500 read ones.
    SELECT
        JSON_ARRAYAGG(IF(r.position <= v_limit, r.id, NULL)),
        IF(
            COUNT(*) > v_limit,
            MAX(IF(r.position = v_limit, CONCAT(r.happened_at, ',', r.id), NULL)), NULL
        )
    INTO v_ids, v_next
    FROM (
        SELECT
            w.id,
            w.happened_at,
            ROW_NUMBER() OVER (ORDER BY w.happened_at DESC, w.id DESC) AS position
        FROM (
            SELECT
                l.id,
                l.happened_at
            FROM (
                SELECT
                    id,
                    happened_at,
                    is_unread
                FROM notifications FORCE INDEX (ix_notifications_listed)
                WHERE
                    recipient_id = p_actor_id
                    AND is_listed = 1
                    AND happened_at <= v_before_at
                    AND (happened_at < v_before_at OR id < v_before_id)
                ORDER BY happened_at DESC, id DESC
                LIMIT 500
            ) AS l
            WHERE v_view = 'all' OR l.is_unread = 1
            ORDER BY l.happened_at DESC, l.id DESC
            LIMIT 51
        ) AS w
    ) AS r;

    SELECT
        n.id,
        n.kind,
        n.verb,
        n.link,
        n.data,
        n.happened_at,
        n.last_actor_id AS actor_id,
        name_of(n.last_actor_id) AS actor,
        photo_of(p_actor_id, n.last_actor_id) AS photo,
        GREATEST(CAST(n.actors_count AS SIGNED) - 1, 0) AS others_count,
        COALESCE(n.is_unread, 0) AS is_unread
    FROM
        JSON_TABLE(
            COALESCE(v_ids, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN notifications AS n ON n.id = k.id
    ORDER BY n.happened_at DESC, n.id DESC;

    SELECT
        v_view AS view,
        v_next AS next_after;
END //

DELIMITER ;
