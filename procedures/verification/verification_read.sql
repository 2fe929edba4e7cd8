-- verification_read: read the actor's verification status and requests.
--
-- Parameters
--   p_actor_id  users.id of a graduate or student
-- Result sets
--   person (one)      role, is_verified, kinds (types the actor can prove, separated by commas),
--                     approved_kinds (verified types, likewise; NULL: none), keep_days (how
--                     long the office keeps documents after its decision)
--   request (maybe)   the open one: id, kind, note, status, created_at, decided_at,
--                     decided_reason
--   documents (many)  of that request: media_file_id, name, media_type, byte_size, is_there
--   earlier (many)    the newest 10 of the others: id, kind, status, created_at, decided_at,
--                     decided_reason
-- Errors
--   45401  not signed in
--   45403  the actor is an admin
-- Example
--   CALL verification_read(3);

DROP PROCEDURE IF EXISTS verification_read;

DELIMITER //

CREATE PROCEDURE verification_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read the actor''s verification status. | person: one, request: maybe, documents: many,
earlier: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_request_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    IF v_role = 'admin' THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Alumni office accounts don''t need verification.';
    END IF;
    SELECT id INTO v_request_id
    FROM verification_queue
    WHERE user_id = p_actor_id AND is_open = 1;

    SELECT
        v_role AS role,
        is_verified(p_actor_id) AS is_verified,
        verification_kinds_of(v_role) AS kinds,
        (
            SELECT GROUP_CONCAT(DISTINCT a.kind ORDER BY a.kind)
            FROM verification_queue AS a
            WHERE
                a.user_id = p_actor_id
                AND a.status = 'approved'
                AND FIND_IN_SET(a.kind, verification_kinds_of(v_role))
        ) AS approved_kinds,
        CAST(setting_of('verification_keep_days') AS UNSIGNED) AS keep_days;

    SELECT
        id,
        kind,
        note,
        status,
        created_at,
        decided_at,
        decided_reason
    FROM verification_queue
    WHERE id = v_request_id;

    CALL _verification_documents(v_request_id);

    SELECT
        id,
        kind,
        status,
        created_at,
        decided_at,
        decided_reason
    FROM verification_queue
    WHERE user_id = p_actor_id AND is_open IS NULL
    ORDER BY id DESC
    LIMIT 10;
END //

DELIMITER ;
