-- notification_unsubscribe_read: read what the link of a mail would unsubscribe.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor, the usual case
--   p_token     from the mail
-- Result sets
--   kind (one)  label, description (NULL: a digest), digest (daily or weekly; NULL: a type)
-- Errors
--   45404  no such token
-- Example
--   CALL notification_unsubscribe_read(NULL, 'no token');  -- refused: 45404

DROP PROCEDURE IF EXISTS notification_unsubscribe_read;

DELIMITER //

CREATE PROCEDURE notification_unsubscribe_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token VARCHAR(60)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read what the link of a mail would unsubscribe. | kind: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_kind VARCHAR(20);
    DECLARE v_digest VARCHAR(10);

    CALL _unsubscribe_token_use(p_token, v_user_id, v_kind, v_digest);
    SELECT
        MAX(label) AS label,
        MAX(description) AS description,
        v_digest AS digest
    FROM notification_kinds
    WHERE name = v_kind;
END //

DELIMITER ;
