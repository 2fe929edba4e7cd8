-- _dashboard_invitations: invitations to speak that wait for the actor's answer, 5 at most.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   invitations (many)  as _invitation_rows returns them
-- Errors
--   none

DROP PROCEDURE IF EXISTS _dashboard_invitations;

DELIMITER //

CREATE PROCEDURE _dashboard_invitations (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Invitations to speak that wait for the actor''s answer. | invitations: many'
BEGIN
    CALL _invitation_rows(p_actor_id, 0, 5);
END //

DELIMITER ;
