-- event_invitations: list the actor's invitations to speak, unanswered ones first.
--
-- Upcoming ones and those of the past year, at most 50.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   invitations (many)  as _invitation_rows returns them
-- Errors
--   45401  not signed in
-- Example
--   CALL event_invitations(2);

DROP PROCEDURE IF EXISTS event_invitations;

DELIMITER //

CREATE PROCEDURE event_invitations (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the actor''s invitations to speak. | invitations: many'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    CALL _invitation_rows(p_actor_id, 1, 50);
END //

DELIMITER ;
