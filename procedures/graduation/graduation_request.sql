-- graduation_request: request graduation as a student; the office decides.
--
-- One pending request per person. Sending the same values again returns the same request.
--
-- Parameters
--   p_actor_id         users.id of the student
--   p_degree_id        degrees.id of the completed degree
--   p_graduation_year  1930 to next year
--   p_note             message to the office, at most 500 characters; NULL: none
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor is an admin
--   45409  already a graduate, or another request is pending
--   45422  invalid value
-- Example
--   CALL graduation_request(3, 1, YEAR(UTC_DATE()), 'My thesis is graded.');

DROP PROCEDURE IF EXISTS graduation_request;

DELIMITER //

CREATE PROCEDURE graduation_request (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_degree_id BIGINT UNSIGNED,
    IN p_graduation_year SMALLINT UNSIGNED,
    IN p_note VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Request graduation as a student; the office decides. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_state VARCHAR(20);
    DECLARE v_request_id BIGINT UNSIGNED;
    DECLARE v_is_same BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    IF p_degree_id IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'degree_id: Choose your degree.';
    END IF;
    IF p_graduation_year IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'graduation_year: Please fill this in.';
    END IF;
    CALL _require_graduation(p_degree_id, p_graduation_year);
    CALL _require_text('note', p_note, 500, 0, 1);

    START TRANSACTION;
    CALL _graduand_lock(p_actor_id, v_state);
    IF v_state = 'alumni' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'You are already a graduate.';
    ELSEIF v_state <> 'student' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only students can request graduation.';
    END IF;

    SELECT
        id,
        degree_id = p_degree_id AND graduation_year = p_graduation_year AND note <=> p_note
    INTO v_request_id, v_is_same
    FROM graduation_requests
    WHERE user_id = p_actor_id AND is_pending = 1;

    IF v_request_id IS NULL THEN
        INSERT INTO graduation_requests (
            user_id, degree_id, graduation_year, note, created_by, updated_by
        ) VALUES (
            p_actor_id, p_degree_id, p_graduation_year, p_note, p_actor_id, p_actor_id
        );
        SET v_request_id = LAST_INSERT_ID();
        CALL _audit(
            p_actor_id, 'graduation_request', 'graduation_requests', v_request_id, NULL,
            JSON_OBJECT(
                'status', 'pending', 'degree_id', p_degree_id,
                'graduation_year', p_graduation_year
            )
        );
    ELSEIF NOT v_is_same THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You already have an open request. Withdraw it first.';
    END IF;
    COMMIT;

    SELECT
        id,
        status
    FROM graduation_requests
    WHERE id = v_request_id;
END //

DELIMITER ;
