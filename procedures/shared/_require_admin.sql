-- _require_admin: refuse everyone except the alumni office.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin

DROP PROCEDURE IF EXISTS _require_admin;

DELIMITER //

CREATE PROCEDURE _require_admin (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse everyone except the alumni office.'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    IF v_role <> 'admin' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only the alumni office can do this.';
    END IF;
END //

DELIMITER ;
