-- _graduand_lock: hold an account until the transaction ends, and tell what it is.
--
-- Parameters
--   p_user_id  users.id
--   p_state    student, alumni, admin; inactive: may not act now; unknown: there is no such account
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
COMMENT 'Hold an account until the transaction ends, and tell what it is.'
BEGIN
    SET p_state = NULL;
    SELECT
        -- The role is read with a lock as well (shared, for its row is everybody's): a plain read
        -- would fix what the transaction sees, before the next account of a cohort is held.
        IF(u.status = 'active' AND u.is_deleted = 0, r.name, 'inactive')
    INTO p_state
    FROM users AS u
    JOIN roles AS r ON r.id = u.role_id
    WHERE u.id = p_user_id
    FOR UPDATE OF u FOR SHARE OF r;
    SET p_state = COALESCE(p_state, 'unknown');
END //

DELIMITER ;
