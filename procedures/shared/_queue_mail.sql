-- _queue_mail: put a mail into the outbox, in the transaction of the fact it tells.
--
-- Parameters
--   p_actor_id      users.id: whose act caused it; NULL: nobody's
--   p_recipient_id  users.id; deleted accounts get no mail
--   p_template      name of the mail
--   p_data          what the mail shows; the recipient's name is added as "name"
--   p_fact_key      names the fact; the same fact again is the same mail
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
COMMENT 'Put a mail into the outbox, in the transaction of the fact it tells.'
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
