-- _engagement_rows: read engagements as the lists of the office and of the alumni member show them.
--
-- Parameters
--   p_actor_id  users.id of the viewer
--   p_ids       JSON array of alumni_engagements.id; NULL: none
--   p_limit     maximum number of rows
-- Result sets
--   engagements (many)  newest first: id, alumni_id, alumni_name, photo, kind, title, location,
--                       start_date, end_date, hours, compensation_amount,
--                       compensation_currency, status,
--                       status_reason, office_rating, alumnus_rating, created_at
-- Errors
--   none

DROP PROCEDURE IF EXISTS _engagement_rows;

DELIMITER //

CREATE PROCEDURE _engagement_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids JSON,
    IN p_limit INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read engagements as lists show them. | engagements: many'
BEGIN
    SELECT
        g.id,
        g.alumni_id,
        g.kind,
        g.title,
        g.location,
        g.start_date,
        g.end_date,
        g.hours,
        g.compensation_amount,
        g.compensation_currency,
        g.status,
        g.status_reason,
        g.office_rating,
        g.alumnus_rating,
        g.created_at,
        name_of(g.alumni_id) AS alumni_name,
        photo_of(p_actor_id, g.alumni_id) AS photo
    FROM JSON_TABLE(p_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
    JOIN alumni_engagements AS g ON g.id = k.id
    ORDER BY g.id DESC
    LIMIT p_limit;
END //

DELIMITER ;
