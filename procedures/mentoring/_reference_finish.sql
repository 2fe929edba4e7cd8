-- _reference_finish: complete or end an accepted request, for either side.
--
-- Runs first in the caller's transaction: nothing was read in it before.
--
-- Parameters
--   p_request_id    reference_requests.id
--   p_requester_id  users.id, from _reference_parties like the next two
--   p_alumnus_id    users.id
--   p_mover         requester or alumnus
--   p_to_status     completed or ended
--   p_note          message to the other side; NULL: none
-- Result sets
--   none
-- Errors
--   45404  no such request
--   45409  not accepted

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
COMMENT 'Complete or end an accepted request, for either side.'
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
