-- _notifications_write: add an event to people's notifications, or merge it into an unread one.
--
-- Parameters
--   p_actor_id   users.id of the actor; NULL: nobody
--   p_kind       notification_kinds.name
--   p_verb       verb of the notification
--   p_group_key  subject of the notification
--   p_link       path of the page to open
--   p_data       data for the text
--   p_people     JSON array of objects: user_id, is_noted (0: skipped), is_in_app, mail
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _notifications_write;

DELIMITER //

CREATE PROCEDURE _notifications_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_verb VARCHAR(40),
    IN p_group_key VARCHAR(80),
    IN p_link VARCHAR(200),
    IN p_data JSON,
    IN p_people JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add an event to people''s notifications, or merge it into an unread one.'
BEGIN
    DECLARE v_now DATETIME(6) DEFAULT UTC_TIMESTAMP(6);
    DECLARE v_notes JSON;
    DECLARE v_shown JSON;

    INSERT INTO notifications (
        recipient_id, kind, verb, group_key, link, data, last_actor_id, actors_count,
        is_in_app, digest, happened_at
    )
    SELECT
        t.user_id,
        p_kind,
        p_verb,
        p_group_key,
        p_link,
        p_data,
        p_actor_id,
        0,
        t.is_in_app,
        IF(t.mail IN ('daily', 'weekly'), t.mail, NULL),
        v_now
    FROM
        JSON_TABLE(
            p_people, '$[*]' COLUMNS (
                user_id BIGINT UNSIGNED PATH '$.user_id',
                is_noted TINYINT PATH '$.is_noted',
                is_in_app TINYINT PATH '$.is_in_app',
                mail VARCHAR(10) PATH '$.mail'
            )
        ) AS t
    WHERE t.is_noted = 1
    ORDER BY t.user_id
    ON DUPLICATE KEY UPDATE
        verb = p_verb,
        link = p_link,
        data = p_data,
        last_actor_id = p_actor_id,
        is_in_app = t.is_in_app,
        digest = IF(t.mail IN ('daily', 'weekly'), t.mail, NULL),
        happened_at = v_now;

    -- With a lock: the snapshot may contain accounts that have been deleted meanwhile. By the
    -- unique key: a scan of a small table would lock everyone's notifications.
    SELECT
        /*+ JOIN_ORDER(t, n) JOIN_INDEX(n uq_notifications_open_key) */
        JSON_ARRAYAGG(n.id),
        JSON_ARRAYAGG(IF(n.is_in_app, JSON_ARRAY(n.recipient_id, n.id), JSON_ARRAY()))
    INTO v_notes, v_shown
    FROM
        JSON_TABLE(
            p_people, '$[*]' COLUMNS (
                user_id BIGINT UNSIGNED PATH '$.user_id',
                is_noted TINYINT PATH '$.is_noted'
            )
        ) AS t
    JOIN notifications AS n ON n.recipient_id = t.user_id AND n.open_key = p_group_key
    WHERE t.is_noted = 1
    FOR UPDATE OF n;

    IF p_actor_id IS NOT NULL THEN
        -- People who are already listed are not counted again.
        INSERT INTO notification_actors (notification_id, actor_id)
        SELECT
            t.id,
            p_actor_id
        FROM JSON_TABLE(v_notes, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS t
        ORDER BY t.id
        ON DUPLICATE KEY UPDATE actor_id = p_actor_id;
    END IF;
    CALL _live_events('notification', NULL, v_shown);
END //

DELIMITER ;
