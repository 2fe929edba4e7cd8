-- _engagement_moved: record a status change of an engagement and notify the other side.
--
-- Parameters
--   p_actor_id       users.id of the actor
--   p_engagement_id  alumni_engagements.id
--   p_from           previous status; NULL: it was proposed
--   p_to             new status
--   p_mover          office or alumnus
--   p_reason         message to the other side; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _engagement_moved;

DELIMITER //

CREATE PROCEDURE _engagement_moved (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED,
    IN p_from VARCHAR(20),
    IN p_to VARCHAR(20),
    IN p_mover VARCHAR(20),
    IN p_reason VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Record a status change of an engagement and notify the other side.'
BEGIN
    DECLARE v_history_id BIGINT UNSIGNED;

    INSERT INTO alumni_engagement_history (
        engagement_id, from_status, to_status, mover, reason, created_at, created_by
    ) VALUES (
        p_engagement_id, p_from, p_to, p_mover, p_reason, UTC_TIMESTAMP(6), p_actor_id
    );
    SET v_history_id = LAST_INSERT_ID();
    CALL _audit(
        p_actor_id, CASE WHEN p_from IS NULL THEN 'engagement_propose' ELSE 'engagement_move' END,
        'alumni_engagements', p_engagement_id,
        IF(p_from IS NULL, NULL, JSON_OBJECT('status', p_from)),
        JSON_OBJECT('status', p_to)
    );
    CALL _engagement_notify(
        p_actor_id, p_engagement_id,
        CASE
            WHEN p_mover = 'alumnus' THEN 'engagement_answered'
            WHEN p_to = 'proposed' THEN 'engagement_proposed'
            ELSE 'engagement_moved'
        END,
        v_history_id
    );
END //

DELIMITER ;
