-- audit_verify: find out whether a row of the audit log was altered, removed, inserted or moved.
--
-- For a DBA, the whole log at once; the office checks it a stretch a page (audit_check). What waits
-- is appended to the chain first. Note head_position and head_hash somewhere else: whoever can
-- write every table can forge a whole chain, but not one that ends in a hash that you know.
--
-- Parameters
--   none
-- Result sets
--   verification (one)  is_intact, checked_count, erased_count (of them, lawfully without their
--                       content), broken_position, broken_log_id and broken_reason of the first
--                       row that is not right (altered, removed, inserted, reordered; NULL: none),
--                       explanation, next_after (NULL), head_position, head_hash
-- Errors
--   none
-- Example
--   CALL audit_verify();

DROP PROCEDURE IF EXISTS audit_verify;

DELIMITER //

CREATE PROCEDURE audit_verify ()
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Compare the audit log with its hash chain. | verification: one'
BEGIN
    DECLARE v_reason VARCHAR(10);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL audit_seal(NULL);
    START TRANSACTION;
    CALL _audit_verify(NULL, 4294967295, v_reason);
    COMMIT;
END //

DELIMITER ;
