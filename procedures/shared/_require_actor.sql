-- _require_actor: return the role of the actor, or refuse if nobody may act.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
--   p_role      the actor's role: admin, alumni or student
-- Result sets
--   none
-- Errors
--   45401  not signed in, or the account may not act

DROP PROCEDURE IF EXISTS _require_actor;

DELIMITER //

CREATE PROCEDURE _require_actor (
    IN p_actor_id BIGINT UNSIGNED,
    OUT p_role VARCHAR(20)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the role of the actor, or refuse if nobody may act.'
BEGIN
    SET p_role = role_of(p_actor_id);
    IF p_role IS NULL THEN
        SIGNAL SQLSTATE '45401' SET MESSAGE_TEXT = 'Sign in to continue.';
    END IF;
END //

DELIMITER ;
