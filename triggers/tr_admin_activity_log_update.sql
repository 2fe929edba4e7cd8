-- tr_admin_activity_log_update: prevent changes of the audit log; personal data may be erased.
--
-- Values must go together with their salt, and the network address with the request id, as erasure
-- does it. audit_verify checks that only erased people are affected.

DROP TRIGGER IF EXISTS tr_admin_activity_log_update;

DELIMITER //

CREATE TRIGGER tr_admin_activity_log_update
BEFORE UPDATE ON admin_activity_log
FOR EACH ROW
BEGIN
    IF
        new.id <> old.id
        OR NOT new.actor_id <=> old.actor_id
        OR BINARY new.action <> BINARY old.action
        OR BINARY new.subject_table <> BINARY old.subject_table
        OR new.subject_id <> old.subject_id
        OR BINARY new.database_user <> BINARY old.database_user
        OR new.created_at <> old.created_at
        OR new.state_digest <> old.state_digest
        OR new.origin_digest <> old.origin_digest
        OR NOT (
            (
                new.state_salt <=> old.state_salt
                AND CAST(new.before_state AS CHAR) <=> CAST(old.before_state AS CHAR)
                AND CAST(new.after_state AS CHAR) <=> CAST(old.after_state AS CHAR)
            )
            OR (
                new.state_salt IS NULL AND new.before_state IS NULL AND new.after_state IS NULL
            )
        )
        OR NOT (
            (
                new.origin_salt <=> old.origin_salt
                AND new.client_address <=> old.client_address
                AND new.request_id <=> old.request_id
            )
            OR (
                new.origin_salt IS NULL AND new.client_address IS NULL AND new.request_id IS NULL
            )
        )
    THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Audit log entries can''t be changed or deleted.';
    END IF;
END //

DELIMITER ;
