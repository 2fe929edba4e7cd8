-- notification_unsubscribe: unsubscribe from mail with its link: from a type, or a digest.
--
-- No sign-in needed: the token is the proof. Repeating it changes nothing.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor, the usual case
--   p_token     from the mail
-- Result sets
--   preference (one)  label (of the type; NULL: a digest), digest (daily or weekly; NULL: a type),
--                     mail
-- Errors
--   45404  no such token
-- Example
--   CALL notification_unsubscribe(NULL, 'no token');  -- refused: 45404

DROP PROCEDURE IF EXISTS notification_unsubscribe;

DELIMITER //

CREATE PROCEDURE notification_unsubscribe (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token VARCHAR(60)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Unsubscribe from mail with its link. | preference: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_kind VARCHAR(20);
    DECLARE v_digest VARCHAR(10);

    CALL _unsubscribe_token_use(p_token, v_user_id, v_kind, v_digest);
    -- A single statement is a transaction. A digest ends for all its types.
    INSERT INTO notification_preferences (user_id, kind, is_in_app, mail)
    SELECT
        /*+ JOIN_ORDER(k, p) JOIN_INDEX(p PRIMARY) */
        v_user_id,
        k.name,
        k.is_in_app,
        'none'
    FROM notification_kinds AS k
    LEFT JOIN notification_preferences AS p ON p.user_id = v_user_id AND p.kind = k.name
    WHERE k.name = v_kind OR COALESCE(p.mail, k.mail) = v_digest
    ON DUPLICATE KEY UPDATE mail = 'none';
    SELECT
        MAX(label) AS label,
        v_digest AS digest,
        'none' AS mail
    FROM notification_kinds
    WHERE name = v_kind;
END //

DELIMITER ;
