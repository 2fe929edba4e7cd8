-- accounts_erase_due: erase accounts that were deleted restore_days ago; ev_erase_accounts.
--
-- One transaction per person: after a crash, the next call continues. A person who cannot be
-- erased does not block the others; failures are counted, and the next call tries again.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA or the scheduler
--   p_limit     maximum number of people; NULL: 1000
-- Result sets
--   erasure (one)  erased_count, failed_count, first_failure (the error's text, or NULL)
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL accounts_erase_due(NULL, 10);

DROP PROCEDURE IF EXISTS accounts_erase_due;

DELIMITER //

CREATE PROCEDURE accounts_erase_due (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Erase accounts that were deleted long enough ago. | erasure: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT COALESCE(p_limit, 1000);
    DECLARE v_before DATETIME
    DEFAULT UTC_TIMESTAMP() - INTERVAL setting_of('restore_days') DAY;
    DECLARE v_user_id BIGINT UNSIGNED DEFAULT 0;
    DECLARE v_locked_id BIGINT UNSIGNED;
    DECLARE v_erased_count INT UNSIGNED DEFAULT 0;
    DECLARE v_failed_count INT UNSIGNED DEFAULT 0;
    DECLARE v_errno INT;
    DECLARE v_repeats_count INT UNSIGNED DEFAULT 0;
    DECLARE v_failure VARCHAR(500);
    DECLARE v_first_failure VARCHAR(500);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    -- One after the other, because each is a transaction.
    erasing: WHILE v_erased_count + v_failed_count < v_limit DO
        SELECT MIN(id) INTO v_user_id
        FROM users
        WHERE
            is_deleted = 1 AND erased_at IS NULL AND deleted_at <= v_before AND id > v_user_id;
        IF v_user_id IS NULL THEN
            LEAVE erasing;
        END IF;

        one_person: BEGIN
            DECLARE EXIT HANDLER FOR SQLEXCEPTION
            BEGIN
                GET DIAGNOSTICS CONDITION 1 v_errno = MYSQL_ERRNO, v_failure = MESSAGE_TEXT;
                ROLLBACK;
                -- A statement that must be prepared again because routines are being replaced is no
                -- problem of the person: retry once.
                IF v_errno = 1615 AND v_repeats_count < 100 THEN
                    SET v_repeats_count = v_repeats_count + 1, v_user_id = v_user_id - 1;
                ELSE
                    SET v_failed_count = v_failed_count + 1;
                    SET v_first_failure = COALESCE(v_first_failure, v_failure);
                END IF;
            END;

            SET v_locked_id = NULL;
            START TRANSACTION;
            -- A person who restores the account meanwhile keeps it: the first lock wins.
            SELECT id INTO v_locked_id
            FROM users
            WHERE
                id = v_user_id AND is_deleted = 1 AND erased_at IS NULL AND deleted_at <= v_before
            FOR UPDATE;
            IF v_locked_id IS NOT NULL THEN
                SET @person_id = NULL;
                CALL _account_erase(p_actor_id, v_user_id, 'accounts_erase_due');
                SET v_erased_count = v_erased_count + 1;
            END IF;
            COMMIT;
        END one_person;
    END WHILE erasing;

    SELECT
        v_erased_count AS erased_count,
        v_failed_count AS failed_count,
        v_first_failure AS first_failure;
END //

DELIMITER ;
