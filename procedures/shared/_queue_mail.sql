-- _queue_mail: queue a mail in the outbox, in the transaction of its event.
--
-- Parameters
--   p_actor_id      users.id of the actor; NULL: nobody
--   p_recipient_id  users.id; deleted accounts get no mail
--   p_template      name of the mail
--   p_data          data for the mail; the recipient's name is added as "name"
--   p_fact_key      identifies the event; the same event again is the same mail
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _queue_mail;

DELIMITER //

CREATE PROCEDURE _queue_mail (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_recipient_id BIGINT UNSIGNED,
    IN p_template VARCHAR(60),
    IN p_data JSON,
    IN p_fact_key VARCHAR(120)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Queue a mail in the outbox, in the transaction of its event.'
BEGIN
    INSERT INTO mail_outbox (
        recipient_id, email, template, data, fact_key, next_attempt_at, created_by
    )
    SELECT
        id,
        email,
        p_template,
        JSON_SET(COALESCE(p_data, JSON_OBJECT()), '$.name', name_of(id)),
        p_fact_key,
        UTC_TIMESTAMP(),
        p_actor_id
    FROM users
    WHERE id = p_recipient_id AND is_deleted = 0
    ON DUPLICATE KEY UPDATE fact_key = p_fact_key;
END //

DELIMITER ;
