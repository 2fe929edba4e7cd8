-- _event_walk: find the next events of a list.
--
-- Words that fewer than a thousand events have lead to those events (FULLTEXT). Otherwise reads a
-- window of an index after the last page, so that a page costs the same at any size, and says where
-- to continue if the window ended before the page was full. "Mine" starts from the person's rows:
-- the newest 500 of each type of part.
--
-- Parameters
--   p_actor_id      users.id; NULL: a visitor
--   p_role          the actor's role
--   p_view          upcoming, past: what the actor may see; mine, mine_past: events in which the
--                   actor has a part; upcoming ones are ordered by start, past ones
--                   in reverse
--   p_words         JSON array of words that must all occur in title, venue or description
--   p_is_online     1: only events that can be joined online; NULL: any
--   p_from          UTC; upcoming ones that start at this time or later; NULL: any
--   p_after_at      starts_at of the last event of the previous page; NULL: the first page
--   p_after_id      its id
--   p_limit         rows per page
--   p_ids           their ids in order, separated by commas; NULL: none
--   p_next_after    cursor of the next page; NULL: the end
--   p_is_continued  1: this page is not full, and there may be more
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_walk;

DELIMITER //

CREATE PROCEDURE _event_walk (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_view VARCHAR(20),
    IN p_words JSON,
    IN p_is_online BOOLEAN,
    IN p_from DATETIME,
    IN p_after_at DATETIME,
    IN p_after_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT,
    OUT p_next_after VARCHAR(60),
    OUT p_is_continued BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find the next events of a list.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_window INT UNSIGNED DEFAULT 300;
    DECLARE v_is_back BOOLEAN DEFAULT p_view IN ('past', 'mine_past');
    DECLARE v_is_mine BOOLEAN DEFAULT p_view IN ('mine', 'mine_past');
    -- A running event may last a month: it is upcoming until it is over.
    DECLARE v_at DATETIME DEFAULT COALESCE(
        p_after_at,
        IF(v_is_back, v_now, GREATEST(v_now - INTERVAL 31 DAY, COALESCE(p_from, '1000-01-01')))
    );
    DECLARE v_id BIGINT UNSIGNED DEFAULT COALESCE(p_after_id, IF(v_is_back, ~0, 0));
    DECLARE v_words VARCHAR(200) DEFAULT _fulltext_words_of(p_words);
    DECLARE v_with_words JSON;
    DECLARE v_seen_count INT UNSIGNED;
    DECLARE v_found_count INT UNSIGNED;
    DECLARE v_seen_last VARCHAR(60);
    DECLARE v_found_last VARCHAR(60);

    IF v_words <> '' AND NOT v_is_mine THEN
        SELECT IF(COUNT(*) < 1000, COALESCE(JSON_ARRAYAGG(m.id), JSON_ARRAY()), NULL)
        INTO v_with_words
        FROM (
            SELECT f.id
            FROM events AS f
            WHERE
                MATCH(f.title, f.description, f.venue)
                AGAINST(v_words IN BOOLEAN MODE) -- noqa: PRS, LT02
            LIMIT 1000
        ) AS m;
    END IF;
    IF v_with_words IS NOT NULL THEN
        SET v_window = 1000;
    END IF;

    WITH parts AS (
        (
            SELECT e.id
            FROM events AS e FORCE INDEX (ix_events_creator_id_starts_at_id)
            WHERE v_is_mine AND e.creator_id = p_actor_id
            ORDER BY e.starts_at DESC
            LIMIT 500
        )
        UNION DISTINCT
        (
            SELECT r.event_id
            FROM event_registrations AS r FORCE INDEX (ix_event_registrations_user_id_id)
            WHERE v_is_mine AND r.user_id = p_actor_id AND r.status <> 'cancelled'
            ORDER BY r.id DESC
            LIMIT 500
        )
        UNION DISTINCT
        (
            SELECT s.event_id
            FROM event_speakers AS s
            WHERE v_is_mine AND s.user_id = p_actor_id AND s.status <> 'declined'
            LIMIT 500
        )
        UNION DISTINCT
        (
            SELECT h.event_id
            FROM event_helpers AS h
            WHERE v_is_mine AND h.user_id = p_actor_id
            LIMIT 500
        )
    ),

    seen AS (
        (
            SELECT
                e.id,
                e.starts_at
            FROM JSON_TABLE(v_with_words, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS w
            JOIN events AS e ON e.id = w.id
            WHERE
                e.is_listed = 1
                AND IF(
                    v_is_back,
                    e.starts_at <= v_at AND (e.starts_at < v_at OR e.id < v_id),
                    e.starts_at >= v_at AND (e.starts_at > v_at OR e.id > v_id)
                )
        )
        UNION ALL
        (
            SELECT
                e.id,
                e.starts_at
            FROM events AS e FORCE INDEX (ix_events_is_listed_starts_at_id)
            WHERE
                p_view = 'upcoming'
                AND v_with_words IS NULL
                AND e.is_listed = 1
                AND e.starts_at >= v_at
                AND (e.starts_at > v_at OR e.id > v_id)
            ORDER BY e.starts_at, e.id
            LIMIT v_window
        )
        UNION ALL
        (
            SELECT
                e.id,
                e.starts_at
            FROM events AS e FORCE INDEX (ix_events_is_listed_starts_at_id)
            WHERE
                p_view = 'past'
                AND v_with_words IS NULL
                AND e.is_listed = 1
                AND e.starts_at <= v_at
                AND (e.starts_at < v_at OR e.id < v_id)
            ORDER BY e.starts_at DESC, e.id DESC
            LIMIT v_window
        )
        UNION ALL
        (
            SELECT
                e.id,
                e.starts_at
            FROM parts AS p
            JOIN events AS e ON e.id = p.id
            WHERE
                p_view = 'mine'
                AND e.is_deleted = 0
                AND e.starts_at >= v_at
                AND (e.starts_at > v_at OR e.id > v_id)
            ORDER BY e.starts_at, e.id
            LIMIT v_window
        )
        UNION ALL
        (
            SELECT
                e.id,
                e.starts_at
            FROM parts AS p
            JOIN events AS e ON e.id = p.id
            WHERE
                p_view = 'mine_past'
                AND e.is_deleted = 0
                AND e.starts_at <= v_at
                AND (e.starts_at < v_at OR e.id < v_id)
            ORDER BY e.starts_at DESC, e.id DESC
            LIMIT v_window
        )
    ),

    fits AS (
        SELECT
            s.id,
            ROW_NUMBER() OVER (
                ORDER BY
                    IF(v_is_back, NULL, s.starts_at), IF(v_is_back, NULL, s.id),
                    s.starts_at DESC, s.id DESC
            ) AS place,
            CONCAT(DATE_FORMAT(s.starts_at, '%Y%m%d%H%i%s'), '-', s.id) AS position,
            (
                (e.ends_at <= v_now) = v_is_back
                AND (v_is_mine OR can_see_event(
                    p_actor_id, p_role, e.creator_id, e.visibility, e.status
                ))
                AND (p_is_online IS NULL OR e.is_online = p_is_online)
                AND NOT EXISTS (
                    SELECT 1
                    FROM
                        JSON_TABLE(
                            p_words, '$[*]' COLUMNS (word VARCHAR(200) PATH '$')
                        ) AS w
                    WHERE LOCATE(w.word, CONCAT_WS(' ', e.title, e.venue, e.description)) = 0
                )
            ) AS is_fitting
        FROM seen AS s
        JOIN events AS e ON e.id = s.id
    ),

    numbered AS (
        SELECT
            id,
            place,
            position,
            is_fitting,
            SUM(is_fitting) OVER (ORDER BY place) AS number
        FROM fits
    )

    SELECT
        GROUP_CONCAT(IF(is_fitting AND number <= p_limit, id, NULL) ORDER BY place),
        MAX(IF(is_fitting AND number = p_limit, position, NULL)),
        COUNT(*),
        MAX(IF(place = v_window, position, NULL)),
        COALESCE(MAX(number), 0)
    INTO p_ids, v_found_last, v_seen_count, v_seen_last, v_found_count
    FROM numbered;

    SET p_is_continued = v_found_count <= p_limit AND v_seen_count = v_window;
    SET p_next_after = CASE
        WHEN v_found_count > p_limit THEN v_found_last
        WHEN p_is_continued THEN v_seen_last
    END;
END //

DELIMITER ;
