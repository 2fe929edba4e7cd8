-- photo_of: return the version of a person's photo, if a viewer may see it.
--
-- Parameters
--   p_viewer_id  users.id of the viewer; NULL: a visitor
--   p_owner_id   users.id of the photo's owner
-- Returns
--   12 hexadecimal digits that change with the photo; NULL: none, or not visible to the viewer

DROP FUNCTION IF EXISTS photo_of;

DELIMITER //

CREATE FUNCTION photo_of(p_viewer_id BIGINT UNSIGNED, p_owner_id BIGINT UNSIGNED)
RETURNS CHAR(12)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the version of a person''s photo, if a viewer may see it.'
BEGIN
    DECLARE v_version CHAR(12) DEFAULT picture_version_of(p_owner_id, 'photo');

    RETURN IF(
        v_version IS NOT NULL AND can_see_person(p_viewer_id, p_owner_id, 'photo'), v_version, NULL
    );
END //

DELIMITER ;
