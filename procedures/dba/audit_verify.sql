-- audit_verify: verify that no row of the audit log was altered, removed, inserted or moved.
--
-- For a DBA, the whole log in one call; the office verifies it range by range (audit_check). New
-- rows are appended to the chain first. Store head_position and head_hash elsewhere: a person who
-- can write every table can forge a whole chain, but not one that ends in a hash you know.
--
-- Parameters
--   none
-- Result sets
--   verification (one)  is_intact, checked_count, erased_count (of them, rows whose content was
--                       lawfully erased), broken_position, broken_log_id and broken_reason of the
--                       first invalid row (altered, removed, inserted, reordered; NULL: none),
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
COMMENT 'Verify the audit log against its hash chain. | verification: one'
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
