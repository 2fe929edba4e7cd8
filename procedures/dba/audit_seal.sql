-- audit_seal: append new rows of the audit log to its hash chain; ev_seal_audit.
--
-- A thousand rows per transaction, until none is left.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA or the scheduler
-- Result sets
--   none
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL audit_seal(NULL);

DROP PROCEDURE IF EXISTS audit_seal;

DELIMITER //

CREATE PROCEDURE audit_seal (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Append new rows of the audit log to its hash chain.'
BEGIN
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    -- Checked without a lock: most of the time there is nothing to do.
    SELECT COUNT(*) INTO v_count
    FROM (SELECT 1 FROM audit_pending LIMIT 1) AS w;
    WHILE v_count > 0 DO
        START TRANSACTION;
        CALL _audit_seal(1000, v_count);
        COMMIT;
    END WHILE;
END //

DELIMITER ;
