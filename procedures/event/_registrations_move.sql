-- _registrations_move: move registrations to another state, with their history.
--
-- The caller holds the event's row and knows that the move is right.
--
-- Parameters
--   p_actor_id          users.id of who does it; NULL: the rules, as time went by
--   p_ids               JSON array of event_registrations.id; NULL: none
--   p_to                the state
--   p_offer_expires_at  for offered: until when the seat is held; NULL for any other state
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _registrations_move;

DELIMITER //

CREATE PROCEDURE _registrations_move (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids JSON,
    IN p_to VARCHAR(20),
    IN p_offer_expires_at DATETIME
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Move registrations to another state, with their history.'
BEGIN
    DECLARE v_moves JSON;

    -- Read first: a plain read after the event's lock sees what is there, and locks nothing.
    SELECT JSON_ARRAYAGG(JSON_ARRAY(r.id, r.status)) INTO v_moves
    FROM JSON_TABLE(p_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS n
    JOIN event_registrations AS r ON r.id = n.id;
    IF v_moves IS NOT NULL THEN
        -- By their keys, in this order: a scan would lock what belongs to other events.
        UPDATE
        /*+ JOIN_ORDER(n, r) */
                event_registrations AS r
            JOIN JSON_TABLE(p_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS n ON n.id = r.id
        SET
            r.status = p_to,
            r.offer_expires_at = p_offer_expires_at,
            r.updated_by = p_actor_id;
        INSERT INTO event_registration_history (
            event_registration_id, from_status, to_status, created_at, created_by
        )
        SELECT
            n.id,
            n.from_status,
            p_to,
            UTC_TIMESTAMP(6),
            p_actor_id
        FROM
            JSON_TABLE(
                v_moves, '$[*]' COLUMNS (
                    position FOR ORDINALITY,
                    id BIGINT UNSIGNED PATH '$[0]',
                    from_status VARCHAR(20) PATH '$[1]'
                )
            ) AS n
        ORDER BY n.position;
    END IF;
END //

DELIMITER ;
