-- _dashboard_invitations: list invitations to speak that need the actor's reply, at most 5.
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
COMMENT 'List invitations to speak that need the actor''s reply. | invitations: many'
BEGIN
    CALL _invitation_rows(p_actor_id, 0, 5);
END //

DELIMITER ;
