-- message_settings_save: save the actor's messaging settings.
--
-- Turning read receipts off hides them in both directions. Receipts already sent stay.
--
-- Parameters
--   p_actor_id      users.id
--   p_has_receipts  1: send and see read receipts; NULL or 0: neither
-- Result sets
--   settings (one)  has_receipts
-- Errors
--   45401  not signed in
-- Example
--   CALL message_settings_save(3, 1);

DROP PROCEDURE IF EXISTS message_settings_save;

DELIMITER //

CREATE PROCEDURE message_settings_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_has_receipts BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Save the actor''s messaging settings. | settings: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    -- A single statement is a transaction.
    INSERT INTO message_settings (user_id, has_receipts)
    VALUES (p_actor_id, COALESCE(p_has_receipts, 0) <> 0)
    ON DUPLICATE KEY UPDATE has_receipts = COALESCE(p_has_receipts, 0) <> 0;
    SELECT has_message_receipts(p_actor_id) AS has_receipts;
END //

DELIMITER ;
