-- events_complete_due: complete events that ended long enough ago; ev_complete_events.
--
-- The setting event_completion_hours says how long: until then, the organiser can still check in
-- people who were missed at the door. One transaction per event; an event that fails does not block
-- the others.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA or the scheduler
--   p_limit     maximum number of events; NULL: 1000
-- Result sets
--   completion (one)  completed_count, failed_count, first_failure (the error's text, or NULL)
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL events_complete_due(NULL, 10);

DROP PROCEDURE IF EXISTS events_complete_due;

DELIMITER //

CREATE PROCEDURE events_complete_due (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Complete events that ended long enough ago. | completion: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT COALESCE(p_limit, 1000);
    DECLARE v_before DATETIME
    DEFAULT UTC_TIMESTAMP() - INTERVAL COALESCE(setting_of('event_completion_hours'), 24) HOUR;
    DECLARE v_events JSON;
    DECLARE v_position INT UNSIGNED DEFAULT 0;
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_due_id BIGINT UNSIGNED;
    DECLARE v_completed_count INT UNSIGNED DEFAULT 0;
    DECLARE v_failed_count INT UNSIGNED DEFAULT 0;
    DECLARE v_failure VARCHAR(500);
    DECLARE v_first_failure VARCHAR(500);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);
    SELECT JSON_ARRAYAGG(d.id) INTO v_events
    FROM (
        SELECT id
        FROM events
        WHERE status = 'published' AND is_deleted = 0 AND ends_at <= v_before
        ORDER BY ends_at
        LIMIT v_limit
    ) AS d;

    -- One after the other, because each is a transaction.
    WHILE v_position < COALESCE(JSON_LENGTH(v_events), 0) DO
        one_event: BEGIN
            DECLARE EXIT HANDLER FOR SQLEXCEPTION
            BEGIN
                GET DIAGNOSTICS CONDITION 1 v_failure = MESSAGE_TEXT;
                ROLLBACK;
                SET v_failed_count = v_failed_count + 1;
                SET v_first_failure = COALESCE(v_first_failure, v_failure);
            END;

            SET v_event_id = JSON_EXTRACT(v_events, CONCAT('$[', v_position, ']'));
            SET v_due_id = NULL;
            START TRANSACTION;
            -- A concurrent call finds it completed.
            SELECT id INTO v_due_id
            FROM events
            WHERE
                id = v_event_id
                AND status = 'published'
                AND is_deleted = 0
                AND ends_at <= v_before
            FOR UPDATE;
            IF v_due_id IS NOT NULL THEN
                CALL _event_complete(p_actor_id, v_event_id, 'events_complete_due');
                SET v_completed_count = v_completed_count + 1;
            END IF;
            COMMIT;
        END one_event;
        SET v_position = v_position + 1;
    END WHILE;

    SELECT
        v_completed_count AS completed_count,
        v_failed_count AS failed_count,
        v_first_failure AS first_failure;
END //

DELIMITER ;
