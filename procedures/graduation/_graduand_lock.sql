-- _graduand_lock: lock an account until the transaction ends, and read its role.
--
-- Parameters
--   p_user_id  users.id
--   p_state    student, alumni, admin; inactive: may not act now; unknown: no such account
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _graduand_lock;

DELIMITER //

CREATE PROCEDURE _graduand_lock (
    IN p_user_id BIGINT UNSIGNED,
    OUT p_state VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock an account until the transaction ends, and read its role.'
BEGIN
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_is_active BOOLEAN;

    SELECT
        role_id,
        status = 'active' AND is_deleted = 0
    INTO v_role_id, v_is_active
    FROM users
    WHERE id = p_user_id
    FOR UPDATE;
    -- Locked as well (shared, because all use that row): a non-locking read would fix the snapshot
    -- of the transaction before the next account of a cohort is locked.
    SELECT IF(v_is_active, name, 'inactive') INTO p_state
    FROM roles
    WHERE id = v_role_id
    FOR SHARE;
    SET p_state = COALESCE(p_state, 'unknown');
END //

DELIMITER ;
