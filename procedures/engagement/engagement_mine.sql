-- engagement_mine: list the actor's engagements and proposals, newest first.
--
-- Parameters
--   p_actor_id  users.id
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   waiting (many)      proposals that need the actor's reply, at most 20, earliest first:
--                       id, kind, title, location, start_date, end_date, hours, created_at
--   engagements (many)  as _engagement_rows returns them
--   page (one)          next_after (NULL: the end), completed_count, completed_hours
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
-- Example
--   CALL engagement_mine(2, NULL, 20);

DROP PROCEDURE IF EXISTS engagement_mine;

DELIMITER //

CREATE PROCEDURE engagement_mine (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the actor''s engagements and proposals. | waiting: many, engagements: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_probe INT UNSIGNED DEFAULT v_limit + 1;
    DECLARE v_role VARCHAR(20);
    DECLARE v_ids JSON;
    DECLARE v_next_after BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_cursor(p_after);

    CALL _engagements_waiting(p_actor_id, 20);

    SELECT
        JSON_ARRAYAGG(n.id),
        IF(COUNT(*) > v_limit, MIN(IF(n.position <= v_limit, n.id, NULL)), NULL)
    INTO v_ids, v_next_after
    FROM (
        SELECT
            k.id,
            ROW_NUMBER() OVER (ORDER BY k.id DESC) AS position
        FROM (
            SELECT w.id
            FROM
                alumni_engagements AS w
                FORCE INDEX (ix_alumni_engagements_alumni_id_is_deleted_id)
            WHERE
                w.alumni_id = p_actor_id
                AND w.is_deleted = 0
                AND (p_after IS NULL OR w.id < p_after)
            ORDER BY w.id DESC
            LIMIT v_probe
        ) AS k
    ) AS n;
    CALL _engagement_rows(p_actor_id, v_ids, v_limit);

    SELECT
        v_next_after AS next_after,
        COUNT(*) AS completed_count,
        COALESCE(SUM(hours), 0) AS completed_hours
    FROM alumni_engagements
    WHERE alumni_id = p_actor_id AND is_deleted = 0 AND status = 'completed';
END //

DELIMITER ;
