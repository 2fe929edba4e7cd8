-- is_blocked_between: check whether one of two people has blocked the other.
-- The single place of this rule.
--
-- Parameters
--   p_one_id    users.id; NULL: a visitor, who cannot be blocked
--   p_other_id  users.id
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_blocked_between;

DELIMITER //

CREATE FUNCTION is_blocked_between(p_one_id BIGINT UNSIGNED, p_other_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether one of two people has blocked the other.'
BEGIN
    RETURN
        EXISTS (
            SELECT 1 FROM user_blocks
            WHERE blocker_id = p_one_id AND blocked_id = p_other_id
        )
        OR EXISTS (
            SELECT 1 FROM user_blocks
            WHERE blocker_id = p_other_id AND blocked_id = p_one_id
        );
END //

DELIMITER ;
