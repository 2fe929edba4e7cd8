-- _references_close: end the requests between two people because one has blocked the other.
--
-- No notifications: to the other person it looks like any other reply. The caller holds both
-- accounts.
--
-- Parameters
--   p_actor_id  users.id of the blocking person
--   p_user_id   users.id of the blocked person
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _references_close;

DELIMITER //

CREATE PROCEDURE _references_close (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'End the requests between two people because one has blocked the other.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    INSERT INTO reference_request_history (
        request_id, from_status, to_status, mover, created_at, created_by
    )
    SELECT
        id,
        status,
        CASE
            WHEN status = 'accepted' THEN 'ended'
            WHEN requester_id = p_actor_id THEN 'withdrawn'
            ELSE 'declined'
        END,
        IF(requester_id = p_actor_id, 'requester', 'alumnus'),
        UTC_TIMESTAMP(6),
        p_actor_id
    FROM reference_requests
    WHERE
        (requester_id = p_actor_id AND open_alumnus_id = p_user_id)
        OR (requester_id = p_user_id AND open_alumnus_id = p_actor_id)
    FOR UPDATE;

    -- In the order of assignment: answered_at uses the old status.
    UPDATE reference_requests
    SET
        answered_at = IF(
            status = 'requested' AND alumnus_id = p_actor_id, v_now, answered_at
        ),
        status = CASE
            WHEN status = 'accepted' THEN 'ended'
            WHEN requester_id = p_actor_id THEN 'withdrawn'
            ELSE 'declined'
        END,
        updated_by = p_actor_id
    WHERE
        (requester_id = p_actor_id AND open_alumnus_id = p_user_id)
        OR (requester_id = p_user_id AND open_alumnus_id = p_actor_id);
END //

DELIMITER ;
