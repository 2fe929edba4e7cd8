-- setting_save: change a setting; it takes effect immediately.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_name      settings.name
--   p_value     a value of the setting's type; NULL: the default
-- Result sets
--   setting (one)  name, value, is_default
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such setting
--   45422  the value has the wrong type or is out of range
-- Example
--   CALL setting_save(1, 'session_days', '14');

DROP PROCEDURE IF EXISTS setting_save;

DELIMITER //

CREATE PROCEDURE setting_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_name VARCHAR(60),
    IN p_value VARCHAR(1000)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change a setting. | setting: one'
BEGIN
    DECLARE v_kind VARCHAR(10);
    DECLARE v_least INT UNSIGNED;
    DECLARE v_most INT UNSIGNED;
    DECLARE v_default VARCHAR(500);
    DECLARE v_before VARCHAR(500);
    DECLARE v_value VARCHAR(1000);
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);

    START TRANSACTION;
    SELECT
        kind,
        least,
        most,
        default_value,
        value
    INTO v_kind, v_least, v_most, v_default, v_before
    FROM settings
    WHERE name = p_name AND kind <> 'internal'
    FOR UPDATE;
    IF v_kind IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Setting not found.';
    END IF;
    SET v_value = COALESCE(p_value, v_default);
    CALL _require_text('value', v_value, 500, 1, 0);
    IF v_kind = 'boolean' AND v_value NOT IN ('0', '1') THEN
        SET v_message = 'value: Choose yes or no.';
    ELSEIF v_kind = 'integer' THEN
        IF NOT REGEXP_LIKE(v_value, '^[0-9]{1,9}$') OR v_value + 0 NOT BETWEEN v_least AND v_most
        THEN
            SET v_message = CONCAT(
                'value: Enter a whole number from ', FORMAT(v_least, 0), ' to ', FORMAT(v_most, 0),
                '.'
            );
        ELSE
            -- Without leading zeros.
            SET v_value = CAST(v_value AS UNSIGNED);
        END IF;
    END IF;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;

    IF BINARY v_value <> BINARY v_before THEN
        UPDATE settings SET value = v_value, updated_by = p_actor_id
        WHERE name = p_name;
        -- A setting has a name and no id: the name is in the logged values.
        CALL _audit(
            p_actor_id, 'setting_save', 'settings', 0,
            JSON_OBJECT(p_name, v_before), JSON_OBJECT(p_name, v_value)
        );
    END IF;
    COMMIT;

    SELECT
        name,
        value,
        value = default_value AS is_default
    FROM settings
    WHERE name = p_name;
END //

DELIMITER ;
