-- graduation_read: read a student's graduation status and requests.
--
-- Parameters
--   p_actor_id  users.id of the student or former student
-- Result sets
--   person (one)     role, degree_id, degree, expected_graduation_year, current_semester,
--                    semesters_count, graduation_year (of a graduate), this_year
--   requests (many)  the newest 10: id, degree, graduation_year, note, status, created_at,
--                    decided_at, decided_reason
--   degrees (many)   id, name: degrees that a request can name
--   defaults (one)   degree_id, graduation_year: initial values of the form
-- Errors
--   45401  not signed in
--   45403  the actor is an admin
-- Example
--   CALL graduation_read(3);

DROP PROCEDURE IF EXISTS graduation_read;

DELIMITER //

CREATE PROCEDURE graduation_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read a student''s graduation status and requests. | person: one, requests: many, degrees: many,
defaults: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_degree_id BIGINT UNSIGNED;
    DECLARE v_year SMALLINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    IF v_role = 'admin' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only students can request graduation.';
    END IF;

    SELECT
        degree_id,
        expected_graduation_year
    INTO v_degree_id, v_year
    FROM student_profiles
    WHERE user_id = p_actor_id;

    SELECT
        v_role AS role,
        s.degree_id,
        d.name AS degree,
        s.expected_graduation_year,
        s.current_semester,
        d.semesters_count,
        a.graduation_year,
        YEAR(UTC_TIMESTAMP()) AS this_year
    FROM users AS u
    LEFT JOIN student_profiles AS s ON s.user_id = u.id
    LEFT JOIN degrees AS d ON d.id = s.degree_id
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND v_role = 'alumni'
    WHERE u.id = p_actor_id;

    SELECT
        q.id,
        d.name AS degree,
        q.graduation_year,
        q.note,
        q.status,
        q.created_at,
        q.decided_at,
        q.decided_reason
    FROM graduation_requests AS q
    JOIN degrees AS d ON d.id = q.degree_id
    WHERE q.user_id = p_actor_id
    ORDER BY q.id DESC
    LIMIT 10;

    -- Including the person's own degree if it is retired.
    SELECT
        id,
        name
    FROM degrees
    WHERE is_retired = 0 OR id = v_degree_id
    ORDER BY name;

    SELECT
        v_degree_id AS degree_id,
        LEAST(
            COALESCE(v_year, YEAR(UTC_TIMESTAMP())), YEAR(UTC_TIMESTAMP()) + 1
        ) AS graduation_year;
END //

DELIMITER ;
