-- _registrations_move: change the status of registrations and record their history.
--
-- The caller holds the lock on the event and has checked that the change is allowed.
--
-- Parameters
--   p_actor_id          users.id of the actor; NULL: automatic
--   p_ids               JSON array of event_registrations.id; NULL: none
--   p_to                the new status
--   p_offer_expires_at  for offered: end of the offer; NULL for any other status
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
COMMENT 'Change the status of registrations and record their history.'
BEGIN
    DECLARE v_moves JSON;

    -- Read first: a non-locking read after locking the event is current and locks nothing.
    SELECT JSON_ARRAYAGG(JSON_ARRAY(r.id, r.status)) INTO v_moves
    FROM JSON_TABLE(p_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS n
    JOIN event_registrations AS r ON r.id = n.id;
    IF v_moves IS NOT NULL THEN
        -- By primary key, in this order: a scan would lock rows of other events.
        UPDATE /*+ JOIN_ORDER(n, r) JOIN_INDEX(r PRIMARY) */
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
