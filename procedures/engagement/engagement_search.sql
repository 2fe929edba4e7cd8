-- engagement_search: list engagements of alumni, newest first.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_status    proposed, confirmed, declined, in_progress, completed, cancelled; NULL: any
--   p_kind      as in engagement_propose; NULL: any
--   p_person    users.id of an alumni member; NULL: any
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   engagements (many)  as _engagement_rows returns them
--   person (maybe)      the person that p_person names: id, name
--   page (one)          next_after (NULL: the end), proposed_count (without a reply,
--                       at most 100)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  a filter has a value that does not exist
-- Example
--   CALL engagement_search(1, 'completed', NULL, NULL, NULL, 20);

DROP PROCEDURE IF EXISTS engagement_search;

DELIMITER //

CREATE PROCEDURE engagement_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_status VARCHAR(20),
    IN p_kind VARCHAR(20),
    IN p_person BIGINT UNSIGNED,
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List engagements of alumni. | engagements: many, person: maybe, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_probe INT UNSIGNED DEFAULT v_limit + 1;
    DECLARE v_ids JSON;
    DECLARE v_before BIGINT UNSIGNED DEFAULT 18446744073709551615;
    DECLARE v_next_after BIGINT UNSIGNED;

    CALL _require_admin(p_actor_id);
    CALL _require_cursor(p_after);
    IF
        p_status NOT IN (
            'proposed', 'confirmed', 'declined', 'in_progress', 'completed', 'cancelled'
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'status: Choose a status from the list.';
    END IF;
    IF
        p_kind NOT IN (
            'speaker', 'trainer', 'mentor', 'judge', 'panelist', 'workshop_instructor',
            'consultant'
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type from the list.';
    END IF;
    SET v_before = COALESCE(p_after, v_before);

    -- The page first, plus one row, from the one index that fits the filters. One person has only
    -- a few.
    SELECT
        JSON_ARRAYAGG(n.id),
        IF(COUNT(*) > v_limit, MIN(IF(n.position <= v_limit, n.id, NULL)), NULL)
    INTO v_ids, v_next_after
    FROM (
        SELECT
            k.id,
            ROW_NUMBER() OVER (ORDER BY k.id DESC) AS position
        FROM (
            (
                SELECT w.id
                FROM
                    alumni_engagements AS w
                    FORCE INDEX (ix_alumni_engagements_alumni_id_is_deleted_id)
                WHERE
                    w.alumni_id = p_person
                    AND w.is_deleted = 0
                    AND w.id < v_before
                    AND (p_status IS NULL OR w.status = p_status)
                    AND (p_kind IS NULL OR w.kind = p_kind)
                ORDER BY w.id DESC
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT w.id
                FROM
                    alumni_engagements AS w
                    FORCE INDEX (ix_alumni_engagements_is_deleted_status_kind_id)
                WHERE
                    p_person IS NULL
                    AND w.is_deleted = 0
                    AND w.status = p_status
                    AND w.kind = p_kind
                    AND w.id < v_before
                ORDER BY w.id DESC
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT w.id
                FROM
                    alumni_engagements AS w
                    FORCE INDEX (ix_alumni_engagements_is_deleted_status_id)
                WHERE
                    p_person IS NULL
                    AND p_kind IS NULL
                    AND w.is_deleted = 0
                    AND w.status = p_status
                    AND w.id < v_before
                ORDER BY w.id DESC
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT w.id
                FROM
                    alumni_engagements AS w
                    FORCE INDEX (ix_alumni_engagements_is_deleted_kind_id)
                WHERE
                    p_person IS NULL
                    AND p_status IS NULL
                    AND w.is_deleted = 0
                    AND w.kind = p_kind
                    AND w.id < v_before
                ORDER BY w.id DESC
                LIMIT v_probe
            )
            UNION ALL
            (
                SELECT w.id
                FROM
                    alumni_engagements AS w
                    FORCE INDEX (ix_alumni_engagements_is_deleted_id)
                WHERE
                    p_person IS NULL
                    AND p_status IS NULL
                    AND p_kind IS NULL
                    AND w.is_deleted = 0
                    AND w.id < v_before
                ORDER BY w.id DESC
                LIMIT v_probe
            )
        ) AS k
    ) AS n;
    CALL _engagement_rows(p_actor_id, v_ids, v_limit);

    SELECT
        id,
        name_of(id) AS name
    FROM users
    WHERE id = p_person;

    SELECT
        v_next_after AS next_after,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM alumni_engagements
                WHERE is_deleted = 0 AND status = 'proposed'
                LIMIT 100
            ) AS w
        ) AS proposed_count;
END //

DELIMITER ;
