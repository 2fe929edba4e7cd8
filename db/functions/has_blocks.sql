-- has_blocks: whether anybody has blocked a person or was blocked by them.
--
-- Whoever has none, and that is nearly everybody, needs no question for each row of a list.
--
-- Parameters
--   p_user_id  users.id; NULL: a visitor
-- Returns
--   1 or 0; 0 for the office, for which no block holds

DROP FUNCTION IF EXISTS has_blocks;

DELIMITER //

CREATE FUNCTION has_blocks(p_user_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Whether anybody has blocked a person or was blocked by them.'
BEGIN
    RETURN
        (
            EXISTS (SELECT 1 FROM user_blocks WHERE blocker_id = p_user_id)
            OR EXISTS (SELECT 1 FROM user_blocks WHERE blocked_id = p_user_id)
        )
        AND NOT role_of(p_user_id) <=> 'admin';
END //

DELIMITER ;
