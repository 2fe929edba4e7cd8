-- mentoring_offer_save: save the actor's mentoring offer: types and number of requests.
--
-- Accepted requests stay accepted, even if there are more than the new number of places. Open
-- offers are listed as mentors in the directory.
--
-- Parameters
--   p_actor_id      users.id of a graduate
--   p_is_open       1: accept requests
--   p_kinds         accepted types, separated by commas: reference, guidance, mentorship
--   p_capacity      places: 1 to 20
--   p_paused_until  no requests before that day, at most two years ahead; NULL: no pause
--   p_note          what people should know before they send a request, at most 500 characters;
--                   NULL: none
-- Result sets
--   offer (one)  is_open, capacity, paused_until, places_count (currently free)
-- Errors
--   45401  not signed in
--   45403  the actor is not a graduate
--   45422  invalid value
-- Example
--   CALL mentoring_offer_save(2, 1, 'guidance, mentorship', 3, NULL, 'Write in English, please.');

DROP PROCEDURE IF EXISTS mentoring_offer_save;

DELIMITER //

CREATE PROCEDURE mentoring_offer_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_is_open BOOLEAN,
    IN p_kinds VARCHAR(200),
    IN p_capacity SMALLINT UNSIGNED,
    IN p_paused_until DATE,
    IN p_note VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Save the actor''s mentoring offer. | offer: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_kinds VARCHAR(200) DEFAULT REPLACE(COALESCE(p_kinds, ''), ' ', '');
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock(p_actor_id, v_role, v_profile_id);
    IF v_role <> 'alumni' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only alumni can receive requests.';
    END IF;
    SET v_message = CASE
        WHEN p_is_open IS NULL THEN 'is_open: Please fill this in.'
        WHEN v_kinds <> '' AND NOT REGEXP_LIKE(v_kinds, '^((^|,)(reference|guidance|mentorship))+$')
            THEN 'kinds: Choose from reference, guidance and mentorship.'
        WHEN p_is_open AND v_kinds = '' THEN 'kinds: Choose at least one type of request.'
        WHEN p_capacity IS NULL OR p_capacity NOT BETWEEN 1 AND 20
            THEN 'capacity: Enter a number from 1 to 20.'
        WHEN p_paused_until > DATE(UTC_TIMESTAMP()) + INTERVAL 2 YEAR
            THEN 'paused_until: Choose a day within the next two years.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
    CALL _require_text('note', p_note, 500, 0, 1);

    INSERT INTO mentoring_offers (
        user_id, is_open, capacity, paused_until, note, created_by, updated_by
    ) VALUES (
        p_actor_id, p_is_open <> 0, p_capacity, p_paused_until, p_note, p_actor_id, p_actor_id
    ) AS fresh
    ON DUPLICATE KEY UPDATE
        is_open = fresh.is_open,
        capacity = fresh.capacity,
        paused_until = fresh.paused_until,
        note = fresh.note,
        updated_by = fresh.updated_by;
    DELETE FROM mentoring_offer_kinds
    WHERE user_id = p_actor_id;
    INSERT INTO mentoring_offer_kinds (user_id, kind)
    SELECT DISTINCT
        p_actor_id,
        k.kind
    FROM
        JSON_TABLE(
            CONCAT('["', REPLACE(v_kinds, ',', '","'), '"]'),
            '$[*]' COLUMNS (kind VARCHAR(20) PATH '$')
        ) AS k
    WHERE k.kind <> '';
    UPDATE alumni_profiles
    SET is_mentor = p_is_open <> 0, updated_by = p_actor_id
    WHERE id = v_profile_id;
    CALL _directory_write(p_actor_id);
    COMMIT;

    SELECT
        is_open,
        capacity,
        paused_until,
        mentoring_places_of(user_id) AS places_count
    FROM mentoring_offers
    WHERE user_id = p_actor_id;
END //

DELIMITER ;
