-- message_settings_read: read the actor's messaging settings.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   settings (one)  has_receipts
-- Errors
--   45401  not signed in
-- Example
--   CALL message_settings_read(3);

DROP PROCEDURE IF EXISTS message_settings_read;

DELIMITER //

CREATE PROCEDURE message_settings_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the actor''s messaging settings. | settings: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    SELECT has_message_receipts(p_actor_id) AS has_receipts;
END //

DELIMITER ;
