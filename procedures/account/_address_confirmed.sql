-- _address_confirmed: record that the owner of an account reads mail at its email address.
--
-- Only the first time has an effect.
--
-- Parameters
--   p_user_id  users.id
--   p_action   name of the calling procedure, for the audit log
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _address_confirmed;

DELIMITER //

CREATE PROCEDURE _address_confirmed (
    IN p_user_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Record that the owner of an account reads mail at its email address.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_is_approved BOOLEAN DEFAULT setting_of('registration_requires_approval') = '0';

    DECLARE v_before JSON DEFAULT (
        SELECT JSON_OBJECT('status', status, 'email_verified_at', email_verified_at) FROM users
        WHERE id = p_user_id
    );

    -- Assignments are evaluated from left to right: the status uses the approval set before it.
    UPDATE users
    SET
        email_verified_at = v_now,
        approved_at = IF(v_is_approved, COALESCE(approved_at, v_now), approved_at),
        status = IF(status = 'pending' AND approved_at IS NOT NULL, 'active', status),
        updated_by = p_user_id
    WHERE id = p_user_id AND email_verified_at IS NULL;

    IF ROW_COUNT() = 1 THEN
        CALL _audit(
            p_user_id, p_action, 'users', p_user_id, v_before, (
                SELECT JSON_OBJECT('status', status, 'email_verified_at', email_verified_at)
                FROM users
                WHERE id = p_user_id
            )
        );
    END IF;
END //

DELIMITER ;
