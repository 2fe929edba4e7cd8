-- _require_asker: the refusal of everybody but students and alumni.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
-- Result sets
--   none
-- Errors
--   45401  nobody is signed in
--   45403  the office has no part in this

DROP PROCEDURE IF EXISTS _require_asker;

DELIMITER //

CREATE PROCEDURE _require_asker (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The refusal of everybody but students and alumni.'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    IF v_role = 'admin' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'This is between students and alumni.';
    END IF;
END //

DELIMITER ;
