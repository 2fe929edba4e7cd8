-- _idempotency_claim: check whether a creation was already done.
--
-- The first caller's row stays locked until its transaction ends; a second caller with the
-- same key waits for it and then reads its result.
--
-- Parameters
--   p_actor_id   users.id
--   p_procedure  the creating procedure
--   p_key        created with the form; NULL: no protection
--   p_result_id  id created by an earlier call; NULL: create it now
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _idempotency_claim;

DELIMITER //

CREATE PROCEDURE _idempotency_claim (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_procedure VARCHAR(64),
    IN p_key VARCHAR(64),
    OUT p_result_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether a creation was already done.'
BEGIN
    SET p_result_id = NULL;
    IF p_key IS NOT NULL THEN
        INSERT INTO idempotency_keys (actor_id, procedure_name, idempotency_key, result_id)
        VALUES (p_actor_id, p_procedure, p_key, 0)
        ON DUPLICATE KEY UPDATE updated_at = updated_at;

        SELECT NULLIF(result_id, 0) INTO p_result_id
        FROM idempotency_keys
        WHERE actor_id = p_actor_id AND procedure_name = p_procedure AND idempotency_key = p_key
        FOR UPDATE;
    END IF;
END //

DELIMITER ;
