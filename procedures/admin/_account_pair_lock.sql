-- _account_pair_lock: lock an admin's account and the account they decide about, or refuse.
--
-- In the order of ids, then the row of the role: two admins who act on each other at the same time
-- take turns, and the second sees what the first has changed. No non-locking reads here, so that
-- the caller's next read is current.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account
--   p_role_id   role of the account
--   p_state     users.state: pending, active, rejected, blocked or deleted
-- Result sets
--   none
-- Errors
--   45403  the actor is not an admin
--   45404  no such account, or it is erased
--   45409  the actor's own account

DROP PROCEDURE IF EXISTS _account_pair_lock;

DELIMITER //

CREATE PROCEDURE _account_pair_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    OUT p_role_id TINYINT UNSIGNED,
    OUT p_state VARCHAR(10)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock an admin''s account and the account they decide about, or refuse.'
BEGIN
    DECLARE v_held_id BIGINT UNSIGNED;
    DECLARE v_admin_id TINYINT UNSIGNED;
    DECLARE v_actor_role_id TINYINT UNSIGNED;
    DECLARE v_actor_state VARCHAR(10);

    IF p_user_id = p_actor_id THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You can''t do this to your own account. Ask another admin.';
    END IF;
    SELECT id INTO v_held_id
    FROM users
    WHERE id = LEAST(p_actor_id, p_user_id)
    FOR UPDATE;
    SELECT id INTO v_held_id
    FROM users
    WHERE id = GREATEST(p_actor_id, p_user_id)
    FOR UPDATE;
    SELECT id INTO v_admin_id
    FROM roles
    WHERE name = 'admin'
    FOR UPDATE;
    SELECT
        role_id,
        state
    INTO v_actor_role_id, v_actor_state
    FROM users
    WHERE id = p_actor_id
    FOR UPDATE;
    IF NOT (v_actor_role_id <=> v_admin_id AND v_actor_state <=> 'active') THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only the alumni office can do this.';
    END IF;
    SET
    p_role_id = NULL,
    p_state = NULL;
    SELECT
        role_id,
        state
    INTO p_role_id, p_state
    FROM users
    WHERE id = p_user_id
    FOR UPDATE;
    IF p_state IS NULL OR p_state = 'erased' THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Account not found.';
    END IF;
END //

DELIMITER ;
