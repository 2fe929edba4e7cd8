-- reference_obstacle_of: why a person cannot ask an alumnus now, if so.
--
-- The one rule of that: pages show it, reference_request enforces it. Whether the alumnus is there
-- for the person at all is asked by _require_visible.
--
-- Parameters
--   p_actor_id  users.id of who would ask
--   p_user_id   users.id of who would be asked
--   p_kind      reference, guidance or mentorship; NULL: any of them
-- Returns
--   a sentence; NULL: nothing stands in the way

DROP FUNCTION IF EXISTS reference_obstacle_of;

DELIMITER //

CREATE FUNCTION reference_obstacle_of(
    p_actor_id BIGINT UNSIGNED,
    p_user_id BIGINT UNSIGNED,
    p_kind VARCHAR(20)
)
RETURNS VARCHAR(128)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Why a person cannot ask an alumnus now, if so.'
BEGIN
    DECLARE v_is_open BOOLEAN DEFAULT 0;
    DECLARE v_paused_until DATETIME;
    DECLARE v_offers_kind BOOLEAN;
    DECLARE v_open_count INT UNSIGNED;

    IF NOT COALESCE(role_of(p_actor_id), '') IN ('alumni', 'student') THEN
        RETURN 'Only students and alumni can ask.';
    ELSEIF p_actor_id = p_user_id THEN
        RETURN 'Nobody can ask themselves.';
    ELSEIF NOT role_of(p_user_id) <=> 'alumni' THEN
        RETURN 'Only alumni can be asked.';
    END IF;

    SELECT
        o.is_open,
        IF(o.paused_until > UTC_TIMESTAMP(), o.paused_until, NULL),
        EXISTS(
            SELECT 1
            FROM mentoring_offer_kinds AS k
            WHERE k.user_id = o.user_id AND (p_kind IS NULL OR k.kind = p_kind)
        )
    INTO v_is_open, v_paused_until, v_offers_kind
    FROM mentoring_offers AS o
    WHERE o.user_id = p_user_id;

    SELECT COUNT(*) INTO v_open_count
    FROM reference_requests
    WHERE requester_id = p_actor_id AND open_alumnus_id = p_user_id;

    RETURN CASE
        WHEN NOT v_is_open THEN 'This person cannot be asked at the moment.'
        WHEN v_paused_until IS NOT NULL
            THEN CONCAT(
                'This person pauses: ask again on ', DATE_FORMAT(v_paused_until, '%e %M %Y'), '.'
            )
        WHEN NOT v_offers_kind THEN 'This person cannot be asked for that.'
        WHEN v_open_count > 0
            THEN 'You have a request with this person that is not finished yet.'
        WHEN mentoring_places_of(p_user_id) = 0
            THEN 'Every place with this person is taken at the moment.'
    END;
END //

DELIMITER ;
