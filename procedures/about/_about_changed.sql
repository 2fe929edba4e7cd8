-- _about_changed: record a change of the draft and announce its new state.
--
-- Parameters
--   p_actor_id  users.id
--   p_action    the procedure
--   p_table     table of the changed row
--   p_id        its id
--   p_before    the changed columns before the change; NULL: created
--   p_after     the changed columns after the change; NULL: deleted
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _about_changed;

DELIMITER //

CREATE PROCEDURE _about_changed (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64),
    IN p_table VARCHAR(64),
    IN p_id BIGINT UNSIGNED,
    IN p_before JSON,
    IN p_after JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Record a change of the draft.'
BEGIN
    UPDATE about_page
    SET revision = revision + 1, updated_by = p_actor_id
    WHERE id = 1;
    CALL _audit(p_actor_id, p_action, p_table, p_id, p_before, p_after);
END //

DELIMITER ;
