-- _idempotency_record: record the result of a creation with a key.
--
-- Parameters
--   p_actor_id   users.id
--   p_procedure  the creating procedure
--   p_key        as claimed; NULL: nothing is recorded
--   p_result_id  id of the created row
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _idempotency_record;

DELIMITER //

CREATE PROCEDURE _idempotency_record (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_procedure VARCHAR(64),
    IN p_key VARCHAR(64),
    IN p_result_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Record the result of a creation with a key.'
BEGIN
    UPDATE idempotency_keys SET result_id = p_result_id
    WHERE actor_id = p_actor_id AND procedure_name = p_procedure AND idempotency_key = p_key;
END //

DELIMITER ;
