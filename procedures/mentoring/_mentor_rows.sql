-- _mentor_rows: read suggestions as pages show them.
--
-- Parameters
--   p_actor_id  users.id of the viewer
--   p_mentors   from _mentors_find; NULL: none
-- Result sets
--   suggestions (many)  closest match first: id, name, photo, headline, company, location,
--                       is_verified, kinds (types of request they accept, separated by commas),
--                       note, score, reasons (one per line, the strongest first)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _mentor_rows;

DELIMITER //

CREATE PROCEDURE _mentor_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_mentors JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read suggestions as pages show them. | suggestions: many'
BEGIN
    SELECT
        m.id,
        m.name,
        m.score,
        m.reasons,
        a.current_job_title AS headline,
        a.current_company AS company,
        a.location,
        o.note,
        photo_of(p_actor_id, m.id) AS photo,
        is_verified(m.id) AS is_verified,
        (
            SELECT GROUP_CONCAT(k.kind ORDER BY k.kind SEPARATOR ', ')
            FROM mentoring_offer_kinds AS k
            WHERE k.user_id = m.id
        ) AS kinds
    FROM
        JSON_TABLE(
            p_mentors, '$[*]' COLUMNS (
                position INT UNSIGNED PATH '$.position',
                id BIGINT UNSIGNED PATH '$.id',
                name VARCHAR(161) PATH '$.name',
                score INT UNSIGNED PATH '$.score',
                reasons TEXT PATH '$.reasons'
            )
        ) AS m
    JOIN mentoring_offers AS o ON o.user_id = m.id
    JOIN alumni_profiles AS a ON a.user_id = m.id
    ORDER BY m.position;
END //

DELIMITER ;
