-- photo_of: the version of a person's photo, where a viewer may see it.
--
-- Parameters
--   p_viewer_id  users.id of who looks; NULL: a visitor
--   p_owner_id   users.id of whose photo it is
-- Returns
--   12 hexadecimal digits that change with the photo; NULL: none, or not for the viewer

DROP FUNCTION IF EXISTS photo_of;

DELIMITER //

CREATE FUNCTION photo_of(p_viewer_id BIGINT UNSIGNED, p_owner_id BIGINT UNSIGNED)
RETURNS CHAR(12)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The version of a person''s photo, where a viewer may see it.'
BEGIN
    DECLARE v_version CHAR(12) DEFAULT picture_version_of(p_owner_id, 'photo');

    RETURN IF(
        v_version IS NOT NULL AND can_see_person(p_viewer_id, p_owner_id, 'photo'), v_version, NULL
    );
END //

DELIMITER ;
