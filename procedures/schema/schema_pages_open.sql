-- schema_pages_open: check whether the actor may see the pages that ./alumni docs has written.
--
-- Parameters
--   p_actor_id  users.id of an admin
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL schema_pages_open(1);

DROP PROCEDURE IF EXISTS schema_pages_open;

DELIMITER //

CREATE PROCEDURE schema_pages_open (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether the actor may see the generated documentation.'
BEGIN
    CALL _require_admin(p_actor_id);
END //

DELIMITER ;
