-- _reference_finish: complete or end an accepted request, from either side.
--
-- In the caller's transaction, which this begins to fill: nothing was read in it before.
--
-- Parameters
--   p_request_id    reference_requests.id
--   p_requester_id  users.id, from _reference_parties like the next two
--   p_alumnus_id    users.id
--   p_mover         requester or alumnus
--   p_to_status     completed or ended
--   p_note          words for the other side; NULL: none
-- Result sets
--   none
-- Errors
--   45404  the request is gone
--   45409  it is not accepted

DROP PROCEDURE IF EXISTS _reference_finish;

DELIMITER //

CREATE PROCEDURE _reference_finish (
    IN p_request_id BIGINT UNSIGNED,
    IN p_requester_id BIGINT UNSIGNED,
    IN p_alumnus_id BIGINT UNSIGNED,
    IN p_mover VARCHAR(20),
    IN p_to_status VARCHAR(20),
    IN p_note VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Complete or end an accepted request, from either side.'
BEGIN
    DECLARE v_status VARCHAR(20);

    CALL _reference_lock(
        p_requester_id, p_alumnus_id, p_request_id, p_to_status, p_mover, v_status
    );
    CALL _reference_moved(
        p_request_id, p_requester_id, p_alumnus_id, v_status, p_to_status, p_mover, p_note, NULL,
        NULL
    );
END //

DELIMITER ;
