-- _lookup_retired_set: retire an entry of a lookup table, or offer it again.
--
-- Parameters
--   p_actor_id    users.id of the actor
--   p_kind        campuses, degrees, skill_domains or skills
--   p_id          its id
--   p_is_retired  1: no longer offered
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _lookup_retired_set;

DELIMITER //

CREATE PROCEDURE _lookup_retired_set (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_is_retired BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Retire an entry of a lookup table, or offer it again.'
BEGIN
    CASE p_kind
        WHEN 'campuses' THEN
            UPDATE campuses SET is_retired = p_is_retired, updated_by = p_actor_id
            WHERE id = p_id;
        WHEN 'degrees' THEN
            UPDATE degrees SET is_retired = p_is_retired, updated_by = p_actor_id
            WHERE id = p_id;
        WHEN 'skill_domains' THEN
            UPDATE skill_domains SET is_retired = p_is_retired, updated_by = p_actor_id
            WHERE id = p_id;
        ELSE
            UPDATE skills SET is_retired = p_is_retired, updated_by = p_actor_id
            WHERE id = p_id;
    END CASE;
END //

DELIMITER ;
