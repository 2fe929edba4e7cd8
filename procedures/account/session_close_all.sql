-- session_close_all: sign out everywhere.
--
-- Parameters
--   p_actor_id  users.id of the person
-- Result sets
--   none
-- Errors
--   45401  not signed in
-- Example
--   CALL session_close_all(3);

DROP PROCEDURE IF EXISTS session_close_all;

DELIMITER //

CREATE PROCEDURE session_close_all (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Sign out everywhere.'
BEGIN
    DECLARE v_role VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _require_actor(p_actor_id, v_role);
    CALL _sessions_revoke(p_actor_id, NULL);
    COMMIT;
END //

DELIMITER ;
