-- _notify_many: tell people of one fact, in its transaction, each the way they want to be told.
--
-- As long as a notification is not read, the same again joins it: "3 people liked your post". What
-- is between people is not told where one has blocked the other. What people do themselves is no
-- news to them: at most it is mailed, such as a ticket. Every mail has a link that ends the mails
-- of its kind. People are written in the order of their ids, so that two who tell many take turns.
--
-- Parameters
--   p_actor_id     users.id of who did it; NULL: nobody, or the rules, as time went by
--   p_kind         notification_kinds.name
--   p_verb         names the words for it, such as event_changed
--   p_group_key    what it is about, such as event-7-state; what has the same one is one
--                  notification as long as it is not read
--   p_link         path of the page that shows it
--   p_data         what the words show, such as a title; NULL: nothing
--   p_template     the mail for it at once; NULL: the general one, notification
--   p_mail_data    what only the mail shows; NULL: nothing
--   p_people       JSON array of arrays: users.id, the key that names the fact for that person,
--                  and after how many seconds the mail may go (none: at once)
--   p_mails_count  mails written; a fact that was told before writes none
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
COMMENT 'Tell people of one fact, in its transaction, each the way they want to be told.'
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
