-- reference_read: read one request, for both sides.
--
-- Parameters
--   p_actor_id    users.id of either side
--   p_request_id  reference_requests.id
-- Result sets
--   request (one)       id, kind, purpose, company, position, message, answer, status, expires_at,
--                       answered_at, completed_at, rating, feedback, conversation_id, created_at,
--                       mover (requester or alumnus: the actor's side), other_id,
--                       other_name, other_photo, places_count (of the alumni member, currently
--                       free), can_set_goals, can_rate
--   moves (many)        the moves the actor can make: to_status
--   goals (many)        id, title, is_done, author_name
--   history (many)      newest first: from_status (NULL: new request), to_status, mover, note,
--                       created_at, actor_name
--   suggestions (many)  for a requester who was declined or got no reply: three others, as
--                       _mentor_rows returns them
-- Errors
--   45401  not signed in
--   45404  no such request of the actor
-- Example
--   CALL reference_read(3, 1);

DROP PROCEDURE IF EXISTS reference_read;

DELIMITER //

CREATE PROCEDURE reference_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read one request, for both sides. | request: one, moves: many, goals: many, history: many,
suggestions: many'
BEGIN
    DECLARE v_requester_id BIGINT UNSIGNED;
    DECLARE v_alumnus_id BIGINT UNSIGNED;
    DECLARE v_mover VARCHAR(20);
    DECLARE v_other_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_kind VARCHAR(20);
    DECLARE v_company VARCHAR(120);
    DECLARE v_mentors JSON;

    CALL _reference_parties(p_actor_id, p_request_id, v_requester_id, v_alumnus_id, v_mover);
    SET v_other_id = IF(v_mover = 'requester', v_alumnus_id, v_requester_id);
    SELECT
        status,
        kind,
        company
    INTO v_status, v_kind, v_company
    FROM reference_requests
    WHERE id = p_request_id;

    SELECT
        id,
        kind,
        purpose,
        company,
        position,
        message,
        answer,
        status,
        expires_at,
        answered_at,
        completed_at,
        rating,
        feedback,
        conversation_id,
        created_at,
        v_mover AS mover,
        v_other_id AS other_id,
        name_of(v_other_id) AS other_name,
        photo_of(p_actor_id, v_other_id) AS other_photo,
        mentoring_places_of(alumnus_id) AS places_count,
        status = 'accepted' AS can_set_goals,
        v_mover = 'requester' AND status = 'completed' AS can_rate
    FROM reference_requests
    WHERE id = p_request_id;

    SELECT to_status
    FROM reference_request_moves
    WHERE from_status = v_status AND mover = v_mover
    ORDER BY to_status;

    SELECT
        id,
        title,
        is_done,
        name_of(created_by) AS author_name
    FROM reference_goals
    WHERE request_id = p_request_id
    ORDER BY position;

    SELECT
        from_status,
        to_status,
        mover,
        note,
        created_at,
        name_of(created_by) AS actor_name
    FROM reference_request_history
    WHERE request_id = p_request_id
    ORDER BY id DESC;

    IF v_mover = 'requester' AND v_status IN ('declined', 'expired') THEN
        CALL _mentors_find(p_actor_id, v_kind, v_company, v_alumnus_id, 3, v_mentors);
    END IF;
    CALL _mentor_rows(p_actor_id, v_mentors);
END //

DELIMITER ;
