-- tr_admin_activity_log_insert: set the digests and the current time of a new audit log row.
--
-- A trigger, so that it applies to every writer: no row can be backdated.

DROP TRIGGER IF EXISTS tr_admin_activity_log_insert;

DELIMITER //

CREATE TRIGGER tr_admin_activity_log_insert
BEFORE INSERT ON admin_activity_log
FOR EACH ROW
BEGIN
    SET NEW.created_at = UTC_TIMESTAMP(6);
    SET NEW.state_salt = RANDOM_BYTES(16);
    SET NEW.state_digest = UNHEX(SHA2(
        CONCAT(HEX(new.state_salt), JSON_ARRAY(new.before_state, new.after_state)), 256
    ));
    SET NEW.origin_salt = RANDOM_BYTES(16);
    SET NEW.origin_digest = UNHEX(SHA2(
        CONCAT(HEX(new.origin_salt), JSON_ARRAY(new.client_address, new.request_id)), 256
    ));
END //

DELIMITER ;
