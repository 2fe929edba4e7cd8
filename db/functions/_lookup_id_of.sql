-- _lookup_id_of: find an entry of a list by name.
--
-- Parameters
--   p_kind  campuses, degrees, skill_domains or skills
--   p_name  its name, or its id if no entry has that name
-- Returns
--   its id; NULL: not found

DROP FUNCTION IF EXISTS _lookup_id_of;

DELIMITER //

CREATE FUNCTION _lookup_id_of(
    p_kind VARCHAR(20),
    p_name VARCHAR(160)
)
RETURNS BIGINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find an entry of a list by name.'
BEGIN
    DECLARE v_number BIGINT UNSIGNED DEFAULT IF(REGEXP_LIKE(p_name, '^[0-9]{1,18}$'), p_name, 0);
    DECLARE v_id BIGINT UNSIGNED;

    CASE p_kind
        WHEN 'campuses' THEN
            SELECT COALESCE(MAX(IF(name = p_name, id, NULL)), MAX(id)) INTO v_id
            FROM campuses
            WHERE name = p_name OR id = v_number;
        WHEN 'degrees' THEN
            SELECT COALESCE(MAX(IF(name = p_name, id, NULL)), MAX(id)) INTO v_id
            FROM degrees
            WHERE name = p_name OR id = v_number;
        WHEN 'skill_domains' THEN
            SELECT COALESCE(MAX(IF(name = p_name, id, NULL)), MAX(id)) INTO v_id
            FROM skill_domains
            WHERE name = p_name OR id = v_number;
        ELSE
            SELECT COALESCE(MAX(IF(name = p_name, id, NULL)), MAX(id)) INTO v_id
            FROM skills
            WHERE name = p_name OR id = v_number;
    END CASE;
    RETURN v_id;
END //

DELIMITER ;
