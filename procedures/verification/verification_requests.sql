-- verification_requests: list verification requests, oldest first.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_status    pending, needs_more, approved, rejected, withdrawn; NULL: pending
--   p_kind      alumni_status, student_status, degree, identity; NULL: any
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   requests (many)  id, user_id, name, email, role, account_status (deleted if it is), kind,
--                    note, status, documents_count, created_at, decided_at, decided_reason,
--                    decided_by_name; from the profile: degree, campus, year
--   counts (one)     open items, each at most 100: pending_count, needs_more_count, and in
--                    other queues accounts_count (to be approved), achievements_count (to be
--                    verified)
--   page (one)       next_after (NULL: the end), status
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  a filter has a value that does not exist
-- Example
--   CALL verification_requests(1, 'pending', NULL, NULL, 20);

DROP PROCEDURE IF EXISTS verification_requests;

DELIMITER //

CREATE PROCEDURE verification_requests (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_status VARCHAR(20),
    IN p_kind VARCHAR(20),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List verification requests. | requests: many, counts: one, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_probe INT UNSIGNED DEFAULT v_limit + 1;
    DECLARE v_status VARCHAR(20) DEFAULT COALESCE(p_status, 'pending');
    DECLARE v_ids JSON;
    DECLARE v_next_after BIGINT UNSIGNED;

    CALL _require_admin(p_actor_id);
    CALL _require_cursor(p_after);
    IF v_status NOT IN ('pending', 'needs_more', 'approved', 'rejected', 'withdrawn') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'status: Choose a status from the list.';
    END IF;
    IF p_kind NOT IN ('alumni_status', 'student_status', 'degree', 'identity') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type from the list.';
    END IF;

    -- The page first, plus one row; then its details.
    SELECT
        JSON_ARRAYAGG(n.id),
        IF(COUNT(*) > v_limit, MAX(IF(n.position <= v_limit, n.id, NULL)), NULL)
    INTO v_ids, v_next_after
    FROM (
        SELECT
            k.id,
            ROW_NUMBER() OVER (ORDER BY k.id) AS position
        FROM (
            (
                SELECT w.id
                FROM verification_queue AS w FORCE INDEX (ix_verification_queue_status_id)
                WHERE p_kind IS NULL AND w.status = v_status AND w.id > COALESCE(p_after, 0)
                ORDER BY w.id
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT w.id
                FROM verification_queue AS w FORCE INDEX (ix_verification_queue_status_kind_id)
                WHERE
                    w.status = v_status
                    AND w.kind = p_kind
                    AND w.id > COALESCE(p_after, 0)
                ORDER BY w.id
                LIMIT v_probe
            )
        ) AS k
    ) AS n;

    SELECT
        q.id,
        q.user_id,
        u.email,
        r.name AS role,
        q.kind,
        q.note,
        q.status,
        q.created_at,
        q.decided_at,
        q.decided_reason,
        d.name AS degree,
        c.name AS campus,
        IF(u.is_deleted = 1, 'deleted', u.status) AS account_status,
        JSON_LENGTH(q.submitted_documents) AS documents_count,
        COALESCE(a.graduation_year, s.expected_graduation_year) AS year,
        name_of(q.user_id) AS name,
        name_of(q.decided_by) AS decided_by_name
    FROM JSON_TABLE(v_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
    JOIN verification_queue AS q ON q.id = k.id
    JOIN users AS u ON u.id = q.user_id
    JOIN roles AS r ON r.id = u.role_id
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND r.name = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND r.name = 'student'
    LEFT JOIN degrees AS d ON d.id = COALESCE(a.degree_id, s.degree_id)
    LEFT JOIN campuses AS c ON c.id = COALESCE(a.campus_id, s.campus_id)
    ORDER BY q.id
    LIMIT v_limit;

    SELECT
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM verification_queue
                WHERE status = 'pending'
                LIMIT 100
            ) AS p
        ) AS pending_count,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM verification_queue
                WHERE status = 'needs_more'
                LIMIT 100
            ) AS m
        ) AS needs_more_count,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM users FORCE INDEX (ix_users_status_approved_at)
                WHERE
                    status = 'pending'
                    AND approved_at IS NULL
                    AND email_verified_at IS NOT NULL
                    AND is_deleted = 0
                LIMIT 100
            ) AS w
        ) AS accounts_count,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM alumni_achievements FORCE INDEX (ix_alumni_achievements_verified_at)
                WHERE verified_at IS NULL
                LIMIT 100
            ) AS h
        ) AS achievements_count;

    SELECT
        v_next_after AS next_after,
        v_status AS status;
END //

DELIMITER ;
