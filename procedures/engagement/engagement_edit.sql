-- engagement_edit: change a proposal that has no reply yet; the alumni member is notified.
--
-- A confirmed engagement is an agreement and stays: cancel it and propose a new one.
--
-- Parameters
--   p_actor_id               users.id of an admin
--   p_engagement_id          alumni_engagements.id
--   p_kind                   as in engagement_propose, like all that follow
--   p_title                  its title
--   p_description            its description
--   p_location               where it takes place
--   p_start_date             first day
--   p_end_date               last day
--   p_hours                  planned hours
--   p_compensation_amount    amount paid
--   p_compensation_currency  currency of the amount; NULL: the institution's
--   p_revision               revision that the admin saw; NULL: do not check
-- Result sets
--   engagement (one)  id, status, revision
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such engagement
--   45409  it already has a reply, or someone else has changed it
--   45422  invalid value
-- Example
--   CALL engagement_edit(
--       1, 0, 'speaker', 'First jobs in data', NULL, NULL, UTC_DATE(), NULL, NULL, NULL, NULL,
--       NULL
--   );
--   -- refused: 45404

DROP PROCEDURE IF EXISTS engagement_edit;

DELIMITER //

CREATE PROCEDURE engagement_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_title VARCHAR(150),
    IN p_description MEDIUMTEXT,
    IN p_location VARCHAR(150),
    IN p_start_date DATE,
    IN p_end_date DATE,
    IN p_hours DECIMAL(6, 2),
    IN p_compensation_amount DECIMAL(12, 2),
    IN p_compensation_currency VARCHAR(3),
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change a proposal that has no reply yet. | engagement: one'
BEGIN
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_currency VARCHAR(3);
    DECLARE v_before JSON;
    DECLARE v_message VARCHAR(128);

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
    CALL _engagement_lock(
        p_actor_id, 'admin', p_engagement_id, 0, v_mover, v_status, v_revision
    );
    IF v_status <> 'proposed' THEN
        SET v_message = CONCAT(
            'This engagement is ', REPLACE(v_status, '_', ' '), '. Only proposals can be changed.'
        );
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    ELSEIF p_revision <> v_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Someone else changed this. Reload the page and try again.';
    END IF;
    SELECT
        JSON_OBJECT(
            'kind', kind, 'title', title, 'start_date', start_date, 'end_date', end_date,
            'hours', hours, 'compensation_amount', compensation_amount,
            'compensation_currency', compensation_currency
        )
    INTO v_before
    FROM alumni_engagements
    WHERE id = p_engagement_id
    FOR UPDATE;
    UPDATE alumni_engagements
    SET
        kind = p_kind,
        title = p_title,
        description = p_description,
        location = p_location,
        start_date = p_start_date,
        end_date = p_end_date,
        hours = p_hours,
        compensation_amount = p_compensation_amount,
        compensation_currency = IF(p_compensation_amount IS NULL, NULL, v_currency),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_engagement_id;
    CALL _audit(
        p_actor_id, 'engagement_edit', 'alumni_engagements', p_engagement_id, v_before,
        JSON_OBJECT(
            'kind', p_kind, 'title', p_title, 'start_date', p_start_date, 'end_date', p_end_date,
            'hours', p_hours, 'compensation_amount', p_compensation_amount,
            'compensation_currency', IF(p_compensation_amount IS NULL, NULL, v_currency)
        )
    );
    CALL _engagement_notify(p_actor_id, p_engagement_id, 'engagement_changed', LAST_INSERT_ID());
    COMMIT;

    SELECT
        id,
        status,
        revision
    FROM alumni_engagements
    WHERE id = p_engagement_id;
END //

DELIMITER ;
