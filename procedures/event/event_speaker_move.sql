-- event_speaker_move: move a speaker up or down in the programme.
--
-- Parameters
--   p_actor_id    users.id of the organiser
--   p_speaker_id  event_speakers.id
--   p_direction   up (earlier) or down (later)
-- Result sets
--   speaker (one)  id, position
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such speaker
--   45422  unknown direction
-- Example
--   CALL event_speaker_move(1, 999999999, 'up');  -- refused: 45404

DROP PROCEDURE IF EXISTS event_speaker_move;

DELIMITER //

CREATE PROCEDURE event_speaker_move (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_speaker_id BIGINT UNSIGNED,
    IN p_direction VARCHAR(10)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Move a speaker up or down in the programme. | speaker: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_order JSON;
    DECLARE v_place INT UNSIGNED;
    DECLARE v_other INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF p_direction IS NULL OR p_direction NOT IN ('up', 'down') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'direction: Choose up or down.';
    END IF;
    SELECT event_id INTO v_event_id
    FROM event_speakers
    WHERE id = p_speaker_id;

    START TRANSACTION;
    CALL _event_speaker_lock(p_actor_id, v_event_id, p_speaker_id, v_status);
    -- Positions as displayed: equal positions and gaps do no harm.
    SELECT
        JSON_OBJECTAGG(p.id, p.place),
        MAX(IF(p.id = p_speaker_id, p.place, NULL))
    INTO v_order, v_place
    FROM (
        SELECT
            id,
            ROW_NUMBER() OVER (ORDER BY position, id) AS place
        FROM event_speakers
        WHERE event_id = v_event_id
    ) AS p;
    SET v_other = IF(p_direction = 'up', v_place - 1, v_place + 1);
    IF v_other BETWEEN 1 AND JSON_LENGTH(v_order) THEN
        UPDATE event_speakers
        SET
            position = CASE JSON_EXTRACT(v_order, CONCAT('$."', id, '"'))
                WHEN v_place THEN v_other
                WHEN v_other THEN v_place
                ELSE JSON_EXTRACT(v_order, CONCAT('$."', id, '"'))
            END,
            updated_by = p_actor_id
        WHERE event_id = v_event_id;
    END IF;
    COMMIT;

    SELECT
        id,
        position
    FROM event_speakers
    WHERE id = p_speaker_id;
END //

DELIMITER ;
