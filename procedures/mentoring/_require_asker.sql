-- _require_asker: refuse anyone who is neither a student nor a graduate.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is an admin

DROP PROCEDURE IF EXISTS _require_asker;

DELIMITER //

CREATE PROCEDURE _require_asker (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse anyone who is neither a student nor a graduate.'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    IF v_role = 'admin' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only students and alumni can use this.';
    END IF;
END //

DELIMITER ;
