-- _verification_lock: lock the actor's open request, after the account, or refuse.
--
-- Parameters
--   p_actor_id    users.id of the person
--   p_request_id  verification_queue.id
--   p_status      pending or needs_more
--   p_documents   submitted_documents
-- Result sets
--   none
-- Errors
--   45404  no such request of the actor
--   45409  not open

DROP PROCEDURE IF EXISTS _verification_lock;

DELIMITER //

CREATE PROCEDURE _verification_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    OUT p_status VARCHAR(20),
    OUT p_documents JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock the actor''s open request, after the account, or refuse.'
BEGIN
    DECLARE v_state VARCHAR(20);

    SET p_status = NULL, p_documents = NULL;
    CALL _graduand_lock(p_actor_id, v_state);
    SELECT
        status,
        submitted_documents
    INTO p_status, p_documents
    FROM verification_queue
    WHERE id = p_request_id AND user_id = p_actor_id
    FOR UPDATE;
    IF p_status IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Request not found.';
    END IF;
    IF p_status NOT IN ('pending', 'needs_more') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This request has already been answered. Reload the page.';
    END IF;
END //

DELIMITER ;
