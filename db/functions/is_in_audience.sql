-- is_in_audience: whether a viewer belongs to an audience of an owner's, for many owners at once.
--
-- What is the same for all owners is asked once and passed in, so that a search pays for the rest
-- only where an audience depends on the owner. Blocks are asked for once as well: who has none
-- (has_blocks) needs no question for each owner (is_blocked_between).
--
-- Parameters
--   p_audience   audience of the field
--   p_general    general_audiences_of() the viewer
--   p_viewer_id  users.id of who looks; NULL: a visitor
--   p_owner_id   users.id of whose field it is
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
COMMENT 'Whether a viewer belongs to an audience of an owner''s.'
BEGIN
    IF FIND_IN_SET(p_audience, p_general) THEN
        RETURN 1;
    ELSEIF p_audience IN ('everyone', 'members', 'alumni') THEN
        RETURN p_viewer_id <=> p_owner_id;
    END IF;
    RETURN FIND_IN_SET(p_audience, audiences_of(p_viewer_id, p_owner_id)) > 0;
END //

DELIMITER ;
