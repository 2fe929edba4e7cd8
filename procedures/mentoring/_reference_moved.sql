-- _reference_moved: set the new status of a request, record it and notify the other side.
--
-- The caller holds the lock on the request and has checked the move (_reference_lock).
--
-- Parameters
--   p_request_id    reference_requests.id
--   p_requester_id  users.id of the requester
--   p_alumnus_id    users.id of the alumni member
--   p_from          previous status; NULL: new request
--   p_to            new status
--   p_mover         requester, alumnus or clock
--   p_note          message to the other side; NULL: none
--   p_template      the mail; NULL: the generic one
--   p_more          additional data for the mail; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _reference_moved;

DELIMITER //

CREATE PROCEDURE _reference_moved (
    IN p_request_id BIGINT UNSIGNED,
    IN p_requester_id BIGINT UNSIGNED,
    IN p_alumnus_id BIGINT UNSIGNED,
    IN p_from VARCHAR(20),
    IN p_to VARCHAR(20),
    IN p_mover VARCHAR(20),
    IN p_note VARCHAR(500),
    IN p_template VARCHAR(60),
    IN p_more JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set the new status of a request, record it and notify the other side.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_author_id BIGINT UNSIGNED DEFAULT CASE p_mover
        WHEN 'requester' THEN p_requester_id
        WHEN 'alumnus' THEN p_alumnus_id
    END;

    IF p_from IS NOT NULL THEN
        UPDATE reference_requests
        SET
            answered_at = IF(p_from = 'requested' AND p_mover = 'alumnus', v_now, answered_at),
            status = p_to,
            completed_at = IF(p_to = 'completed', v_now, NULL),
            updated_by = v_author_id
        WHERE id = p_request_id;
    END IF;
    INSERT INTO reference_request_history (
        request_id, from_status, to_status, mover, note, created_at, created_by
    ) VALUES (
        p_request_id, p_from, p_to, p_mover, p_note, UTC_TIMESTAMP(6), v_author_id
    );
    CALL _reference_tell(
        IF(p_mover = 'requester', p_requester_id, p_alumnus_id),
        IF(p_mover = 'requester', p_alumnus_id, p_requester_id),
        p_request_id, CONCAT('reference_', p_to), p_template, p_more, LAST_INSERT_ID()
    );
END //

DELIMITER ;
