-- mail_suppression_remove: allow mail to an email address again.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_email     the email address
-- Result sets
--   suppression (one)  email
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  the address is not suppressed
-- Example
--   CALL mail_suppression_remove(1, 'nobody@example.com');  -- refused: 45404

DROP PROCEDURE IF EXISTS mail_suppression_remove;

DELIMITER //

CREATE PROCEDURE mail_suppression_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Allow mail to an email address again. | suppression: one'
BEGIN
    DECLARE v_reason VARCHAR(20);
    -- The log names the account and no address; 0: no account has it.
    DECLARE v_user_id BIGINT UNSIGNED DEFAULT 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    SELECT id INTO v_user_id
    FROM users
    WHERE email = p_email;

    START TRANSACTION;
    SELECT reason INTO v_reason
    FROM mail_suppressions
    WHERE email = p_email
    FOR UPDATE;
    IF v_reason IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This address already receives mail. Nothing needs to change.';
    END IF;
    DELETE FROM mail_suppressions
    WHERE email = p_email;
    CALL _audit(
        p_actor_id, 'mail_suppression_remove', 'users', v_user_id,
        JSON_OBJECT('no_mail', v_reason), NULL
    );
    COMMIT;

    SELECT p_email AS email;
END //

DELIMITER ;
