-- _notify_many: notify people of one event, in its transaction, as the settings of each say.
--
-- Unread notifications of the same subject are merged: "3 people liked your post". Events between
-- two people are skipped if one has blocked the other. People's own actions are
-- mailed at most, such as a ticket. Every mail has an unsubscribe link for its
-- type. People are processed in the order of their ids, so that concurrent calls do not deadlock.
--
-- Parameters
--   p_actor_id     users.id of the actor; NULL: nobody, or automatic
--   p_kind         notification_kinds.name
--   p_verb         verb of the notification, such as event_changed
--   p_group_key    subject, such as event-7-state; unread notifications with the same
--                  subject are merged into one
--   p_link         path of the page to open
--   p_data         data for the text, such as a title; NULL: none
--   p_template     the immediate mail; NULL: the generic one, notification
--   p_mail_data    additional data for the mail; NULL: none
--   p_people       JSON array of arrays: users.id, the fact key for that person,
--                  and the delay of the mail in seconds (none: immediately)
--   p_mails_count  mails queued; an event that was mailed before queues none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _notify_many;

DELIMITER //

CREATE PROCEDURE _notify_many (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_verb VARCHAR(40),
    IN p_group_key VARCHAR(80),
    IN p_link VARCHAR(200),
    IN p_data JSON,
    IN p_template VARCHAR(60),
    IN p_mail_data JSON,
    IN p_people JSON,
    OUT p_mails_count INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Notify people of one event, in its transaction, as the settings of each say.'
BEGIN
    DECLARE v_data JSON DEFAULT COALESCE(p_data, JSON_OBJECT());
    DECLARE v_people JSON;
    DECLARE v_notes_count INT UNSIGNED;
    DECLARE v_at_once_count INT UNSIGNED;

    -- Read first and written afterwards: INSERT ... SELECT would lock what it reads.
    SELECT
        JSON_ARRAYAGG(
            JSON_OBJECT(
                'user_id', w.user_id, 'fact_key', w.fact_key, 'wait_seconds', w.wait_seconds,
                'is_noted', w.is_noted, 'is_in_app', w.is_in_app, 'mail', w.mail
            )
        ),
        SUM(w.is_noted),
        SUM(w.mail = 'at_once')
    INTO v_people, v_notes_count, v_at_once_count
    FROM (
        SELECT
            f.user_id,
            f.fact_key,
            COALESCE(f.wait_seconds, 0) AS wait_seconds,
            COALESCE(p.is_in_app, k.is_in_app) AS is_in_app,
            COALESCE(p.mail, k.mail) AS mail,
            NOT f.user_id <=> p_actor_id AND (
                COALESCE(p.is_in_app, k.is_in_app)
                OR COALESCE(p.mail, k.mail) IN ('daily', 'weekly')
            ) AS is_noted
        FROM
            JSON_TABLE(
                COALESCE(p_people, JSON_ARRAY()), '$[*]' COLUMNS (
                    user_id BIGINT UNSIGNED PATH '$[0]',
                    fact_key VARCHAR(120) PATH '$[1]',
                    wait_seconds INT UNSIGNED PATH '$[2]'
                )
            ) AS f
        JOIN users AS u ON u.id = f.user_id
        JOIN notification_kinds AS k ON k.name = p_kind
        LEFT JOIN notification_preferences AS p ON p.user_id = f.user_id AND p.kind = k.name
        WHERE
            u.status = 'active'
            AND u.is_deleted = 0
            AND NOT (k.is_social AND is_blocked_between(p_actor_id, f.user_id))
    ) AS w;

    SET p_mails_count = 0;
    IF v_notes_count > 0 THEN
        CALL _notifications_write(
            p_actor_id, p_kind, p_verb, p_group_key, p_link, v_data, v_people
        );
    END IF;
    IF v_at_once_count > 0 THEN
        CALL _notification_mails_write(
            p_actor_id, p_kind, COALESCE(p_template, 'notification'),
            JSON_SET(
                JSON_MERGE_PRESERVE(v_data, COALESCE(p_mail_data, JSON_OBJECT())),
                '$.verb', p_verb, '$.link', p_link, '$.actor', name_of(p_actor_id)
            ),
            v_people, p_mails_count
        );
    END IF;
END //

DELIMITER ;
