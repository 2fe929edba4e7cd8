-- _lookup_lock: lock a row of a lookup table until the transaction ends, or refuse.
--
-- Parameters
--   p_kind        campuses, degrees, skill_domains or skills
--   p_id          its id
--   p_name        its name
--   p_is_retired  1: no longer offered
-- Result sets
--   none
-- Errors
--   45404  no such entry

DROP PROCEDURE IF EXISTS _lookup_lock;

DELIMITER //

CREATE PROCEDURE _lookup_lock (
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    OUT p_name VARCHAR(160),
    OUT p_is_retired BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock a row of a lookup table until the transaction ends, or refuse.'
BEGIN
    SET p_name = NULL;
    CASE p_kind
        WHEN 'campuses' THEN
            SELECT
                name,
                is_retired
            INTO p_name, p_is_retired
            FROM campuses
            WHERE id = p_id
            FOR UPDATE;
        WHEN 'degrees' THEN
            SELECT
                name,
                is_retired
            INTO p_name, p_is_retired
            FROM degrees
            WHERE id = p_id
            FOR UPDATE;
        WHEN 'skill_domains' THEN
            SELECT
                name,
                is_retired
            INTO p_name, p_is_retired
            FROM skill_domains
            WHERE id = p_id
            FOR UPDATE;
        ELSE
            SELECT
                name,
                is_retired
            INTO p_name, p_is_retired
            FROM skills
            WHERE id = p_id
            FOR UPDATE;
    END CASE;
    IF p_name IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Entry not found. It may have been removed from the list.';
    END IF;
END //

DELIMITER ;
