-- account_restore: restore an account with the link in the mail, until it is erased.
--
-- Parameters
--   p_actor_id  not used: the token is the authorisation
--   p_token     from the link
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45404  the link is unknown, used or has expired
-- Example
--   CALL account_restore(NULL, 'no such token');
--   -- refused: 45404

DROP PROCEDURE IF EXISTS account_restore;

DELIMITER //

CREATE PROCEDURE account_restore (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token VARCHAR(128)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore an account with the link in the mail. | account: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_deleted_at DATETIME;
    DECLARE v_token_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- The owner of a token never changes; the account is locked before its token, as in erasure.
    SELECT user_id INTO v_user_id
    FROM account_tokens
    WHERE token_hash = UNHEX(SHA2(p_token, 256)) AND purpose = 'restore';

    START TRANSACTION;
    SELECT deleted_at INTO v_deleted_at
    FROM users
    WHERE id = v_user_id AND is_deleted = 1 AND erased_at IS NULL
    FOR UPDATE;
    IF v_deleted_at IS NOT NULL THEN
        SELECT id INTO v_token_id
        FROM account_tokens
        WHERE
            token_hash = UNHEX(SHA2(p_token, 256))
            AND used_at IS NULL
            AND expires_at > UTC_TIMESTAMP()
        FOR UPDATE;
    END IF;
    IF v_token_id IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This link is used or has expired. Your account may be restored.';
    END IF;
    CALL _account_restored(v_user_id, v_user_id, 'account_restore');
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
