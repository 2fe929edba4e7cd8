-- event_reminders_send: queue the mails of reminders that are due; ev_remind_registered.
--
-- A batch is a transaction: its mails, and its position (last_registration_id). After a crash, the
-- next call continues after the last batch; concurrent calls take different reminders. So every
-- person with a seat gets one mail per reminder, and people who register behind the cursor get
-- none.
-- If several reminders of one event are due together, only the one nearest to the event is sent.
-- Events that are unpublished or have started send none.
--
-- Parameters
--   p_actor_id    users.id of an admin; NULL: the DBA or the scheduler
--   p_batch_size  mails per transaction, 1 to 1000; NULL: 500
--   p_most        maximum number of batches; NULL: 200
-- Result sets
--   sending (one)  mails_count, reminders_count (finished in this call), batches_count
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL event_reminders_send(NULL, NULL, NULL);

DROP PROCEDURE IF EXISTS event_reminders_send;

DELIMITER //

CREATE PROCEDURE event_reminders_send (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_batch_size SMALLINT UNSIGNED,
    IN p_most INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Queue the mails of reminders that are due. | sending: one'
BEGIN
    DECLARE v_batch_size INT UNSIGNED
    DEFAULT LEAST(GREATEST(COALESCE(p_batch_size, 500), 1), 1000);
    DECLARE v_most INT UNSIGNED DEFAULT COALESCE(p_most, 200);
    DECLARE v_after BIGINT UNSIGNED DEFAULT 0;
    DECLARE v_reminder_id BIGINT UNSIGNED;
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_locked_id BIGINT UNSIGNED;
    DECLARE v_is_done BOOLEAN;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_mails_count INT UNSIGNED DEFAULT 0;
    DECLARE v_reminders_count INT UNSIGNED DEFAULT 0;
    DECLARE v_batches_count INT UNSIGNED DEFAULT 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    -- A loop, because each batch is a transaction.
    sending: WHILE v_batches_count < v_most DO
        SET v_reminder_id = NULL;
        SELECT
            id,
            event_id
        INTO v_reminder_id, v_event_id
        FROM event_reminders
        WHERE done_at IS NULL AND due_at <= UTC_TIMESTAMP() AND id > v_after
        ORDER BY id
        LIMIT 1;
        IF v_reminder_id IS NULL THEN
            LEAVE sending;
        END IF;

        -- Reads current rows and locks no gap: others can register meanwhile.
        COMMIT;
        SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
        START TRANSACTION;
        -- Parent before child: moving or cancelling the event happens before or after the batch.
        SELECT id INTO v_event_id
        FROM events
        WHERE id = v_event_id
        FOR SHARE;
        SET v_locked_id = NULL;
        SELECT id INTO v_locked_id
        FROM event_reminders
        WHERE id = v_reminder_id AND done_at IS NULL AND due_at <= UTC_TIMESTAMP()
        FOR UPDATE SKIP LOCKED;
        IF v_locked_id IS NULL THEN
            -- Another call is processing it, or it is no longer due.
            SET v_after = v_reminder_id;
        ELSE
            CALL _event_reminder_batch(v_reminder_id, v_batch_size, v_count, v_is_done);
            SET v_after = IF(v_is_done, v_reminder_id, v_after);
            SET v_batches_count = v_batches_count + 1;
            SET v_mails_count = v_mails_count + v_count;
            SET v_reminders_count = v_reminders_count + v_is_done;
        END IF;
        COMMIT;
    END WHILE sending;

    SELECT
        v_mails_count AS mails_count,
        v_reminders_count AS reminders_count,
        v_batches_count AS batches_count;
END //

DELIMITER ;
