-- is_in_audience: check whether a viewer belongs to an audience of an owner, for many owners.
--
-- Values that are the same for all owners are computed once and passed in, so that a search pays
-- only for audiences that depend on the owner. The same holds for blocks: people without any
-- (has_blocks) need no check per owner (is_blocked_between).
--
-- Parameters
--   p_audience   audience of the field
--   p_general    general_audiences_of() of the viewer
--   p_viewer_id  users.id of the viewer; NULL: a visitor
--   p_owner_id   users.id of the owner of the field
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_in_audience;

DELIMITER //

CREATE FUNCTION is_in_audience(
    p_audience VARCHAR(30),
    p_general VARCHAR(100),
    p_viewer_id BIGINT UNSIGNED,
    p_owner_id BIGINT UNSIGNED
)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether a viewer belongs to an audience of an owner.'
BEGIN
    IF FIND_IN_SET(p_audience, p_general) THEN
        RETURN 1;
    ELSEIF p_audience IN ('everyone', 'members', 'alumni') THEN
        RETURN p_viewer_id <=> p_owner_id;
    END IF;
    RETURN FIND_IN_SET(p_audience, audiences_of(p_viewer_id, p_owner_id)) > 0;
END //

DELIMITER ;
