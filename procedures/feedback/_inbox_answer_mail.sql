-- _inbox_answer_mail: mail an answer of the office.
--
-- Parameters
--   p_actor_id  users.id of the admin
--   p_kind      contact or feedback
--   p_entry_id  inbox_entries.id of the answer
-- Result sets
--   none
-- Errors
--   45409  the sender's account is deleted

DROP PROCEDURE IF EXISTS _inbox_answer_mail;

DELIMITER //

CREATE PROCEDURE _inbox_answer_mail (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_entry_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mail an answer of the office.'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_email VARCHAR(254);
    DECLARE v_data JSON;

    IF p_kind = 'contact' THEN
        SELECT
            c.user_id,
            c.email,
            JSON_OBJECT(
                'subject', c.subject, 'message', c.message, 'answer', e.content, 'name', c.name
            )
        INTO v_user_id, v_email, v_data
        FROM inbox_entries AS e
        JOIN contact_messages AS c ON c.id = e.contact_message_id
        WHERE e.id = p_entry_id;
    ELSE
        SELECT
            f.user_id,
            f.email,
            JSON_OBJECT(
                'subject', CONCAT('your feedback (', f.category, ')'), 'message', f.message,
                'answer', e.content, 'name', f.name
            )
        INTO v_user_id, v_email, v_data
        FROM inbox_entries AS e
        JOIN feedback AS f ON f.id = e.feedback_id
        WHERE e.id = p_entry_id;
    END IF;

    IF v_user_id IS NULL THEN
        INSERT INTO mail_outbox (
            email, template, data, fact_key, next_attempt_at, created_by
        ) VALUES (
            v_email, 'message_answered', v_data, CONCAT('message_answered:', p_entry_id),
            UTC_TIMESTAMP(), p_actor_id
        );
    ELSE
        IF EXISTS (SELECT 1 FROM users WHERE id = v_user_id AND is_deleted = 1) THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'The sender''s account is deleted, so you can''t answer.';
        END IF;
        CALL _queue_mail(
            p_actor_id, v_user_id, 'message_answered', v_data,
            CONCAT('message_answered:', p_entry_id)
        );
    END IF;
END //

DELIMITER ;
