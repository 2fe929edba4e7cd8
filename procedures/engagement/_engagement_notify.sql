-- _engagement_notify: notify the alumni member, or the proposer, of a change of an engagement.
--
-- Parameters
--   p_actor_id       users.id of the actor
--   p_engagement_id  alumni_engagements.id
--   p_verb           engagement_answered goes to the office, all others to the alumnus
--   p_fact_id        identifies the event together with the verb
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _engagement_notify;

DELIMITER //

CREATE PROCEDURE _engagement_notify (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED,
    IN p_verb VARCHAR(40),
    IN p_fact_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Notify the alumni member, or the proposer, of a change of an engagement.'
BEGIN
    DECLARE v_recipient_id BIGINT UNSIGNED;
    DECLARE v_data JSON;
    DECLARE v_more JSON;
    DECLARE v_mails_count INT UNSIGNED;

    -- With a lock: the transaction's snapshot may be older than the change.
    SELECT
        IF(p_verb = 'engagement_answered', created_by, alumni_id),
        JSON_OBJECT('title', title, 'status', status),
        JSON_OBJECT(
            'engagement_id', id, 'kind', kind,
            'reason', status_reason, 'location', location, 'alumnus_name', name_of(alumni_id),
            'days', CONCAT_WS(
                ' to ', DATE_FORMAT(start_date, '%e %M %Y'), DATE_FORMAT(end_date, '%e %M %Y')
            )
        )
    INTO v_recipient_id, v_data, v_more
    FROM alumni_engagements
    WHERE id = p_engagement_id
    FOR UPDATE;
    CALL _notify_many(
        p_actor_id, 'engagement', p_verb, CONCAT('engagement-', p_engagement_id),
        CONCAT(
            IF(p_verb = 'engagement_answered', '/admin/engagements/', '/engagements/'),
            p_engagement_id
        ),
        v_data, p_verb, v_more,
        JSON_ARRAY(JSON_ARRAY(v_recipient_id, CONCAT(p_verb, ':', p_fact_id))), v_mails_count
    );
END //

DELIMITER ;
