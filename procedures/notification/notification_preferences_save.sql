-- notification_preferences_save: save the actor's notification settings, all choices or none.
--
-- Notifications waiting for a digest that is turned off are no longer sent. Types that are not
-- given stay unchanged.
--
-- Parameters
--   p_actor_id  users.id
--   p_choices   JSON object: notification_kinds.name to an object of is_in_app (true: show among
--               the notifications) and mail (none, at_once, daily or weekly)
-- Result sets
--   preferences (many)  of the given types: kind, is_in_app, mail
-- Errors
--   45400  p_choices is not such an object
--   45401  not signed in
--   45422  a type does not exist, or does not support that choice
-- Example
--   CALL notification_preferences_save(2, '{"like": {"is_in_app": true, "mail": "weekly"}}');

DROP PROCEDURE IF EXISTS notification_preferences_save;

DELIMITER //

CREATE PROCEDURE notification_preferences_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_choices TEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Save the actor''s notification settings, all choices or none. | preferences: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_wrong VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF p_choices IS NULL OR NOT JSON_VALID(p_choices) OR JSON_TYPE(p_choices) <> 'OBJECT' THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'choices: Send a JSON object of types with their choices.';
    END IF;
    SELECT MIN(
        CASE
            WHEN w.name IS NULL THEN 'choices: Choose a type of notification from the list.'
            WHEN COALESCE(w.mail, '') NOT IN ('none', 'at_once', 'daily', 'weekly')
                THEN CONCAT(w.name, ': Choose how often you want to get mail.')
            WHEN COALESCE(w.type, '') <> 'BOOLEAN'
                THEN CONCAT(w.name, ': Choose whether to show it on the site.')
        END
    ) INTO v_wrong
    FROM (
        SELECT
            k.name,
            JSON_UNQUOTE(JSON_EXTRACT(p_choices, CONCAT('$."', k.name, '".mail'))) AS mail,
            JSON_TYPE(JSON_EXTRACT(p_choices, CONCAT('$."', k.name, '".is_in_app'))) AS type
        FROM JSON_TABLE(JSON_KEYS(p_choices), '$[*]' COLUMNS (kind VARCHAR(64) PATH '$')) AS c
        LEFT JOIN notification_kinds AS k ON k.name = c.kind
    ) AS w;
    IF v_wrong IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_wrong;
    END IF;

    START TRANSACTION;
    INSERT INTO notification_preferences (user_id, kind, is_in_app, mail)
    SELECT
        p_actor_id,
        c.kind,
        c.is_in_app,
        c.mail
    FROM (
        SELECT
            name AS kind,
            JSON_EXTRACT(p_choices, CONCAT('$."', name, '".is_in_app')) AS is_in_app,
            JSON_UNQUOTE(JSON_EXTRACT(p_choices, CONCAT('$."', name, '".mail'))) AS mail
        FROM notification_kinds
    ) AS c
    WHERE c.mail <> ''
    ON DUPLICATE KEY UPDATE is_in_app = c.is_in_app, mail = c.mail;
    UPDATE notifications
    SET
        digest = CASE JSON_UNQUOTE(JSON_EXTRACT(p_choices, CONCAT('$."', kind, '".mail')))
            WHEN 'daily' THEN 'daily'
            WHEN 'weekly' THEN 'weekly'
        END
    WHERE
        recipient_id = p_actor_id
        AND digest IS NOT NULL
        AND JSON_CONTAINS_PATH(p_choices, 'one', CONCAT('$."', kind, '"'));
    COMMIT;

    SELECT
        kind,
        is_in_app,
        mail
    FROM notification_preferences
    WHERE
        user_id = p_actor_id
        AND JSON_CONTAINS_PATH(p_choices, 'one', CONCAT('$."', kind, '"'))
    ORDER BY kind;
END //

DELIMITER ;
