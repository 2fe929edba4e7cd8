-- _account_pair_lock: hold an admin's account and the one they decide about, or refuse.
--
-- The smaller id first, then the row of the role: two admins who act on one another at once come
-- one after the other, and the second is looked at as the first has left them. Nothing is read
-- without a lock here, so that what the caller reads next is as of now.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account
--   p_role_id   its role
--   p_state     users.state: pending, active, rejected, blocked or deleted
-- Result sets
--   none
-- Errors
--   45403  the actor is no admin (any more)
--   45404  no such account, or nothing is left of it
--   45409  it is the actor's own

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
COMMENT 'Hold an admin''s account and the one they decide about, or refuse.'
BEGIN
    DECLARE v_held_id BIGINT UNSIGNED;
    DECLARE v_admin_id TINYINT UNSIGNED;
    DECLARE v_actor_role_id TINYINT UNSIGNED;
    DECLARE v_actor_state VARCHAR(10);

    IF p_user_id = p_actor_id THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This is your own account: another admin has to do that.';
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
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such account.';
    END IF;
END //

DELIMITER ;
