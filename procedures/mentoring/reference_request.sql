-- reference_request: request a reference, guidance or mentorship from an alumni member.
--
-- It expires without a reply after some days (setting reference_answer_days). Two people can have
-- only one unfinished request.
--
-- Parameters
--   p_actor_id         users.id of a student or graduate
--   p_user_id          users.id of the alumni member
--   p_kind             reference, guidance or mentorship: one of the types they accept
--   p_purpose          one sentence, at most 200 characters
--   p_company          the company the actor is aiming for; NULL: not given
--   p_position         the position; NULL: not given
--   p_message          plain text, at most 4,000 characters
--   p_idempotency_key  created with the form: the same key returns the same request; NULL: none
-- Result sets
--   request (one)  id, status, expires_at
-- Errors
--   45401  not signed in
--   45404  no such person, or the actor may not see them
--   45409  the person cannot be asked (reference_obstacle_of says why)
--   45422  invalid value
--   45429  too many requests in a day
-- Example
--   CALL reference_request(
--       40, 2, 'guidance', 'My first job in data', 'Acme', 'Analyst', 'How did you begin?', NULL
--   );

DROP PROCEDURE IF EXISTS reference_request;

DELIMITER //

CREATE PROCEDURE reference_request (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_purpose VARCHAR(200),
    IN p_company VARCHAR(120),
    IN p_position VARCHAR(120),
    IN p_message MEDIUMTEXT,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Request a reference, guidance or mentorship. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_directory VARCHAR(10);
    DECLARE v_most INT UNSIGNED DEFAULT setting_of('references_per_day');
    DECLARE v_days INT UNSIGNED DEFAULT setting_of('reference_answer_days');
    DECLARE v_request_id BIGINT UNSIGNED;
    DECLARE v_obstacle VARCHAR(128);

    -- The unique key decides, also for two windows at the same time.
    DECLARE EXIT HANDLER FOR 1062
    BEGIN
        ROLLBACK;
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You already have an open request with this person.';
    END;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _require_actor(p_actor_id, v_role);
    IF p_kind IS NULL OR p_kind NOT IN ('reference', 'guidance', 'mentorship') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type from the list.';
    END IF;
    CALL _require_text('purpose', p_purpose, 200, 1, 0);
    CALL _require_text('company', p_company, 120, 0, 0);
    CALL _require_text('position', p_position, 120, 0, 0);
    CALL _require_text('message', p_message, 4000, 1, 1);

    START TRANSACTION;
    CALL _idempotency_claim(p_actor_id, 'reference_request', p_idempotency_key, v_request_id);
    IF v_request_id IS NULL THEN
        CALL _pair_share(p_actor_id, p_user_id);
        CALL _throttle('reference', 'account', p_actor_id, v_most, 86400);
        CALL _require_visible(p_actor_id, p_user_id, 'profile', v_directory);
        SET v_obstacle = reference_obstacle_of(p_actor_id, p_user_id, p_kind);
        IF v_obstacle IS NOT NULL THEN
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_obstacle;
        END IF;
        INSERT INTO reference_requests (
            requester_id, alumnus_id, kind, purpose, company, position, message, expires_at,
            created_at, created_by, updated_by
        ) VALUES (
            p_actor_id, p_user_id, p_kind, p_purpose, p_company, p_position, p_message,
            UTC_TIMESTAMP() + INTERVAL v_days DAY, UTC_TIMESTAMP(), p_actor_id, p_actor_id
        );
        SET v_request_id = LAST_INSERT_ID();
        CALL _reference_moved(
            v_request_id, p_actor_id, p_user_id, NULL, 'requested', 'requester', NULL,
            'reference_requested', NULL
        );
        CALL _idempotency_record(
            p_actor_id, 'reference_request', p_idempotency_key, v_request_id
        );
    END IF;
    COMMIT;

    SELECT
        id,
        status,
        expires_at
    FROM reference_requests
    WHERE id = v_request_id;
END //

DELIMITER ;
