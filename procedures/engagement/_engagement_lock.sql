-- _engagement_lock: lock an engagement after the account of its alumni member, or refuse.
--
-- Only the office and the alumni member concerned can access it.
--
-- Parameters
--   p_actor_id       users.id
--   p_role           the actor's role
--   p_engagement_id  alumni_engagements.id
--   p_is_deleted     1: include a deleted one; 0: a deleted one counts as missing
--   p_mover          office or alumnus: the actor's side
--   p_status         its status
--   p_revision       number of edits
-- Result sets
--   none
-- Errors
--   45404  no such engagement, or the actor may not see it

DROP PROCEDURE IF EXISTS _engagement_lock;

DELIMITER //

CREATE PROCEDURE _engagement_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_engagement_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN,
    OUT p_mover VARCHAR(20),
    OUT p_status VARCHAR(20),
    OUT p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock an engagement after the account of its alumni member, or refuse.'
BEGIN
    DECLARE v_alumni_id BIGINT UNSIGNED;
    DECLARE v_found_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);

    -- The alumni member never changes. Read without a lock, but nothing else depends on this read.
    SELECT alumni_id INTO v_alumni_id
    FROM alumni_engagements
    WHERE id = p_engagement_id;
    SET p_mover = CASE
        WHEN p_role = 'admin' THEN 'office'
        WHEN v_alumni_id = p_actor_id THEN 'alumnus'
    END;
    SET p_status = NULL, p_revision = NULL;
    IF v_alumni_id IS NOT NULL AND p_mover IS NOT NULL THEN
        CALL _graduand_lock(v_alumni_id, v_state);
        SELECT
            id,
            status,
            revision
        INTO v_found_id, p_status, p_revision
        FROM alumni_engagements
        WHERE id = p_engagement_id AND (is_deleted = 0 OR p_is_deleted)
        FOR UPDATE;
    END IF;
    IF v_found_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Engagement not found.';
    END IF;
END //

DELIMITER ;
