-- _notify: notify a person of an event, in its transaction, as their settings say.
--
-- Nobody is notified of their own actions. For the rest, see _notify_many.
--
-- Parameters
--   p_actor_id      users.id of the actor; NULL: nobody, or the office in general
--   p_recipient_id  users.id of the recipient
--   p_kind          notification_kinds.name
--   p_verb          verb of the notification, such as post_liked
--   p_group_key     subject, such as post-7-liked; unread notifications with the same subject are
--                   merged into one
--   p_link          path of the page to open
--   p_data          data for the text, such as a title; NULL: none
--   p_template      the immediate mail; NULL: the generic one, notification
--   p_fact_key      identifies the event; the same event again is the same mail
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
COMMENT 'Notify a person of an event, in its transaction, as their settings say.'
BEGIN
    DECLARE v_mails_count INT UNSIGNED;

    IF NOT p_actor_id <=> p_recipient_id THEN
        CALL _notify_many(
            p_actor_id, p_kind, p_verb, p_group_key, p_link, p_data, p_template, NULL,
            JSON_ARRAY(JSON_ARRAY(p_recipient_id, p_fact_key)), v_mails_count
        );
    END IF;
END //

DELIMITER ;
