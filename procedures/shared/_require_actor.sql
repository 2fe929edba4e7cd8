-- _require_actor: who acts, or the refusal that nobody does.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
--   p_role      the actor's role: admin, alumni or student
-- Result sets
--   none
-- Errors
--   45401  nobody is signed in, or the account may not act (any more)

DROP PROCEDURE IF EXISTS _require_actor;

DELIMITER //

CREATE PROCEDURE _require_actor (
    IN p_actor_id BIGINT UNSIGNED,
    OUT p_role VARCHAR(20)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Who acts, or the refusal that nobody does.'
BEGIN
    SET p_role = role_of(p_actor_id);
    IF p_role IS NULL THEN
        SIGNAL SQLSTATE '45401' SET MESSAGE_TEXT = 'Sign in first.';
    END IF;
END //

DELIMITER ;
