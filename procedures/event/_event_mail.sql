-- _event_mail: put a mail about an event into the outbox for each of many people.
--
-- Read first and written afterwards: INSERT ... SELECT would lock what it reads. Who has left gets
-- no mail, and nobody is told of what they do themselves.
--
-- Parameters
--   p_actor_id  users.id: whose act caused it; NULL: the rules, as time went by
--   p_event_id  events.id
--   p_template  name of the mail
--   p_people    JSON array of arrays: users.id and what names the fact for that person
--   p_more      what the mail shows besides the event; NULL: nothing
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_mail;

DELIMITER //

CREATE PROCEDURE _event_mail (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_template VARCHAR(60),
    IN p_people JSON,
    IN p_more JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Put a mail about an event into the outbox for each of many people.'
BEGIN
    DECLARE v_data JSON;
    DECLARE v_mails JSON;

    SELECT
        JSON_MERGE_PRESERVE(
            JSON_OBJECT(
                'event_id', id, 'title', title, 'starts_at', starts_at, 'ends_at', ends_at,
                'time_zone', time_zone, 'venue', venue, 'is_online', is_online
            ),
            COALESCE(p_more, JSON_OBJECT())
        )
    INTO v_data
    FROM events
    WHERE id = p_event_id;
    SELECT JSON_ARRAYAGG(JSON_ARRAY(u.id, u.email, name_of(u.id), n.fact)) INTO v_mails
    FROM
        JSON_TABLE(
            COALESCE(p_people, JSON_ARRAY()), '$[*]' COLUMNS (
                user_id BIGINT UNSIGNED PATH '$[0]',
                fact VARCHAR(40) PATH '$[1]'
            )
        ) AS n
    JOIN users AS u ON u.id = n.user_id
    WHERE u.is_deleted = 0;
    IF v_mails IS NOT NULL THEN
        INSERT INTO mail_outbox (
            recipient_id, email, template, data, fact_key, next_attempt_at, created_by
        )
        SELECT
            n.user_id,
            n.email,
            p_template,
            JSON_SET(v_data, '$.name', n.name),
            CONCAT(p_template, ':', p_event_id, ':', n.fact, ':', n.user_id),
            UTC_TIMESTAMP(),
            p_actor_id
        FROM
            JSON_TABLE(
                v_mails, '$[*]' COLUMNS (
                    user_id BIGINT UNSIGNED PATH '$[0]',
                    email VARCHAR(254) PATH '$[1]',
                    name VARCHAR(161) PATH '$[2]',
                    fact VARCHAR(40) PATH '$[3]'
                )
            ) AS n
        ON DUPLICATE KEY UPDATE fact_key = mail_outbox.fact_key;
    END IF;
END //

DELIMITER ;
