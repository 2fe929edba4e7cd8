-- engagement_form_read: read the values for the form of a proposal.
--
-- Parameters
--   p_actor_id       users.id of an admin
--   p_alumni_id      users.id of the chosen alumni member; NULL: that of the engagement
--   p_engagement_id  alumni_engagements.id of a proposal to change; NULL: a new one
-- Result sets
--   people (many)       the recipient, one row: as _person_rows returns it
--   engagement (maybe)  the proposal to change: the columns that engagement_edit accepts, and id,
--                       status
--   defaults (one)      compensation_currency
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such alumni member or engagement
-- Example
--   CALL engagement_form_read(1, 2, NULL);

DROP PROCEDURE IF EXISTS engagement_form_read;

DELIMITER //

CREATE PROCEDURE engagement_form_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_alumni_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the form of a proposal. | people: many, engagement: maybe, defaults: one'
BEGIN
    DECLARE v_person BIGINT UNSIGNED DEFAULT IF(p_engagement_id IS NULL, p_alumni_id, NULL);

    CALL _require_admin(p_actor_id);
    IF p_engagement_id IS NOT NULL THEN
        SELECT alumni_id INTO v_person
        FROM alumni_engagements
        WHERE id = p_engagement_id AND is_deleted = 0;
        IF v_person IS NULL THEN
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Engagement not found.';
        END IF;
    ELSEIF NOT role_of(v_person) <=> 'alumni' THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Alumni member not found.';
    END IF;

    CALL _person_rows(p_actor_id, v_person);

    SELECT
        id,
        kind,
        title,
        description,
        location,
        start_date,
        end_date,
        hours,
        compensation_amount,
        compensation_currency,
        status,
        revision
    FROM alumni_engagements
    WHERE id = p_engagement_id;

    SELECT currency AS compensation_currency
    FROM institution_info
    WHERE id = 1;
END //

DELIMITER ;
