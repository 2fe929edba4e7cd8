-- notification_unsubscribe: end the mails of a kind with the link that is in each of them.
--
-- Nobody has to be signed in: the token is the proof. Again changes nothing.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor, as usual here
--   p_token     from the mail
-- Result sets
--   preference (one)  label (of the kind), mail
-- Errors
--   45404  no such token
-- Example
--   CALL notification_unsubscribe(NULL, 'no token');  -- refused: 45404

DROP PROCEDURE IF EXISTS notification_unsubscribe;

DELIMITER //

CREATE PROCEDURE notification_unsubscribe (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token VARCHAR(60)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'End the mails of a kind with the link that is in each of them. | preference: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_kind VARCHAR(20);

    CALL _unsubscribe_token_use(p_token, v_user_id, v_kind);
    -- One statement is a transaction.
    INSERT INTO notification_preferences (user_id, kind, is_in_app, mail)
    SELECT
        v_user_id,
        name,
        is_in_app,
        'none'
    FROM notification_kinds
    WHERE name = v_kind
    ON DUPLICATE KEY UPDATE mail = 'none';
    SELECT
        label,
        'none' AS mail
    FROM notification_kinds
    WHERE name = v_kind;
END //

DELIMITER ;
