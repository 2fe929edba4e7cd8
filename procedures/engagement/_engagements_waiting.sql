-- _engagements_waiting: list the proposals that need an alumni member's reply, earliest first.
--
-- Parameters
--   p_actor_id  users.id of the alumni member; others have none
--   p_limit     maximum number of rows
-- Result sets
--   waiting (many)  id, kind, title, location, start_date, end_date, hours, created_at
-- Errors
--   none

DROP PROCEDURE IF EXISTS _engagements_waiting;

DELIMITER //

CREATE PROCEDURE _engagements_waiting (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the proposals that need an alumni member''s reply. | waiting: many'
BEGIN
    SELECT
        id,
        kind,
        title,
        location,
        start_date,
        end_date,
        hours,
        created_at
    FROM
        alumni_engagements
        FORCE INDEX (ix_alumni_engagements_alumni_id_is_deleted_status_start_date)
    WHERE alumni_id = p_actor_id AND is_deleted = 0 AND status = 'proposed'
    ORDER BY start_date, id
    LIMIT p_limit;
END //

DELIMITER ;
