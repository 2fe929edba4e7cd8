-- announcement_list: list announcements, page by page.
--
-- The order is the same for everyone: pinned announcements first, in the order set by the office,
-- on the first page; then all others, newest first by publishing time. The priority is displayed
-- and does not change the order.
--
-- Parameters
--   p_actor_id  users.id of the viewer
--   p_view      current: what the actor can see; unread: of those, the unread ones;
--               mine: the actor's own, in any state, newest first; waiting (for the office):
--               pending ones, oldest first; all (for the office): everything in any
--               state, newest first; NULL: current
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   pinned (many)         on the first page of current: as _announcement_rows returns them
--   announcements (many)  likewise
--   page (one)            view, next_after (NULL: the end), waiting_count (for the office, at most
--                         100)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the view is for the office only
--   45422  unknown view
-- Example
--   CALL announcement_list(3, NULL, NULL, 20);
--   CALL announcement_list(1, 'waiting', NULL, 20);

DROP PROCEDURE IF EXISTS announcement_list;

DELIMITER //

CREATE PROCEDURE announcement_list (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_view VARCHAR(20),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List announcements, page by page. | pinned: many, announcements: many, page: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_more INT UNSIGNED DEFAULT v_limit + 1;
    DECLARE v_view VARCHAR(20) DEFAULT COALESCE(p_view, 'current');
    DECLARE v_is_walk BOOLEAN DEFAULT v_view IN ('current', 'unread');
    DECLARE v_pinned_ids TEXT;
    DECLARE v_ids TEXT;
    DECLARE v_next VARCHAR(200);
    DECLARE v_from BIGINT UNSIGNED;
    DECLARE v_waiting_count INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    IF v_view NOT IN ('current', 'unread', 'mine', 'waiting', 'all') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'view: Choose a list from the menu.';
    ELSEIF v_view IN ('waiting', 'all') AND v_role <> 'admin' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only the alumni office can do this.';
    ELSEIF NOT v_is_walk AND NOT REGEXP_LIKE(COALESCE(p_after, '0'), '^[0-9]{1,19}$') THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page link is not valid. Go back to the first page.';
    END IF;

    IF v_is_walk THEN
        IF v_view = 'current' AND p_after IS NULL THEN
            CALL _announcement_pinned_ids(p_actor_id, v_role, v_pinned_ids);
        END IF;
        CALL _announcement_ids(
            p_actor_id, v_role, v_view = 'unread', p_after, v_limit, v_ids, v_next
        );
    ELSE
        SET v_from = COALESCE(p_after, IF(v_view = 'waiting', 0, ~0));
        IF v_view = 'mine' THEN
            SELECT GROUP_CONCAT(n.id ORDER BY n.id DESC) INTO v_ids
            FROM (
                SELECT a.id
                FROM announcements AS a FORCE INDEX (ix_announcements_author_id_id)
                WHERE a.author_id = p_actor_id AND a.is_deleted = 0 AND a.id < v_from
                ORDER BY a.id DESC
                LIMIT v_more
            ) AS n;
        ELSEIF v_view = 'all' THEN
            SELECT GROUP_CONCAT(n.id ORDER BY n.id DESC) INTO v_ids
            FROM (
                SELECT a.id
                FROM announcements AS a FORCE INDEX (ix_announcements_is_deleted_id)
                WHERE a.is_deleted = 0 AND a.id < v_from
                ORDER BY a.id DESC
                LIMIT v_more
            ) AS n;
        ELSE
            SELECT GROUP_CONCAT(n.id ORDER BY n.id) INTO v_ids
            FROM (
                SELECT a.id
                FROM announcements AS a FORCE INDEX (ix_announcements_is_waiting_id)
                WHERE a.is_waiting = 1 AND a.id > v_from
                ORDER BY a.id
                LIMIT v_more
            ) AS n;
        END IF;
        IF LENGTH(v_ids) - LENGTH(REPLACE(v_ids, ',', '')) >= v_limit THEN
            SET v_ids = SUBSTRING_INDEX(v_ids, ',', v_limit);
            SET v_next = SUBSTRING_INDEX(v_ids, ',', -1);
        END IF;
    END IF;
    IF v_role = 'admin' THEN
        SELECT COUNT(*) INTO v_waiting_count
        FROM (
            SELECT id FROM announcements
            WHERE is_waiting = 1
            LIMIT 100
        ) AS waiting;
    END IF;

    CALL _announcement_rows(p_actor_id, v_pinned_ids);
    CALL _announcement_rows(p_actor_id, v_ids);
    SELECT
        v_view AS view,
        v_next AS next_after,
        v_waiting_count AS waiting_count;
END //

DELIMITER ;
