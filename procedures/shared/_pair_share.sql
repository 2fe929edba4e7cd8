-- _pair_share: hold two accounts as they are, so that a block comes before or after.
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
COMMENT 'Hold two accounts as they are, so that a block comes before or after.'
BEGIN
    -- The smaller id first, as a block does.
    DO (SELECT id FROM users WHERE id = LEAST(p_one_id, p_other_id) FOR SHARE);
    DO (SELECT id FROM users WHERE id = GREATEST(p_one_id, p_other_id) FOR SHARE);
END //

DELIMITER ;
