-- calendar_feed_read: read the events for the private address of a calendar feed.
--
-- Events the person is registered for, speaks at or organises: at most 500, from the past year on.
-- Events they left, declined or deleted stay for 30 days as cancelled, so that calendars
-- remove them.
--
-- Parameters
--   p_actor_id    not used: the address is the authorisation
--   p_token_hash  SHA-256 of the token in the address
-- Result sets
--   feed (one)     user_id, name, institution
--   events (many)  as _calendar_rows returns them
-- Errors
--   45404  no such feed, or its owner may not sign in now
-- Example
--   CALL calendar_feed_read(NULL, UNHEX(SHA2('no such token', 256)));  -- refused: 45404

DROP PROCEDURE IF EXISTS calendar_feed_read;

DELIMITER //

CREATE PROCEDURE calendar_feed_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token_hash BINARY(32)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the events for the private address of a calendar feed. | feed: one, events: many'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_event_ids JSON;

    SELECT user_id INTO v_user_id
    FROM calendar_feeds
    WHERE token_hash = p_token_hash;
    IF role_of(v_user_id) IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Calendar not found. Create a new address in your settings.';
    END IF;

    SELECT JSON_ARRAYAGG(f.id) INTO v_event_ids
    FROM (
        SELECT DISTINCT
            e.id,
            e.starts_at
        FROM (
            (
                SELECT w.id AS event_id
                FROM events AS w FORCE INDEX (ix_events_creator_id_starts_at_id)
                WHERE
                    w.creator_id = v_user_id
                    AND (w.is_deleted = 0 OR w.deleted_at > v_now - INTERVAL 30 DAY)
                ORDER BY w.starts_at DESC, w.id DESC
                LIMIT 500
            )
            UNION ALL
            (
                SELECT w.event_id
                FROM event_registrations AS w FORCE INDEX (ix_event_registrations_user_id_id)
                WHERE
                    w.user_id = v_user_id
                    AND (
                        w.status IN ('registered', 'offered', 'attended', 'no_show')
                        OR (
                            w.status IN ('cancelled', 'expired')
                            AND w.updated_at > v_now - INTERVAL 30 DAY
                        )
                    )
                ORDER BY w.id DESC
                LIMIT 500
            )
            UNION ALL
            (
                SELECT w.event_id
                FROM event_speakers AS w FORCE INDEX (ix_event_speakers_user_id_status)
                WHERE
                    w.user_id = v_user_id
                    AND (w.status <> 'declined' OR w.answered_at > v_now - INTERVAL 30 DAY)
                ORDER BY w.id DESC
                LIMIT 500
            )
        ) AS k
        JOIN events AS e ON e.id = k.event_id
        WHERE
            e.ends_at > v_now - INTERVAL 1 YEAR
            AND (e.is_deleted = 0 OR e.deleted_at > v_now - INTERVAL 30 DAY)
            -- A draft is visible only to its creator, even if speakers are invited already.
            AND (e.status <> 'draft' OR e.creator_id = v_user_id)
        ORDER BY e.starts_at DESC, e.id DESC
        LIMIT 500
    ) AS f;

    SELECT
        v_user_id AS user_id,
        name_of(v_user_id) AS name,
        short_name AS institution
    FROM institution_info
    WHERE id = 1;
    CALL _calendar_rows(v_user_id, COALESCE(v_event_ids, JSON_ARRAY()), 1);
END //

DELIMITER ;
