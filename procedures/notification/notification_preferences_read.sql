-- notification_preferences_read: read the actor's notification settings.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   kinds (many)     kind, label, description, is_in_app, mail
--   address (one)    email, is_suppressed (1: no mail is sent there), reason
-- Errors
--   45401  not signed in
-- Example
--   CALL notification_preferences_read(2);

DROP PROCEDURE IF EXISTS notification_preferences_read;

DELIMITER //

CREATE PROCEDURE notification_preferences_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the actor''s notification settings. | kinds: many, address: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    SELECT
        k.name AS kind,
        k.label,
        k.description,
        COALESCE(p.is_in_app, k.is_in_app) AS is_in_app,
        COALESCE(p.mail, k.mail) AS mail
    FROM notification_kinds AS k
    LEFT JOIN notification_preferences AS p ON p.kind = k.name AND p.user_id = p_actor_id
    ORDER BY k.position;

    SELECT
        u.email,
        s.reason,
        s.email IS NOT NULL AS is_suppressed
    FROM users AS u
    LEFT JOIN mail_suppressions AS s ON s.email = u.email
    WHERE u.id = p_actor_id;
END //

DELIMITER ;
