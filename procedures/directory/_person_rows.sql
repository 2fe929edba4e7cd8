-- _person_rows: read people as lists show them.
--
-- Parameters
--   p_actor_id  users.id of the viewer; NULL: a visitor
--   p_ids       users.id in the order of the list, separated by commas; NULL: none
-- Result sets
--   people (many)  id, directory, name, headline, company, location, degree, campus, year, photo
--                  (version of the photo; NULL: none visible to the viewer), skills, is_mentor,
--                  is_verified (by the office), is_followed
-- Errors
--   none

DROP PROCEDURE IF EXISTS _person_rows;

DELIMITER //

CREATE PROCEDURE _person_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read people as lists show them. | people: many'
BEGIN
    SELECT
        e.user_id AS id,
        e.directory,
        a.current_job_title AS headline,
        a.current_company AS company,
        a.location,
        d.name AS degree,
        c.name AS campus,
        s.current_semester,
        CONCAT(COALESCE(a.first_name, s.first_name), ' ', COALESCE(a.last_name, s.last_name))
            AS name,
        NULLIF(e.year, 0) AS year,
        photo_of(p_actor_id, e.user_id) AS photo,
        person_skill_names_of(e.user_id, 5) AS skills,
        COALESCE(a.is_mentor, 0) AS is_mentor,
        is_verified(e.user_id) AS is_verified,
        EXISTS(
            SELECT 1
            FROM follows AS f
            WHERE f.follower_id = p_actor_id AND f.followed_id = e.user_id
        ) AS is_followed
    FROM
        JSON_TABLE(
            CONCAT('[', COALESCE(p_ids, ''), ']'),
            '$[*]' COLUMNS (position FOR ORDINALITY, id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN directory_entries AS e ON e.user_id = k.id
    LEFT JOIN alumni_profiles AS a ON a.user_id = e.user_id AND e.directory = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = e.user_id AND e.directory = 'students'
    LEFT JOIN degrees AS d ON d.id = COALESCE(a.degree_id, s.degree_id)
    LEFT JOIN campuses AS c ON c.id = COALESCE(a.campus_id, s.campus_id)
    ORDER BY k.position;
END //

DELIMITER ;
