-- _reference_expire: expire one request, unless it was answered or withdrawn meanwhile.
--
-- In its own transaction, before any other read.
--
-- Parameters
--   p_requester_id  users.id of the requester
--   p_alumnus_id    users.id of the alumni member
--   p_request_id    reference_requests.id
--   p_is_expired    1: expired now; 0: not pending, or not due
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _reference_expire;

DELIMITER //

CREATE PROCEDURE _reference_expire (
    IN p_requester_id BIGINT UNSIGNED,
    IN p_alumnus_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    OUT p_is_expired BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Expire one request, unless it was answered or withdrawn meanwhile.'
BEGIN
    DECLARE v_kind VARCHAR(20);
    DECLARE v_company VARCHAR(120);
    DECLARE v_mentors JSON;

    CALL _pair_share(p_requester_id, p_alumnus_id);
    SELECT
        kind,
        company
    INTO v_kind, v_company
    FROM reference_requests
    WHERE
        id = p_request_id
        AND is_deleted = 0
        AND status = 'requested'
        AND expires_at <= UTC_TIMESTAMP()
    FOR UPDATE SKIP LOCKED;
    SET p_is_expired = v_kind IS NOT NULL;
    IF p_is_expired THEN
        CALL _mentors_find(p_requester_id, v_kind, v_company, p_alumnus_id, 3, v_mentors);
        CALL _reference_moved(
            p_request_id, p_requester_id, p_alumnus_id, 'requested', 'expired', 'clock', NULL,
            'reference_expired', JSON_OBJECT('suggestions', COALESCE(v_mentors, JSON_ARRAY()))
        );
    END IF;
END //

DELIMITER ;
