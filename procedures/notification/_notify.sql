-- _notify: tell a person of a fact, in its transaction, the way they want to be told.
--
-- As long as a notification is not read, the same again joins it: "3 people liked your post". What
-- is between people is not told where one has blocked the other, and nobody is told of what they
-- did themselves. The mail has a link that ends the mails of its kind.
--
-- Parameters
--   p_actor_id      users.id of who did it; NULL: nobody, or the office as such
--   p_recipient_id  users.id of who is told
--   p_kind          notification_kinds.name
--   p_verb          names the words for it, such as post_liked
--   p_group_key     what it is about, such as post-7-liked; what has the same one is one
--                   notification as long as it is not read
--   p_link          path of the page that shows it
--   p_data          what the words show, such as a title; NULL: nothing
--   p_template      the mail for it at once; NULL: the general one, notification
--   p_fact_key      names the fact; the same fact again is the same mail
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _notify;

DELIMITER //

CREATE PROCEDURE _notify (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_recipient_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_verb VARCHAR(40),
    IN p_group_key VARCHAR(80),
    IN p_link VARCHAR(200),
    IN p_data JSON,
    IN p_template VARCHAR(60),
    IN p_fact_key VARCHAR(120)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Tell a person of a fact, in its transaction, the way they want to be told.'
l_notify: BEGIN
    DECLARE v_is_social BOOLEAN;
    DECLARE v_is_in_app BOOLEAN;
    DECLARE v_mail VARCHAR(10);
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_data JSON DEFAULT COALESCE(p_data, JSON_OBJECT());

    SELECT
        k.is_social,
        COALESCE(p.is_in_app, k.is_in_app),
        COALESCE(p.mail, k.mail)
    INTO v_is_social, v_is_in_app, v_mail
    FROM notification_kinds AS k
    LEFT JOIN notification_preferences AS p
        ON p.kind = k.name AND p.user_id = p_recipient_id
    WHERE k.name = p_kind;
    IF
        p_actor_id = p_recipient_id
        OR role_of(p_recipient_id) IS NULL
        OR (v_is_social AND is_blocked_between(p_actor_id, p_recipient_id))
    THEN
        LEAVE l_notify;
    END IF;

    IF v_is_in_app OR v_mail IN ('daily', 'weekly') THEN
        INSERT INTO notifications (
            recipient_id, kind, verb, group_key, link, data, last_actor_id, actors_count,
            is_in_app, digest, happened_at
        ) VALUES (
            p_recipient_id, p_kind, p_verb, p_group_key, p_link, v_data, p_actor_id, 0,
            v_is_in_app, IF(v_mail IN ('daily', 'weekly'), v_mail, NULL), UTC_TIMESTAMP(6)
        ) AS fresh
        ON DUPLICATE KEY UPDATE
            id = LAST_INSERT_ID(notifications.id),
            verb = fresh.verb,
            link = fresh.link,
            data = fresh.data,
            last_actor_id = fresh.last_actor_id,
            is_in_app = fresh.is_in_app,
            digest = fresh.digest,
            happened_at = fresh.happened_at;
        SET v_id = LAST_INSERT_ID();

        IF p_actor_id IS NOT NULL THEN
            INSERT INTO notification_actors (notification_id, actor_id)
            VALUES (v_id, p_actor_id)
            ON DUPLICATE KEY UPDATE actor_id = p_actor_id;
            -- 1: a person who was not there yet; 0: who was.
            IF ROW_COUNT() = 1 THEN
                UPDATE notifications SET actors_count = actors_count + 1
                WHERE id = v_id;
            END IF;
        END IF;
        IF v_is_in_app THEN
            CALL _live_event(p_recipient_id, 'notification', NULL, v_id);
        END IF;
    END IF;

    IF v_mail = 'at_once' THEN
        -- Made before it is asked for; what there is stays.
        INSERT INTO unsubscribe_tokens (user_id, kind, token)
        VALUES (
            p_recipient_id, p_kind,
            LEFT(
                REPLACE(REPLACE(TO_BASE64(RANDOM_BYTES(33)), '+', '-'), '/', '_'), 43
            )
        )
        ON DUPLICATE KEY UPDATE kind = p_kind;
        CALL _queue_mail(
            p_actor_id, p_recipient_id, COALESCE(p_template, 'notification'),
            JSON_SET(
                v_data, '$.verb', p_verb, '$.link', p_link,
                '$.actor', name_of(p_actor_id),
                '$.unsubscribe', unsubscribe_token_of(p_recipient_id, p_kind)
            ),
            p_fact_key
        );
    END IF;
END //

DELIMITER ;
