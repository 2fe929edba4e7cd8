-- _idempotency_record: remember what a creation with a key has made.
--
-- Parameters
--   p_actor_id   users.id
--   p_procedure  the creating procedure
--   p_key        as claimed; NULL: nothing is remembered
--   p_result_id  id of what was created
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
COMMENT 'Remember what a creation with a key has made.'
BEGIN
    UPDATE idempotency_keys SET result_id = p_result_id
    WHERE actor_id = p_actor_id AND procedure_name = p_procedure AND idempotency_key = p_key;
END //

DELIMITER ;
