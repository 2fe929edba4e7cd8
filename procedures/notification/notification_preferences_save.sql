-- notification_preferences_save: say how one wants to be told of a kind.
--
-- What waits for a digest that is not wanted any more waits no longer.
--
-- Parameters
--   p_actor_id   users.id
--   p_kind       notification_kinds.name
--   p_is_in_app  1: among the notifications; NULL or 0: not
--   p_mail       none, at_once, daily or weekly
-- Result sets
--   preference (one)  kind, is_in_app, mail
-- Errors
--   45401  nobody is signed in
--   45422  a value is unacceptable
-- Example
--   CALL notification_preferences_save(2, 'like', 1, 'weekly');

DROP PROCEDURE IF EXISTS notification_preferences_save;

DELIMITER //

CREATE PROCEDURE notification_preferences_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_is_in_app BOOLEAN,
    IN p_mail VARCHAR(10)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Say how one wants to be told of a kind. | preference: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_is_in_app BOOLEAN DEFAULT COALESCE(p_is_in_app, 0) <> 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF NOT EXISTS (SELECT 1 FROM notification_kinds WHERE name = p_kind) THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: There is no such kind.';
    ELSEIF NOT COALESCE(p_mail, '') IN ('none', 'at_once', 'daily', 'weekly') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'mail: Choose how often.';
    END IF;

    START TRANSACTION;
    INSERT INTO notification_preferences (user_id, kind, is_in_app, mail)
    VALUES (p_actor_id, p_kind, v_is_in_app, p_mail)
    ON DUPLICATE KEY UPDATE is_in_app = v_is_in_app, mail = p_mail;
    UPDATE notifications
    SET digest = IF(p_mail IN ('daily', 'weekly'), p_mail, NULL)
    WHERE recipient_id = p_actor_id AND kind = p_kind AND digest IS NOT NULL;
    COMMIT;

    SELECT
        kind,
        is_in_app,
        mail
    FROM notification_preferences
    WHERE user_id = p_actor_id AND kind = p_kind;
END //

DELIMITER ;
