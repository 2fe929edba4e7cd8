-- _notification_digest_write: write a person's digest of waiting notifications, once.
--
-- Everything that happened before the due time is included and no longer waits. Notifications that
-- were read or cleared, or are no longer wanted in a digest, are left out. Concurrent calls
-- take turns here, and the second finds nothing left.
--
-- Parameters
--   p_user_id     users.id
--   p_digest      daily or weekly
--   p_due_at      UTC; due time
--   p_is_written  1: a mail was queued
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _notification_digest_write;

DELIMITER //

CREATE PROCEDURE _notification_digest_write (
    IN p_user_id BIGINT UNSIGNED,
    IN p_digest VARCHAR(10),
    IN p_due_at DATETIME,
    OUT p_is_written BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Write a person''s digest of waiting notifications, once.'
l_digest: BEGIN
    DECLARE v_last_sent_at DATETIME;
    DECLARE v_token CHAR(43);
    DECLARE v_items JSON;
    DECLARE v_count INT UNSIGNED;

    SET p_is_written = 0;
    -- The row of the digest is locked; it is inserted before reading, unless it exists.
    INSERT INTO notification_digests (user_id, digest, last_sent_at, token)
    VALUES (
        p_user_id, p_digest, '2000-01-01',
        unsubscribe_token_new()
    ) AS fresh
    ON DUPLICATE KEY UPDATE token = COALESCE(notification_digests.token, fresh.token);
    SELECT
        last_sent_at,
        token
    INTO v_last_sent_at, v_token
    FROM notification_digests
    WHERE user_id = p_user_id AND digest = p_digest
    FOR UPDATE;
    IF v_last_sent_at >= p_due_at THEN
        LEAVE l_digest;
    END IF;

    -- Locked, so that later additions wait for the next digest.
    SELECT
        JSON_ARRAYAGG(
            IF(
                w.position <= 20,
                JSON_OBJECT(
                    'verb', w.verb, 'link', w.link, 'data', w.data, 'actor', w.actor,
                    'others', w.others
                ),
                NULL
            )
        ),
        COUNT(*)
    INTO v_items, v_count
    FROM (
        SELECT
            n.verb,
            n.link,
            n.data,
            name_of(n.last_actor_id) AS actor,
            GREATEST(CAST(n.actors_count AS SIGNED) - 1, 0) AS others,
            ROW_NUMBER() OVER (ORDER BY n.happened_at DESC, n.id DESC) AS position
        FROM notifications AS n
        JOIN notification_kinds AS k ON k.name = n.kind
        LEFT JOIN notification_preferences AS p
            ON p.user_id = n.recipient_id AND p.kind = n.kind
        WHERE
            n.recipient_id = p_user_id
            AND n.digest = p_digest
            AND n.happened_at < p_due_at
            AND n.read_at IS NULL
            AND n.cleared_at IS NULL
            AND COALESCE(p.mail, k.mail) = p_digest
            AND NOT (k.is_social AND is_blocked_between(n.last_actor_id, p_user_id))
    ) AS w;
    UPDATE notifications
    SET digest = NULL
    WHERE recipient_id = p_user_id AND digest = p_digest AND happened_at < p_due_at;

    IF v_count > 0 AND role_of(p_user_id) IS NOT NULL THEN
        UPDATE notification_digests SET last_sent_at = UTC_TIMESTAMP()
        WHERE user_id = p_user_id AND digest = p_digest;
        CALL _queue_mail(
            NULL, p_user_id, 'digest',
            JSON_OBJECT(
                'digest', p_digest, 'items', v_items, 'count', v_count, 'unsubscribe', v_token
            ),
            CONCAT('digest-', p_digest, '-', p_user_id, '-', DATE_FORMAT(p_due_at, '%Y%m%d%H'))
        );
        SET p_is_written = 1;
    END IF;
END //

DELIMITER ;
