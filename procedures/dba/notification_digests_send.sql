-- notification_digests_send: queue the mails of digests that are due; ev_send_digests.
--
-- Daily digests are due at digest_hour, weekly ones on digest_weekday at that hour, UTC. Each
-- covers what happened before. One transaction per person: after a crash, the next call continues
-- with the rest; concurrent calls send nobody two.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA or the scheduler
--   p_most      maximum number of people; NULL: 100,000
-- Result sets
--   sending (one)  mails_count
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL notification_digests_send(NULL, NULL);

DROP PROCEDURE IF EXISTS notification_digests_send;

DELIMITER //

CREATE PROCEDURE notification_digests_send (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_most INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Queue the mails of digests that are due. | sending: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_hour TINYINT UNSIGNED DEFAULT setting_of('digest_hour');
    DECLARE v_weekday TINYINT UNSIGNED DEFAULT setting_of('digest_weekday');
    DECLARE v_most INT UNSIGNED DEFAULT COALESCE(p_most, 100000);
    DECLARE v_daily_at DATETIME;
    DECLARE v_digest VARCHAR(10) DEFAULT 'daily';
    DECLARE v_due_at DATETIME;
    DECLARE v_after BIGINT UNSIGNED DEFAULT 0;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_is_written BOOLEAN;
    DECLARE v_people_count INT UNSIGNED DEFAULT 0;
    DECLARE v_mails_count INT UNSIGNED DEFAULT 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    -- The last time the clock showed that hour; and that hour on the weekday (1: Monday).
    SET v_daily_at = DATE(v_now - INTERVAL v_hour HOUR) + INTERVAL v_hour HOUR;
    SET v_due_at = v_daily_at;

    -- A loop, because each person is a transaction.
    l_people: WHILE v_people_count < v_most DO
        SET v_user_id = NULL;
        SELECT recipient_id INTO v_user_id
        FROM notifications FORCE INDEX (ix_notifications_digest_recipient_id)
        WHERE digest = v_digest AND recipient_id > v_after AND happened_at < v_due_at
        ORDER BY recipient_id
        LIMIT 1;
        IF v_user_id IS NULL THEN
            IF v_digest = 'weekly' THEN
                LEAVE l_people;
            END IF;
            SET
            v_digest = 'weekly',
            v_after = 0,
            v_due_at = v_daily_at - INTERVAL (WEEKDAY(v_daily_at) + 8 - v_weekday) MOD 7 DAY;
        ELSE
            -- Reads current rows and locks no gap: others can be notified meanwhile.
            COMMIT;
            SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
            START TRANSACTION;
            CALL _notification_digest_write(v_user_id, v_digest, v_due_at, v_is_written);
            COMMIT;
            SET
            v_after = v_user_id,
            v_people_count = v_people_count + 1,
            v_mails_count = v_mails_count + v_is_written;
        END IF;
    END WHILE l_people;

    SELECT v_mails_count AS mails_count;
END //

DELIMITER ;
