-- engagement_rate: rate a completed engagement.
-- The office rates the alumni member, and they rate the engagement.
--
-- Each side has one rating and can change it.
--
-- Parameters
--   p_actor_id       users.id of an admin or of the alumni member
--   p_engagement_id  alumni_engagements.id
--   p_rating         1 to 5, 5 is best
--   p_comment        at most 1,000 characters; visible to both sides; NULL: none
-- Result sets
--   engagement (one)  id, office_rating, alumnus_rating
-- Errors
--   45401  not signed in
--   45404  no such engagement, or the actor may not see it
--   45409  not completed
--   45422  invalid value
-- Example
--   CALL engagement_rate(2, 0, 5, 'A grateful audience.');  -- refused: 45404

DROP PROCEDURE IF EXISTS engagement_rate;

DELIMITER //

CREATE PROCEDURE engagement_rate (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED,
    IN p_rating TINYINT UNSIGNED,
    IN p_comment VARCHAR(1000)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Rate a completed engagement. | engagement: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_before JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    IF p_rating IS NULL OR p_rating NOT BETWEEN 1 AND 5 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'rating: Choose a rating from 1 to 5.';
    END IF;
    CALL _require_text('comment', p_comment, 1000, 0, 1);

    START TRANSACTION;
    CALL _engagement_lock(
        p_actor_id, v_role, p_engagement_id, 0, v_mover, v_status, v_revision
    );
    IF v_status <> 'completed' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You can rate this after it is completed.';
    END IF;
    IF v_mover = 'office' THEN
        SELECT JSON_OBJECT('office_rating', office_rating)
        INTO v_before
        FROM alumni_engagements
        WHERE id = p_engagement_id
        FOR UPDATE;
        UPDATE alumni_engagements
        SET office_rating = p_rating, office_comment = p_comment, updated_by = p_actor_id
        WHERE id = p_engagement_id;
        CALL _audit(
            p_actor_id, 'engagement_rate', 'alumni_engagements', p_engagement_id, v_before,
            JSON_OBJECT('office_rating', p_rating)
        );
    ELSE
        UPDATE alumni_engagements
        SET alumnus_rating = p_rating, alumnus_comment = p_comment, updated_by = p_actor_id
        WHERE id = p_engagement_id;
    END IF;
    COMMIT;

    SELECT
        id,
        office_rating,
        alumnus_rating
    FROM alumni_engagements
    WHERE id = p_engagement_id;
END //

DELIMITER ;
