-- _dashboard_references: list requests that need the actor's reply, for the dashboard.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   references (many)  at most 5, as _references_waiting returns them
-- Errors
--   none

DROP PROCEDURE IF EXISTS _dashboard_references;

DELIMITER //

CREATE PROCEDURE _dashboard_references (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List requests that need the actor''s reply. | references: many'
BEGIN
    CALL _references_waiting(p_actor_id, 5);
END //

DELIMITER ;
