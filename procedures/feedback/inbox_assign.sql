-- inbox_assign: assign a message to a person of the office.
--
-- Parameters
--   p_actor_id     users.id of an admin
--   p_kind         contact or feedback
--   p_id           of the message
--   p_assignee_id  users.id of an admin; NULL: nobody
-- Result sets
--   message (one)  kind, id, assignee_id
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such message
--   45422  the assignee is not an admin
-- Example
--   CALL inbox_assign(1, 'contact', 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS inbox_assign;

DELIMITER //

CREATE PROCEDURE inbox_assign (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_assignee_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Assign a message to a person of the office. | message: one'
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_assignee_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    IF p_assignee_id IS NOT NULL AND NOT role_of(p_assignee_id) <=> 'admin' THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'assignee_id: Choose a person from the list.';
    END IF;

    START TRANSACTION;
    CALL _inbox_lock(p_kind, p_id, 0, v_status, v_assignee_id);
    CALL _inbox_write(
        p_actor_id, 'inbox_assign', p_kind, p_id, v_status, v_status, v_assignee_id, p_assignee_id
    );
    COMMIT;

    SELECT
        p_kind AS kind,
        p_id AS id,
        p_assignee_id AS assignee_id;
END //

DELIMITER ;
