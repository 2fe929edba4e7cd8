-- _dashboard_engagements: list proposals that need the actor's reply, for the dashboard.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   engagements (many)  at most 5, as _engagements_waiting returns them
-- Errors
--   none

DROP PROCEDURE IF EXISTS _dashboard_engagements;

DELIMITER //

CREATE PROCEDURE _dashboard_engagements (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List proposals that need the actor''s reply. | engagements: many'
BEGIN
    CALL _engagements_waiting(p_actor_id, 5);
END //

DELIMITER ;
