-- can_see_person: check whether a viewer may see a field of a person.
--
-- Parameters
--   p_viewer_id  users.id of the viewer; NULL: a visitor
--   p_owner_id   users.id of the owner of the field
--   p_field      privacy_fields.name; profile: the whole person
-- Returns
--   1 or 0; a field is never visible if the profile is not

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
COMMENT 'Check whether a viewer may see a field of a person.'
BEGIN
    DECLARE v_audiences VARCHAR(100) DEFAULT audiences_of(p_viewer_id, p_owner_id);

    RETURN
        FIND_IN_SET(audience_of(p_owner_id, 'profile'), v_audiences) > 0
        AND FIND_IN_SET(audience_of(p_owner_id, p_field), v_audiences) > 0;
END //

DELIMITER ;
