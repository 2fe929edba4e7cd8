-- inbox_move: change the status of a message, along inbox_moves.
--
-- Parameters
--   p_actor_id     users.id of an admin
--   p_kind         contact or feedback
--   p_id           of the message
--   p_to_status    the new status: open, resolved or spam
--   p_from_status  the status that the admin saw; NULL: do not check
-- Result sets
--   message (one)  kind, id, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such message
--   45409  changed by someone else, or not an allowed move
--   45422  unknown status
-- Example
--   CALL inbox_move(1, 'contact', 0, 'open', NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS inbox_move;

DELIMITER //

CREATE PROCEDURE inbox_move (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_to_status VARCHAR(20),
    IN p_from_status VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the status of a message. | message: one'
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_assignee_id BIGINT UNSIGNED;
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    IF p_to_status IS NULL OR p_to_status NOT IN ('open', 'resolved', 'spam') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'to_status: Choose a status from the list.';
    END IF;

    START TRANSACTION;
    CALL _inbox_lock(p_kind, p_id, 0, v_status, v_assignee_id);
    IF
        p_from_status <> v_status
        OR NOT EXISTS (
            SELECT 1
            FROM inbox_moves
            WHERE from_status = v_status AND to_status = p_to_status
        )
    THEN
        SET v_message = CONCAT('This message is now ', v_status, '. Reload the page.');
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    CALL _inbox_write(
        p_actor_id, 'inbox_move', p_kind, p_id, v_status, p_to_status, v_assignee_id,
        v_assignee_id
    );
    COMMIT;

    SELECT
        p_kind AS kind,
        p_id AS id,
        p_to_status AS status;
END //

DELIMITER ;
