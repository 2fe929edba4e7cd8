-- mentoring_offer_read: read the actor's mentoring offer, for the form.
--
-- Parameters
--   p_actor_id  users.id of a graduate
-- Result sets
--   offer (one)   is_open, capacity, paused_until (NULL: no pause, or it has ended), note,
--                 accepted_count (active requests)
--   kinds (many)  kind, is_offered
-- Errors
--   45401  not signed in
--   45403  the actor is not a graduate
-- Example
--   CALL mentoring_offer_read(2);

DROP PROCEDURE IF EXISTS mentoring_offer_read;

DELIMITER //

CREATE PROCEDURE mentoring_offer_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the actor''s mentoring offer. | offer: one, kinds: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_accepted_count INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    IF v_role <> 'alumni' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only alumni can receive requests.';
    END IF;
    SELECT COUNT(*) INTO v_accepted_count
    FROM reference_requests
    WHERE alumnus_id = p_actor_id AND is_deleted = 0 AND status = 'accepted';

    SELECT
        o.note,
        COALESCE(o.is_open, 0) AS is_open,
        COALESCE(o.capacity, 2) AS capacity,
        IF(o.paused_until > UTC_TIMESTAMP(), o.paused_until, NULL) AS paused_until,
        v_accepted_count AS accepted_count
    FROM users AS u
    LEFT JOIN mentoring_offers AS o ON o.user_id = u.id
    WHERE u.id = p_actor_id;

    -- Without a saved offer, the most common types are preselected.
    SELECT
        a.kind,
        IF(o.user_id IS NULL, a.kind <> 'reference', k.kind IS NOT NULL) AS is_offered
    FROM (
        SELECT
            'reference' AS kind,
            1 AS position
        UNION ALL
        SELECT 'guidance', 2
        UNION ALL
        SELECT 'mentorship', 3
    ) AS a
    LEFT JOIN mentoring_offers AS o ON o.user_id = p_actor_id
    LEFT JOIN mentoring_offer_kinds AS k ON k.user_id = o.user_id AND k.kind = a.kind
    ORDER BY a.position;
END //

DELIMITER ;
