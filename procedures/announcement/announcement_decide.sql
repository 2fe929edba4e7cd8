-- announcement_decide: approve or reject a member's announcement; the author is notified by mail.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_announcement_id  announcements.id of a pending one
--   p_decision         approve or reject
--   p_reason           message to the author; required for a rejection
--   p_revision         announcements.revision that the office has read; NULL: do not check
-- Result sets
--   announcement (one)  id, title, state, publish_at, pin_position, revision
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such announcement
--   45409  not pending, or the author has changed it since
--   45422  invalid value
-- Example
--   CALL announcement_decide(1, 1, 'perhaps', NULL, NULL);
--   -- refused: 45422

DROP PROCEDURE IF EXISTS announcement_decide;

DELIMITER //

CREATE PROCEDURE announcement_decide (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED,
    IN p_decision VARCHAR(20),
    IN p_reason VARCHAR(500),
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Approve or reject a member''s announcement. | announcement: one'
BEGIN
    DECLARE v_verb VARCHAR(40);
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_decided VARCHAR(20) DEFAULT IF(p_decision = 'approve', 'approved', 'rejected');
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_title VARCHAR(200);
    DECLARE v_is_waiting BOOLEAN;
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_expires_at DATETIME;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    IF p_decision IS NULL OR p_decision NOT IN ('approve', 'reject') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'decision: Choose approve or reject.';
    END IF;
    CALL _require_text('reason', p_reason, 500, p_decision = 'reject', 1);

    START TRANSACTION;
    CALL _announcement_lock(p_actor_id, 'admin', p_announcement_id, 0);
    SELECT
        author_id,
        title,
        COALESCE(is_waiting, 0),
        revision,
        expires_at
    INTO v_author_id, v_title, v_is_waiting, v_revision, v_expires_at
    FROM announcements
    WHERE id = p_announcement_id
    FOR UPDATE;
    IF NOT v_is_waiting THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This announcement has already been reviewed. Reload the page.';
    END IF;
    IF p_revision <> v_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The author changed this announcement. Reload the page.';
    END IF;
    IF v_decided = 'approved' AND v_expires_at <= v_now THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This announcement has expired. Reject it, or change its end.';
    END IF;

    UPDATE announcements
    SET
        approval = v_decided,
        decided_at = v_now,
        decided_reason = p_reason,
        -- If its publishing time has passed, it is published now.
        publish_at = IF(v_decided = 'approved', GREATEST(publish_at, v_now), publish_at),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_announcement_id;
    CALL _audit(
        p_actor_id, 'announcement_decide', 'announcements', p_announcement_id,
        JSON_OBJECT('approval', 'pending'),
        JSON_OBJECT('approval', v_decided, 'decided_reason', p_reason)
    );
    SET v_verb = IF(v_decided = 'approved', 'announcement_approved', 'announcement_rejected');
    CALL _notify(
        p_actor_id, v_author_id, 'announcement', v_verb,
        CONCAT('announcement-', p_announcement_id), CONCAT('/announcements/', p_announcement_id),
        JSON_OBJECT('announcement_id', p_announcement_id, 'title', v_title, 'reason', p_reason),
        v_verb, CONCAT('announcement_decided:', p_announcement_id, ':', v_revision)
    );
    COMMIT;

    CALL _announcement_outcome(p_announcement_id);
END //

DELIMITER ;
