-- announcement_publish: publish a draft or an archived announcement, or a scheduled one earlier.
--
-- Parameters
--   p_actor_id         users.id of the author or an admin
--   p_announcement_id  announcements.id
--   p_publish_at       UTC, at most two years ahead; NULL or past: now, or the time of the draft
-- Result sets
--   announcement (one)  id, title, state (waiting: the office has to approve it), publish_at,
--                       pin_position, revision
-- Errors
--   45401  not signed in
--   45403  not the actor's own, or removed by the office
--   45404  no such announcement
--   45409  already published, pending, rejected or expired
--   45422  invalid time
-- Example
--   CALL announcement_archive(1, 1);
--   CALL announcement_publish(1, 1, NULL);

DROP PROCEDURE IF EXISTS announcement_publish;

DELIMITER //

CREATE PROCEDURE announcement_publish (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED,
    IN p_publish_at DATETIME
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Publish a draft, an archived or a scheduled announcement. | announcement: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_role VARCHAR(20);
    DECLARE v_state VARCHAR(20);
    DECLARE v_approval VARCHAR(20);
    DECLARE v_priority VARCHAR(20);
    DECLARE v_publish_at DATETIME;
    DECLARE v_expires_at DATETIME;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _announcement_lock(p_actor_id, v_role, p_announcement_id, 0);
    SELECT
        announcement_state_of(status, approval, publish_at, expires_at),
        approval,
        priority,
        publish_at,
        expires_at
    INTO v_state, v_approval, v_priority, v_publish_at, v_expires_at
    FROM announcements
    WHERE id = p_announcement_id
    FOR UPDATE;
    IF v_state NOT IN ('draft', 'archived', 'scheduled') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This announcement is published, expired, or waiting for approval.';
    END IF;
    SET v_publish_at = GREATEST(
        COALESCE(p_publish_at, IF(v_state = 'draft', v_publish_at, NULL), v_now), v_now
    );
    IF v_publish_at > v_now + INTERVAL 2 YEAR THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'publish_at: Choose a time within the next two years.';
    END IF;
    IF v_expires_at <= v_publish_at THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This announcement would expire before then. Change its end first.';
    END IF;

    SET v_approval = CASE
        -- If it was approved and has not changed since, it needs no second approval.
        WHEN v_approval = 'approved' THEN 'approved'
        WHEN is_approval_needed(v_role, v_priority) THEN 'pending'
        ELSE 'not_needed'
    END;
    UPDATE announcements
    SET
        approval = v_approval,
        decided_at = IF(v_approval = 'approved', decided_at, NULL),
        decided_reason = IF(v_approval = 'approved', decided_reason, NULL),
        status = 'published',
        publish_at = v_publish_at,
        is_expired = 0,
        is_held = 0,
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_announcement_id;
    CALL _audit(
        p_actor_id, 'announcement_publish', 'announcements', p_announcement_id,
        JSON_OBJECT('state', v_state),
        JSON_OBJECT('status', 'published', 'publish_at', v_publish_at)
    );
    COMMIT;

    CALL _announcement_outcome(p_announcement_id);
END //

DELIMITER ;
