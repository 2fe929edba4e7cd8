-- can_see_person: whether a viewer may see a field of a person.
--
-- Parameters
--   p_viewer_id  users.id of who looks; NULL: a visitor
--   p_owner_id   users.id of whose field it is
--   p_field      privacy_fields.name; profile: the person at all
-- Returns
--   1 or 0; a field is never visible where the profile is not

DROP FUNCTION IF EXISTS can_see_person;

DELIMITER //

CREATE FUNCTION can_see_person(
    p_viewer_id BIGINT UNSIGNED,
    p_owner_id BIGINT UNSIGNED,
    p_field VARCHAR(20)
)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Whether a viewer may see a field of a person.'
BEGIN
    DECLARE v_audiences VARCHAR(100) DEFAULT audiences_of(p_viewer_id, p_owner_id);

    RETURN
        FIND_IN_SET(audience_of(p_owner_id, 'profile'), v_audiences) > 0
        AND FIND_IN_SET(audience_of(p_owner_id, p_field), v_audiences) > 0;
END //

DELIMITER ;
