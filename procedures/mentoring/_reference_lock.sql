-- _reference_lock: lock a request after the accounts of both sides, or refuse an invalid move.
--
-- Parameters
--   p_requester_id  users.id, from _reference_parties like the next
--   p_alumnus_id    users.id
--   p_request_id    reference_requests.id
--   p_to_status     the new status; NULL: it is not changed, but must be accepted
--   p_mover         who changes it: requester, alumnus or clock
--   p_status        its status
-- Result sets
--   none
-- Errors
--   45404  no such request
--   45409  not an allowed move, or not accepted

DROP PROCEDURE IF EXISTS _reference_lock;

DELIMITER //

CREATE PROCEDURE _reference_lock (
    IN p_requester_id BIGINT UNSIGNED,
    IN p_alumnus_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_to_status VARCHAR(20),
    IN p_mover VARCHAR(20),
    OUT p_status VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock a request after the accounts of both sides, or refuse an invalid move.'
BEGIN
    DECLARE v_expires_at DATETIME;
    DECLARE v_is_sensible BOOLEAN;
    DECLARE v_message VARCHAR(128);

    CALL _pair_share(p_requester_id, p_alumnus_id);
    -- Accepting locks the offer, so that places are counted one after the other.
    IF p_to_status = 'accepted' THEN
        DO (SELECT user_id FROM mentoring_offers WHERE user_id = p_alumnus_id FOR UPDATE);
    END IF;
    SET p_status = NULL;
    SELECT
        status,
        expires_at
    INTO p_status, v_expires_at
    FROM reference_requests
    WHERE id = p_request_id AND is_deleted = 0
    FOR UPDATE;
    IF p_status IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Request not found.';
    END IF;
    SELECT COUNT(*) > 0 INTO v_is_sensible
    FROM reference_request_moves
    WHERE from_status = p_status AND to_status = p_to_status AND mover = p_mover;
    SET v_message = CASE
        WHEN p_to_status IS NULL AND p_status = 'accepted' THEN NULL
        WHEN p_to_status IS NULL OR NOT v_is_sensible
            THEN CONCAT('This request is ', p_status, '. Reload the page.')
        WHEN p_to_status <> 'expired' AND p_status = 'requested' AND v_expires_at <= UTC_TIMESTAMP()
            THEN 'This request has expired. Send a new one.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
