-- audit_check: verify a range of the audit log against its hash chain, for the office.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_after     next_after of the previous range; NULL: from the beginning
-- Result sets
--   verification (one)  for 5,000 rows: is_intact, checked_count, erased_count (of them, rows whose
--                       content was lawfully erased), broken_position, broken_log_id and
--                       broken_reason of the first invalid row (altered, removed, inserted,
--                       reordered;
--                       NULL: none), explanation, next_after (NULL: the end was reached),
--                       head_position, head_hash
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL audit_check(1, NULL);

DROP PROCEDURE IF EXISTS audit_check;

DELIMITER //

CREATE PROCEDURE audit_check (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_after BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Verify a range of the audit log against its hash chain. | verification: one'
BEGIN
    DECLARE v_reason VARCHAR(10);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    CALL _require_cursor(p_after);
    CALL audit_seal(p_actor_id);
    START TRANSACTION;
    CALL _audit_verify(p_after, 5000, v_reason);
    COMMIT;
END //

DELIMITER ;
