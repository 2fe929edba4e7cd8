-- _require_dba: the refusal of an actor who is named and is no admin.
--
-- What a DBA calls needs no actor: the right to call it was given to the database account.
--
-- Parameters
--   p_actor_id  users.id; NULL: the DBA
-- Result sets
--   none
-- Errors
--   45401  the actor may not act
--   45403  the actor is no admin

DROP PROCEDURE IF EXISTS _require_dba;

DELIMITER //

CREATE PROCEDURE _require_dba (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The refusal of an actor who is named and is no admin.'
BEGIN
    IF p_actor_id IS NOT NULL THEN
        CALL _require_admin(p_actor_id);
    END IF;
END //

DELIMITER ;
