-- announcement_post: post an announcement: now, at a later time, or as a draft.
--
-- Every signed-in person may post. If the setting announcements_require_approval is 1, and always
-- for urgent ones, posts of students and graduates need the office's approval. Urgent ones are
-- mailed at their publishing time (announcements_mail_due).
--
-- Parameters
--   p_actor_id         users.id
--   p_title            at most 200 characters
--   p_content          Markdown, at most 20,000 characters
--   p_target_audience  all, alumni_only, students_only; NULL: all
--   p_priority         low, normal, high, urgent; NULL: normal
--   p_publish_at       UTC, at most two years ahead; NULL or past: now
--   p_expires_at       UTC, later than that; NULL: never
--   p_is_draft         1: visible only to the author and the office until it is published
--   p_idempotency_key  created with the form: the same key returns the same announcement; NULL:
--                      none
-- Result sets
--   announcement (one)  id, title, state (see announcement_state_of), publish_at, pin_position,
--                       revision
-- Errors
--   45401  not signed in
--   45422  invalid value
--   45429  the actor has posted announcements_per_day in 24 hours
-- Example
--   CALL announcement_post(
--       2, 'Reading group', 'We read **three papers**, one a week.', 'all', 'normal', NULL,
--       UTC_TIMESTAMP() + INTERVAL 30 DAY, 0, NULL
--   );

DROP PROCEDURE IF EXISTS announcement_post;

DELIMITER //

CREATE PROCEDURE announcement_post (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_title VARCHAR(200),
    IN p_content MEDIUMTEXT,
    IN p_target_audience VARCHAR(20),
    IN p_priority VARCHAR(20),
    IN p_publish_at DATETIME,
    IN p_expires_at DATETIME,
    IN p_is_draft BOOLEAN,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Post an announcement. | announcement: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_role VARCHAR(20);
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_is_draft BOOLEAN DEFAULT COALESCE(p_is_draft, 0) <> 0;
    DECLARE v_locked_id BIGINT UNSIGNED;
    DECLARE v_most INT UNSIGNED DEFAULT setting_of('announcements_per_day');
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _idempotency_claim(p_actor_id, 'announcement_post', p_idempotency_key, v_id);
    IF v_id IS NULL THEN
        CALL _require_announcement_values(
            p_title, p_content, p_target_audience, p_priority, p_publish_at, p_expires_at
        );
        IF v_role <> 'admin' THEN
            -- The actor's account is locked, so that concurrent posts are counted one after the
            -- other.
            -- No non-locking read came before: the count sees all of them.
            SELECT id INTO v_locked_id
            FROM users
            WHERE id = p_actor_id
            FOR UPDATE;
            SELECT COUNT(*) INTO v_count
            FROM (
                SELECT created_at
                FROM announcements
                WHERE author_id = p_actor_id
                ORDER BY id DESC
                LIMIT v_most
            ) AS newest
            WHERE created_at > v_now - INTERVAL 1 DAY;
            IF v_count >= v_most THEN
                SIGNAL SQLSTATE '45429'
                    SET MESSAGE_TEXT = 'You have reached the daily limit. Try again tomorrow.';
            END IF;
        END IF;

        INSERT INTO announcements (
            author_id, title, content, target_audience, priority, status, approval, publish_at,
            expires_at, created_by, updated_by
        ) VALUES (
            p_actor_id,
            p_title,
            p_content,
            COALESCE(p_target_audience, 'all'),
            COALESCE(p_priority, 'normal'),
            IF(v_is_draft, 'draft', 'published'),
            IF(NOT v_is_draft AND is_approval_needed(v_role, p_priority), 'pending', 'not_needed'),
            IF(v_is_draft, p_publish_at, GREATEST(COALESCE(p_publish_at, v_now), v_now)),
            p_expires_at,
            p_actor_id,
            p_actor_id
        );
        SET v_id = LAST_INSERT_ID();
        -- Authors have read their own announcement.
        INSERT INTO announcement_reads (reader_id, announcement_id) VALUES (p_actor_id, v_id);
        IF v_role = 'admin' THEN
            CALL _audit(
                p_actor_id, 'announcement_post', 'announcements', v_id, NULL,
                JSON_OBJECT(
                    'status', IF(v_is_draft, 'draft', 'published'),
                    'priority', COALESCE(p_priority, 'normal'),
                    'target_audience', COALESCE(p_target_audience, 'all')
                )
            );
        END IF;
        CALL _idempotency_record(p_actor_id, 'announcement_post', p_idempotency_key, v_id);
    END IF;
    COMMIT;

    CALL _announcement_outcome(v_id);
END //

DELIMITER ;
