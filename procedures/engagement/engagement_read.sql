-- engagement_read: read one engagement, for the office and the alumni member.
--
-- Parameters
--   p_actor_id       users.id of an admin or of the alumni member
--   p_engagement_id  alumni_engagements.id
-- Result sets
--   engagement (one)  id, alumni_id, alumni_name, photo, kind, title, description, location,
--                     start_date, end_date, hours, compensation_amount, compensation_currency,
--                     status, status_reason, office_rating, office_comment, alumnus_rating,
--                     alumnus_comment, revision, created_at, proposed_by_name, mover (office or
--                     alumnus: the reader's side), has_begun, is_deleted, can_edit, can_delete,
--                     can_restore, can_rate
--   moves (many)      the moves the reader can make: to_status, is_reasoned
--   history (many)    the 50 newest moves, newest first: from_status (NULL: proposed),
--                     to_status, mover, reason, created_at, actor_name
-- Errors
--   45401  not signed in
--   45404  no such engagement, or the actor may not see it
-- Example
--   CALL engagement_read(1, 1);

DROP PROCEDURE IF EXISTS engagement_read;

DELIMITER //

CREATE PROCEDURE engagement_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read one engagement. | engagement: one, moves: many, history: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_mover VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    SELECT IF(v_role = 'admin', 'office', 'alumnus') INTO v_mover
    FROM alumni_engagements
    WHERE
        id = p_engagement_id
        -- The office can restore what it has deleted.
        AND (v_role = 'admin' OR (alumni_id = p_actor_id AND is_deleted = 0));
    IF v_mover IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Engagement not found.';
    END IF;

    SELECT
        id,
        alumni_id,
        kind,
        title,
        description,
        location,
        start_date,
        end_date,
        hours,
        compensation_amount,
        compensation_currency,
        status,
        status_reason,
        office_rating,
        office_comment,
        alumnus_rating,
        alumnus_comment,
        revision,
        created_at,
        is_deleted,
        v_mover AS mover,
        name_of(alumni_id) AS alumni_name,
        photo_of(p_actor_id, alumni_id) AS photo,
        name_of(created_by) AS proposed_by_name,
        start_date <= DATE(UTC_TIMESTAMP() + INTERVAL 14 HOUR) AS has_begun,
        v_mover = 'office' AND NOT is_deleted AND status = 'proposed' AS can_edit,
        v_mover = 'office' AND NOT is_deleted AND status IN ('declined', 'cancelled') AS can_delete,
        v_mover = 'office' AND is_deleted AS can_restore,
        NOT is_deleted AND status = 'completed' AS can_rate
    FROM alumni_engagements
    WHERE id = p_engagement_id;

    SELECT
        m.to_status,
        m.is_reasoned
    FROM alumni_engagements AS g
    JOIN alumni_engagement_moves AS m ON m.from_status = g.status AND m.mover = v_mover
    WHERE
        g.id = p_engagement_id
        AND g.is_deleted = 0
        AND (
            m.to_status NOT IN ('in_progress', 'completed')
            OR g.start_date <= DATE(UTC_TIMESTAMP() + INTERVAL 14 HOUR)
        )
    ORDER BY m.to_status;

    SELECT
        from_status,
        to_status,
        mover,
        reason,
        created_at,
        name_of(created_by) AS actor_name
    FROM alumni_engagement_history
    WHERE engagement_id = p_engagement_id
    ORDER BY id DESC
    LIMIT 50;
END //

DELIMITER ;
