-- feedback_send: send feedback on the platform, signed in or not.
--
-- Throttled by the email address of the sender and by the client's network address. Messages from
-- programs are stored as spam and answered like all others, so that the program learns nothing.
--
-- Parameters
--   p_actor_id         users.id; NULL: a visitor
--   p_name             of a visitor, at most 160 characters; members write as themselves
--   p_email            of a visitor; members write as themselves
--   p_category         praise, idea, problem, content (something on the site is wrong), other
--   p_rating           1 to 5, 5 is best; NULL: none
--   p_message          at most 10,000 characters
--   p_website          a hidden field that only programs fill in; NULL: a person
--   p_idempotency_key  created with the form: the same key returns the same message; NULL: none
-- Result sets
--   message (one)  is_member (1: a receipt goes to the sender's confirmed email address)
-- Errors
--   45422  invalid value
--   45429  too many messages
-- Example
--   CALL feedback_send(
--       NULL, 'Ada', 'ada@example.org', 'idea', 4, 'Let me search by city.', NULL, NULL
--   );

DROP PROCEDURE IF EXISTS feedback_send;

DELIMITER //

CREATE PROCEDURE feedback_send (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_name VARCHAR(161),
    IN p_email VARCHAR(254),
    IN p_category VARCHAR(20),
    IN p_rating TINYINT UNSIGNED,
    IN p_message MEDIUMTEXT,
    IN p_website VARCHAR(500),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Send feedback on the platform. | message: one'
BEGIN
    DECLARE v_actor_id BIGINT UNSIGNED DEFAULT IF(role_of(p_actor_id) IS NULL, NULL, p_actor_id);
    DECLARE v_name VARCHAR(161) DEFAULT p_name;
    DECLARE v_email VARCHAR(254) DEFAULT p_email;
    DECLARE v_digest BINARY(32);
    DECLARE v_message_id BIGINT UNSIGNED;
    DECLARE v_is_known BOOLEAN DEFAULT 0;

    -- The same form was sent before: the message exists.
    DECLARE CONTINUE HANDLER FOR 1062 SET v_is_known = 1;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_message(v_actor_id, v_name, v_email, p_message);
    IF
        p_category IS NULL
        OR p_category NOT IN ('praise', 'idea', 'problem', 'content', 'other')
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'category: Choose a topic from the list.';
    END IF;
    IF p_rating NOT BETWEEN 1 AND 5 THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'rating: Choose a rating from 1 to 5, or leave this empty.';
    END IF;
    SET v_digest = UNHEX(SHA2(CONCAT_WS('\n', v_email, v_actor_id, p_idempotency_key), 256));

    START TRANSACTION;
    CALL _message_throttle('feedback', v_email);
    -- Counted in every case.
    COMMIT;

    START TRANSACTION;
    INSERT INTO feedback (
        user_id, name, email, category, rating, message, status, form_digest, created_at,
        created_by, updated_by
    ) VALUES (
        v_actor_id, v_name, v_email, p_category, p_rating, p_message,
        IF(p_website IS NULL, 'new', 'spam'), IF(p_idempotency_key IS NULL, NULL, v_digest),
        UTC_TIMESTAMP(6), v_actor_id, v_actor_id
    );
    IF NOT v_is_known THEN
        SET v_message_id = LAST_INSERT_ID();
        CALL _message_receipt(
            v_actor_id, 'feedback', v_message_id, CONCAT('your feedback (', p_category, ')'),
            p_message
        );
    END IF;
    COMMIT;

    SELECT v_actor_id IS NOT NULL AS is_member;
END //

DELIMITER ;
