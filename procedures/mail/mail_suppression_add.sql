-- mail_suppression_add: suppress an email address: send no more mail to it.
--
-- For cases that no mail server reports: a person complained, or asked the office. An existing
-- entry of the address stays unchanged.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_email     the email address
--   p_reason    complaint or office
--   p_detail    for the office, at most 500 characters; NULL: none
-- Result sets
--   suppression (one)  email, reason
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  invalid value
-- Example
--   CALL mail_suppression_add(1, 'nobody@example.org', 'office', 'Asked by telephone.');

DROP PROCEDURE IF EXISTS mail_suppression_add;

DELIMITER //

CREATE PROCEDURE mail_suppression_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email MEDIUMTEXT,
    IN p_reason VARCHAR(20),
    IN p_detail MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Suppress an email address: send no more mail to it. | suppression: one'
BEGIN
    -- The log names the account and no address; 0: no account has it.
    DECLARE v_user_id BIGINT UNSIGNED DEFAULT 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    CALL _require_text('email', p_email, 254, 1, 0);
    IF NOT is_email(p_email) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'email: Enter a full email address, such as name@example.com.';
    ELSEIF NOT COALESCE(p_reason, '') IN ('complaint', 'office') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'reason: Choose a reason from the list.';
    END IF;
    CALL _require_text('detail', p_detail, 500, 0, 0);
    SELECT id INTO v_user_id
    FROM users
    WHERE email = p_email;

    START TRANSACTION;
    INSERT INTO mail_suppressions (email, reason, detail, created_by)
    VALUES (p_email, p_reason, p_detail, p_actor_id)
    ON DUPLICATE KEY UPDATE email = mail_suppressions.email;
    IF ROW_COUNT() = 1 THEN
        CALL _audit(
            p_actor_id, 'mail_suppression_add', 'users', v_user_id,
            NULL, JSON_OBJECT('no_mail', p_reason)
        );
    END IF;
    COMMIT;

    SELECT
        email,
        reason
    FROM mail_suppressions
    WHERE email = p_email;
END //

DELIMITER ;
