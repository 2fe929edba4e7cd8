-- engagement_propose: propose an engagement to an alumni member, such as speaker, trainer or judge.
--
-- Parameters
--   p_actor_id               users.id of an admin
--   p_alumni_id              users.id of the alumni member
--   p_kind                   speaker, trainer, mentor, judge, panelist, workshop_instructor,
--                            consultant
--   p_title                  at most 150 characters
--   p_description            Markdown, at most 10,000 characters; NULL: none
--   p_location               a room, a city, or online; NULL: not given
--   p_start_date             first day, from a year ago to two years ahead
--   p_end_date               last day; NULL: one day
--   p_hours                  planned, at most 2,000; NULL: not given
--   p_compensation_amount    NULL: unpaid
--   p_compensation_currency  ISO 4217; NULL: the institution's
--   p_idempotency_key        created with the form: the same key returns the same proposal;
--                            NULL: none
-- Result sets
--   engagement (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  invalid value
-- Example
--   CALL engagement_propose(
--       1, 2, 'speaker', 'First jobs in data', 'Thirty minutes and questions.', 'Room 12',
--       UTC_DATE() + INTERVAL 20 DAY, NULL, 2, 150, 'EUR', NULL
--   );

DROP PROCEDURE IF EXISTS engagement_propose;

DELIMITER //

CREATE PROCEDURE engagement_propose (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_alumni_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_title VARCHAR(150),
    IN p_description MEDIUMTEXT,
    IN p_location VARCHAR(150),
    IN p_start_date DATE,
    IN p_end_date DATE,
    IN p_hours DECIMAL(6, 2),
    IN p_compensation_amount DECIMAL(12, 2),
    IN p_compensation_currency VARCHAR(3),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Propose an engagement to an alumni member. | engagement: one'
BEGIN
    DECLARE v_state VARCHAR(20);
    DECLARE v_engagement_id BIGINT UNSIGNED;
    DECLARE v_currency VARCHAR(3);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_engagement_values(
        p_kind, p_title, p_description, p_location, p_start_date, p_end_date, p_hours,
        p_compensation_amount, p_compensation_currency
    );
    SELECT COALESCE(p_compensation_currency, currency) INTO v_currency
    FROM institution_info
    WHERE id = 1;

    START TRANSACTION;
    CALL _graduand_lock(p_alumni_id, v_state);
    IF v_state <> 'alumni' THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'alumni_id: Choose an alumni member with an active account.';
    END IF;
    CALL _idempotency_claim(
        p_actor_id, 'engagement_propose', p_idempotency_key, v_engagement_id
    );
    IF v_engagement_id IS NULL THEN
        INSERT INTO alumni_engagements (
            alumni_id, kind, title, description, location, start_date, end_date, hours,
            compensation_amount, compensation_currency, created_by, updated_by
        ) VALUES (
            p_alumni_id, p_kind, p_title, p_description, p_location, p_start_date, p_end_date,
            p_hours, p_compensation_amount, IF(p_compensation_amount IS NULL, NULL, v_currency),
            p_actor_id, p_actor_id
        );
        SET v_engagement_id = LAST_INSERT_ID();
        CALL _engagement_moved(p_actor_id, v_engagement_id, NULL, 'proposed', 'office', NULL);
        CALL _idempotency_record(
            p_actor_id, 'engagement_propose', p_idempotency_key, v_engagement_id
        );
    END IF;
    COMMIT;

    SELECT
        id,
        status
    FROM alumni_engagements
    WHERE id = v_engagement_id;
END //

DELIMITER ;
