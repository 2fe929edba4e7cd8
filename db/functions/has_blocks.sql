-- has_blocks: check whether a person has blocked anyone or was blocked by anyone.
--
-- Most people have no blocks and need no check for each row of a list.
--
-- Parameters
--   p_user_id  users.id; NULL: a visitor
-- Returns
--   1 or 0; 0 for the office, to which blocks do not apply

DROP FUNCTION IF EXISTS has_blocks;

DELIMITER //

CREATE FUNCTION has_blocks(p_user_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether a person has blocked anyone or was blocked by anyone.'
BEGIN
    RETURN
        (
            EXISTS (SELECT 1 FROM user_blocks WHERE blocker_id = p_user_id)
            OR EXISTS (SELECT 1 FROM user_blocks WHERE blocked_id = p_user_id)
        )
        AND NOT role_of(p_user_id) <=> 'admin';
END //

DELIMITER ;
