-- graduation_requests: list graduation requests, oldest first.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   requests (many)  id, user_id, name, email, degree, graduation_year, note, created_at; and from
--                    the student profile current_degree, campus, student_number,
--                    current_semester, expected_graduation_year, cgpa
--   page (one)       next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL graduation_requests(1, NULL, 20);

DROP PROCEDURE IF EXISTS graduation_requests;

DELIMITER //

CREATE PROCEDURE graduation_requests (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List graduation requests. | requests: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);

    CALL _require_admin(p_actor_id);
    CALL _require_cursor(p_after);

    SELECT
        q.id,
        q.user_id,
        u.email,
        d.name AS degree,
        q.graduation_year,
        q.note,
        q.created_at,
        o.name AS current_degree,
        c.name AS campus,
        s.student_number,
        s.current_semester,
        s.expected_graduation_year,
        s.cgpa,
        name_of(q.user_id) AS name
    FROM (
        -- The page first, then its details.
        SELECT w.id
        FROM graduation_requests AS w FORCE INDEX (ix_graduation_requests_status_id)
        WHERE w.status = 'pending' AND w.id > COALESCE(p_after, 0)
        ORDER BY w.id
        LIMIT v_limit
    ) AS k
    JOIN graduation_requests AS q ON q.id = k.id
    JOIN users AS u ON u.id = q.user_id
    JOIN degrees AS d ON d.id = q.degree_id
    LEFT JOIN student_profiles AS s ON s.user_id = q.user_id
    LEFT JOIN degrees AS o ON o.id = s.degree_id
    LEFT JOIN campuses AS c ON c.id = s.campus_id
    WHERE u.status = 'active' AND u.is_deleted = 0
    ORDER BY q.id;

    SELECT
        (
            -- The last row of this page, if another page follows.
            SELECT MIN(IF(n.position = v_limit, n.id, NULL)) * NULLIF(COUNT(*) > v_limit, 0)
            FROM (
                SELECT
                    w.id,
                    ROW_NUMBER() OVER (ORDER BY w.id) AS position
                FROM graduation_requests AS w FORCE INDEX (ix_graduation_requests_status_id)
                WHERE w.status = 'pending' AND w.id > COALESCE(p_after, 0)
                ORDER BY w.id
                LIMIT 51
            ) AS n
        ) AS next_after;
END //

DELIMITER ;
