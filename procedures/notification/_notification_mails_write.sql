-- _notification_mails_write: mail an event to people, with an unsubscribe link for its type.
--
-- Parameters
--   p_actor_id     users.id of the actor; NULL: nobody
--   p_kind         notification_kinds.name
--   p_template     name of the mail
--   p_data         data for the mail; name and link are added for each recipient
--   p_people       JSON array of objects: user_id, fact_key, wait_seconds, mail (at_once, or
--                  skipped)
--   p_mails_count  mails queued; an event that was mailed before queues none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _notification_mails_write;

DELIMITER //

CREATE PROCEDURE _notification_mails_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_template VARCHAR(60),
    IN p_data JSON,
    IN p_people JSON,
    OUT p_mails_count INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mail an event to people, with an unsubscribe link for its type.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_mails JSON;

    -- Existing rows stay.
    INSERT INTO unsubscribe_tokens (user_id, kind, token)
    SELECT
        t.user_id,
        p_kind,
        unsubscribe_token_new()
    FROM
        JSON_TABLE(
            p_people, '$[*]' COLUMNS (
                user_id BIGINT UNSIGNED PATH '$.user_id',
                mail VARCHAR(10) PATH '$.mail'
            )
        ) AS t
    WHERE t.mail = 'at_once'
    ORDER BY t.user_id
    ON DUPLICATE KEY UPDATE kind = p_kind;

    -- With a lock: another transaction may have created a token after this snapshot. By primary
    -- key: a scan of a small table would lock everyone's tokens.
    SELECT
        /*+ JOIN_ORDER(t, s, u) JOIN_INDEX(s PRIMARY) JOIN_INDEX(u PRIMARY) */
        JSON_ARRAYAGG(
            JSON_ARRAY(t.user_id, u.email, name_of(u.id), s.token, t.fact_key, t.wait_seconds)
        )
    INTO v_mails
    FROM
        JSON_TABLE(
            p_people, '$[*]' COLUMNS (
                user_id BIGINT UNSIGNED PATH '$.user_id',
                mail VARCHAR(10) PATH '$.mail',
                fact_key VARCHAR(120) PATH '$.fact_key',
                wait_seconds INT UNSIGNED PATH '$.wait_seconds'
            )
        ) AS t
    JOIN unsubscribe_tokens AS s ON s.user_id = t.user_id AND s.kind = p_kind
    JOIN users AS u ON u.id = t.user_id
    WHERE t.mail = 'at_once'
    FOR SHARE OF s;

    INSERT INTO mail_outbox (
        recipient_id, email, template, data, fact_key, next_attempt_at, created_by
    )
    SELECT
        t.user_id,
        t.email,
        p_template,
        JSON_SET(p_data, '$.name', t.name, '$.unsubscribe', t.token),
        t.fact_key,
        v_now + INTERVAL t.wait_seconds SECOND,
        p_actor_id
    FROM
        JSON_TABLE(
            v_mails, '$[*]' COLUMNS (
                user_id BIGINT UNSIGNED PATH '$[0]',
                email VARCHAR(254) PATH '$[1]',
                name VARCHAR(161) PATH '$[2]',
                token CHAR(43) PATH '$[3]',
                fact_key VARCHAR(120) PATH '$[4]',
                wait_seconds INT UNSIGNED PATH '$[5]'
            )
        ) AS t
    WHERE t.user_id IS NOT NULL
    ON DUPLICATE KEY UPDATE fact_key = mail_outbox.fact_key;
    SET p_mails_count = ROW_COUNT();
END //

DELIMITER ;
