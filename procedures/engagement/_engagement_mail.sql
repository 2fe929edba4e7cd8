-- _engagement_mail: tell the alumnus, or who proposed the engagement, what has become of it.
--
-- Parameters
--   p_actor_id       users.id of whose act caused it
--   p_engagement_id  alumni_engagements.id
--   p_template       engagement_answered goes to the office, all others to the alumnus
--   p_fact_id        with the template it names the fact
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _engagement_mail;

DELIMITER //

CREATE PROCEDURE _engagement_mail (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED,
    IN p_template VARCHAR(60),
    IN p_fact_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Tell the alumnus, or who proposed the engagement, what has become of it.'
BEGIN
    DECLARE v_recipient_id BIGINT UNSIGNED;
    DECLARE v_data JSON;

    -- With a lock: what the transaction sees otherwise may be older than the change.
    SELECT
        IF(p_template = 'engagement_answered', created_by, alumni_id),
        JSON_OBJECT(
            'engagement_id', id, 'title', title, 'kind', kind, 'status', status,
            'reason', status_reason, 'location', location, 'alumnus_name', name_of(alumni_id),
            'days', CONCAT_WS(
                ' to ', DATE_FORMAT(start_date, '%e %M %Y'), DATE_FORMAT(end_date, '%e %M %Y')
            )
        )
    INTO v_recipient_id, v_data
    FROM alumni_engagements
    WHERE id = p_engagement_id
    FOR UPDATE;
    CALL _queue_mail(
        p_actor_id, v_recipient_id, p_template, v_data, CONCAT(p_template, ':', p_fact_id)
    );
END //

DELIMITER ;
