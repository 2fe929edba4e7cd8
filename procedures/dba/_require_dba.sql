-- _require_dba: refuse an actor who is given and is not an admin.
--
-- DBA procedures need no actor: the database account has the privilege to call them.
--
-- Parameters
--   p_actor_id  users.id; NULL: the DBA
-- Result sets
--   none
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin

DROP PROCEDURE IF EXISTS _require_dba;

DELIMITER //

CREATE PROCEDURE _require_dba (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse an actor who is given and is not an admin.'
BEGIN
    IF p_actor_id IS NOT NULL THEN
        CALL _require_admin(p_actor_id);
    END IF;
END //

DELIMITER ;
