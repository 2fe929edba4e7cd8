-- reference_obstacle_of: say why a person cannot send an alumni member a request, if so.
--
-- The single place of this rule: pages show it, reference_request enforces it. _require_visible
-- checks whether the person may see the alumni member at all.
--
-- Parameters
--   p_actor_id  users.id of the requester
--   p_user_id   users.id of the alumni member
--   p_kind      reference, guidance or mentorship; NULL: any
-- Returns
--   a sentence; NULL: no obstacle

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
COMMENT 'Say why a person cannot send an alumni member a request, if so.'
BEGIN
    DECLARE v_is_open BOOLEAN DEFAULT 0;
    DECLARE v_paused_until DATETIME;
    DECLARE v_offers_kind BOOLEAN;
    DECLARE v_open_count INT UNSIGNED;

    IF NOT COALESCE(role_of(p_actor_id), '') IN ('alumni', 'student') THEN
        RETURN 'Only students and alumni can send requests.';
    ELSEIF p_actor_id = p_user_id THEN
        RETURN 'You can''t send a request to yourself.';
    ELSEIF NOT role_of(p_user_id) <=> 'alumni' THEN
        RETURN 'Only alumni can receive requests.';
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
        WHEN NOT v_is_open THEN 'This person isn''t accepting requests at the moment.'
        WHEN v_paused_until IS NOT NULL
            THEN CONCAT(
                'This person paused requests until ', DATE_FORMAT(v_paused_until, '%e %M %Y'), '.'
            )
        WHEN NOT v_offers_kind
            THEN 'This person doesn''t accept this type of request. Choose another one.'
        WHEN v_open_count > 0
            THEN 'You already have an open request with this person.'
        WHEN mentoring_places_of(p_user_id) = 0
            THEN 'This person has no free places at the moment. Try again later.'
    END;
END //

DELIMITER ;
