-- _lookup_retired_set: offer a row of a lookup, or offer it no more.
--
-- Parameters
--   p_actor_id    users.id of who does it
--   p_kind        campuses, degrees, skill_domains or skills
--   p_id          its id
--   p_is_retired  1: not offered any more
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
COMMENT 'Offer a row of a lookup, or offer it no more.'
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
