-- tr_audit_pending_insert: queue a new audit log row for the hash chain.
--
-- After the insert, because the row has its id only then.

DROP TRIGGER IF EXISTS tr_audit_pending_insert;

DELIMITER //

CREATE TRIGGER tr_audit_pending_insert
AFTER INSERT ON admin_activity_log
FOR EACH ROW
BEGIN
    INSERT INTO audit_pending (log_id, row_hash)
    VALUES (
        new.id,
        _audit_row_hash_of(
            new.id, new.actor_id, new.action, new.subject_table, new.subject_id,
            new.database_user, new.created_at, new.state_digest, new.origin_digest
        )
    );
END //

DELIMITER ;
