-- events_settle: expire seat offers and free the seats of deleted accounts; ev_settle_events.
--
-- The next person on the waiting list is offered the seats. One transaction per event, which locks
-- the event: after a crash, the next call continues, and concurrent calls do nothing twice. An
-- event that fails does not block the others; it is counted, and the next call tries again.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA or the scheduler
--   p_limit     maximum number of events; NULL: 1000
-- Result sets
--   settlement (one)  settled_count, failed_count, first_failure (the error's text, or NULL)
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL events_settle(NULL, 10);

DROP PROCEDURE IF EXISTS events_settle;

DELIMITER //

CREATE PROCEDURE events_settle (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Expire seat offers and free the seats of deleted accounts. | settlement: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT COALESCE(p_limit, 1000);
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_events JSON;
    DECLARE v_position INT UNSIGNED DEFAULT 0;
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_ids JSON;
    DECLARE v_settled_count INT UNSIGNED DEFAULT 0;
    DECLARE v_failed_count INT UNSIGNED DEFAULT 0;
    DECLARE v_failure VARCHAR(500);
    DECLARE v_first_failure VARCHAR(500);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);
    SELECT JSON_ARRAYAGG(d.event_id) INTO v_events
    FROM (
        (
            SELECT event_id
            FROM event_registrations
            WHERE status = 'offered' AND offer_expires_at <= v_now
            ORDER BY offer_expires_at
            LIMIT v_limit
        )
        UNION DISTINCT
        (
            SELECT r.event_id
            FROM users AS u
            JOIN event_registrations AS r ON r.user_id = u.id
            JOIN events AS e ON e.id = r.event_id
            WHERE
                u.is_deleted = 1
                AND u.erased_at IS NULL
                AND r.status IN ('registered', 'waitlisted', 'offered')
                AND e.status = 'published'
                AND e.starts_at > v_now
            LIMIT v_limit
        )
    ) AS d;

    -- One after the other, because each is a transaction.
    WHILE v_position < LEAST(v_limit, COALESCE(JSON_LENGTH(v_events), 0)) DO
        one_event: BEGIN
            DECLARE EXIT HANDLER FOR SQLEXCEPTION
            BEGIN
                GET DIAGNOSTICS CONDITION 1 v_failure = MESSAGE_TEXT;
                ROLLBACK;
                SET v_failed_count = v_failed_count + 1;
                SET v_first_failure = COALESCE(v_first_failure, v_failure);
            END;

            SET v_event_id = JSON_EXTRACT(v_events, CONCAT('$[', v_position, ']'));
            START TRANSACTION;
            -- Locked before it is read again: a concurrent call finds nothing to do.
            DO (SELECT id FROM events WHERE id = v_event_id FOR UPDATE);
            SELECT JSON_ARRAYAGG(r.id) INTO v_ids
            FROM event_registrations AS r
            JOIN users AS u ON u.id = r.user_id
            JOIN events AS e ON e.id = r.event_id
            WHERE
                r.event_id = v_event_id
                AND r.status IN ('registered', 'waitlisted', 'offered')
                AND u.is_deleted = 1
                AND e.status = 'published'
                AND e.starts_at > v_now;
            CALL _registrations_move(NULL, v_ids, 'cancelled', NULL);
            CALL _event_promote(v_event_id);
            COMMIT;
            SET v_settled_count = v_settled_count + 1;
        END one_event;
        SET v_position = v_position + 1;
    END WHILE;

    SELECT
        v_settled_count AS settled_count,
        v_failed_count AS failed_count,
        v_first_failure AS first_failure;
END //

DELIMITER ;
