-- announcement_edit: change an announcement.
--
-- A member's change of a published announcement needs approval again if it needed approval before.
-- A visible announcement keeps its time unless a later time is given; then it is scheduled. People
-- who are new to the audience of an urgent one get the mail as well; nobody gets it twice.
--
-- Parameters
--   p_actor_id         users.id of the author or an admin
--   p_announcement_id  announcements.id
--   p_title            as in announcement_post
--   p_content          as in announcement_post
--   p_target_audience  as in announcement_post
--   p_priority         as in announcement_post
--   p_publish_at       UTC; NULL: no time for a draft, otherwise unchanged
--   p_expires_at       UTC; a past time may stay unchanged; NULL: never
--   p_revision         announcements.revision that the editor saw; NULL: do not check
-- Result sets
--   announcement (one)  id, title, state, publish_at, pin_position, revision
-- Errors
--   45401  not signed in
--   45403  not the actor's own, or removed by the office
--   45404  no such announcement
--   45409  the item has changed since
--   45422  invalid value
-- Example
--   CALL announcement_edit(
--       1, 1, 'Welcome', 'Say hello to *everybody*.', 'all', 'normal', NULL, NULL, NULL
--   );

DROP PROCEDURE IF EXISTS announcement_edit;

DELIMITER //

CREATE PROCEDURE announcement_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED,
    IN p_title VARCHAR(200),
    IN p_content MEDIUMTEXT,
    IN p_target_audience VARCHAR(20),
    IN p_priority VARCHAR(20),
    IN p_publish_at DATETIME,
    IN p_expires_at DATETIME,
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change an announcement. | announcement: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_approval VARCHAR(20);
    DECLARE v_audience VARCHAR(20);
    DECLARE v_publish_at DATETIME;
    DECLARE v_expires_at DATETIME;
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_is_undecided BOOLEAN;
    DECLARE v_before JSON;

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
        status,
        approval,
        target_audience,
        publish_at,
        expires_at,
        revision,
        JSON_OBJECT(
            'title', title, 'target_audience', target_audience, 'priority', priority,
            'publish_at', publish_at, 'expires_at', expires_at, 'approval', approval
        )
    INTO v_status, v_approval, v_audience, v_publish_at, v_expires_at, v_revision, v_before
    FROM announcements
    WHERE id = p_announcement_id
    FOR UPDATE;
    IF p_revision <> v_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT
            = 'Someone else changed this. Reload the page and try again.';
    END IF;

    SET v_publish_at = CASE
        WHEN v_status = 'draft' THEN p_publish_at
        -- Already visible: a past time changes nothing.
        WHEN p_publish_at IS NULL OR (v_publish_at <= v_now AND p_publish_at <= v_now)
            THEN v_publish_at
        ELSE GREATEST(p_publish_at, v_now)
    END;
    CALL _require_announcement_values(
        p_title, p_content, p_target_audience, p_priority, v_publish_at,
        IF(p_expires_at <=> v_expires_at AND p_expires_at > v_publish_at, NULL, p_expires_at)
    );
    SET v_is_undecided = v_role <> 'admin' AND v_status <> 'draft';
    SET v_approval = CASE
        WHEN NOT v_is_undecided THEN v_approval
        WHEN is_approval_needed(v_role, p_priority) THEN 'pending'
        ELSE 'not_needed'
    END;

    UPDATE announcements
    SET
        title = p_title,
        content = p_content,
        mailed_at = IF(COALESCE(p_target_audience, 'all') <> v_audience, NULL, mailed_at),
        mailed_up_to_id = IF(COALESCE(p_target_audience, 'all') <> v_audience, 0, mailed_up_to_id),
        target_audience = COALESCE(p_target_audience, 'all'),
        priority = COALESCE(p_priority, 'normal'),
        approval = v_approval,
        decided_at = IF(v_is_undecided, NULL, decided_at),
        decided_reason = IF(v_is_undecided, NULL, decided_reason),
        publish_at = v_publish_at,
        expires_at = p_expires_at,
        is_expired = COALESCE(p_expires_at <= v_now, 0),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_announcement_id;
    -- Members' changes of their own announcements are not logged, unless they need approval again.
    IF v_role = 'admin' THEN
        CALL _audit(
            p_actor_id, 'announcement_edit', 'announcements', p_announcement_id, v_before,
            JSON_OBJECT(
                'title', p_title, 'target_audience', COALESCE(p_target_audience, 'all'),
                'priority', COALESCE(p_priority, 'normal'), 'publish_at', v_publish_at,
                'expires_at', p_expires_at, 'approval', v_approval
            )
        );
    END IF;
    COMMIT;

    CALL _announcement_outcome(p_announcement_id);
END //

DELIMITER ;
