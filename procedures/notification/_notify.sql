-- _notify: tell a person of a fact, in its transaction, the way they want to be told.
--
-- Nobody is told of what they did themselves. How else people are told: see _notify_many.
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
