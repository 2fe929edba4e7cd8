-- _pair_share: share-lock two accounts, so that a block happens before or after.
--
-- Parameters
--   p_one_id    users.id
--   p_other_id  users.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _pair_share;

DELIMITER //

CREATE PROCEDURE _pair_share (
    IN p_one_id BIGINT UNSIGNED,
    IN p_other_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Share-lock two accounts, so that a block happens before or after.'
BEGIN
    -- In the order of ids, as for a block.
    DO (SELECT id FROM users WHERE id = LEAST(p_one_id, p_other_id) FOR SHARE);
    DO (SELECT id FROM users WHERE id = GREATEST(p_one_id, p_other_id) FOR SHARE);
END //

DELIMITER ;
