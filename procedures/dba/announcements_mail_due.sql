-- announcements_mail_due: queue the mails of urgent announcements that have been published.
--
-- People are processed by id, one transaction per batch: the announcement's row is locked, stores
-- the position, and is updated together with the mails. After a crash, the next call continues
-- there;
-- concurrent calls take turns. The fact key of a mail is announcement and person, so nobody gets
-- two, even if the audience is extended and processing starts over. Bulk mail is spread over time,
-- so that urgent links do not queue behind it.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA or the scheduler
--   p_limit     accounts per transaction, 1 to 5000; NULL: 500
-- Result sets
--   mailing (one)  announcements_count (finished), mails_count (queued)
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL announcements_mail_due(NULL, 500);

DROP PROCEDURE IF EXISTS announcements_mail_due;

DELIMITER //

CREATE PROCEDURE announcements_mail_due (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Queue the mails of urgent announcements that have been published. | mailing: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 500), 1), 5000);
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_per_minute INT UNSIGNED
    DEFAULT GREATEST(setting_of('announcement_mails_per_minute'), 1);
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_is_due BOOLEAN;
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_audience VARCHAR(20);
    DECLARE v_data JSON;
    DECLARE v_people JSON;
    DECLARE v_batch_count INT UNSIGNED;
    DECLARE v_from BIGINT UNSIGNED;
    DECLARE v_to BIGINT UNSIGNED;
    DECLARE v_announcements_count INT UNSIGNED DEFAULT 0;
    DECLARE v_mails_count INT UNSIGNED DEFAULT 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    mailing: LOOP
        SET v_id = NULL, v_is_due = NULL, v_to = NULL;
        -- Locks rows and no gaps: accounts and the outbox can be written meanwhile.
        COMMIT;
        SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
        START TRANSACTION;
        SELECT MIN(id) INTO v_id
        FROM announcements
        WHERE
            is_mail_due = 1
            AND publish_at <= v_now
            AND (expires_at IS NULL OR expires_at > v_now);
        IF v_id IS NULL THEN
            COMMIT;
            LEAVE mailing;
        END IF;
        -- Deleted, edited or finished by another scheduler while this one waited for the row?
        SELECT
            COALESCE(is_mail_due, 0) AND publish_at <= v_now,
            author_id,
            target_audience,
            mailed_up_to_id,
            JSON_OBJECT(
                'announcement_id', id, 'title', title, 'content', LEFT(content, 1000),
                'is_whole', CHAR_LENGTH(content) <= 1000, 'author_name', name_of(author_id)
            )
        INTO v_is_due, v_author_id, v_audience, v_from, v_data
        FROM announcements
        WHERE id = v_id
        FOR UPDATE;

        IF v_is_due THEN
            SELECT MAX(b.id) INTO v_to
            FROM (
                SELECT id
                FROM users
                WHERE id > v_from
                ORDER BY id
                LIMIT v_limit
            ) AS b;
            SELECT
                JSON_ARRAYAGG(
                    JSON_ARRAY(
                        m.id,
                        CONCAT('announcement_urgent:', v_id, ':', m.id),
                        (v_mails_count + m.place) * 60 DIV v_per_minute
                    )
                )
            INTO v_people
            FROM (
                SELECT
                    u.id,
                    ROW_NUMBER() OVER (ORDER BY u.id) AS place
                FROM users AS u
                JOIN roles AS r ON r.id = u.role_id
                WHERE
                    u.id > v_from
                    AND u.id <= v_to
                    AND u.id <> v_author_id
                    AND u.status = 'active'
                    AND u.is_deleted = 0
                    AND can_see_announcement(u.id, r.name, v_author_id, v_audience, 'current')
            ) AS m;
            CALL _notify_many(
                v_author_id, 'announcement', 'announcement_urgent',
                CONCAT('announcement-', v_id, '-urgent'), CONCAT('/announcements/', v_id),
                JSON_OBJECT('title', v_data ->> '$.title'), 'announcement_urgent',
                JSON_REMOVE(v_data, '$.title'), v_people, v_batch_count
            );
            SET v_mails_count = v_mails_count + v_batch_count;

            -- Ends after the last account; people who join later read it on the site.
            UPDATE announcements
            SET
                mailed_up_to_id = COALESCE(v_to, mailed_up_to_id),
                mailed_at = IF(v_to IS NULL, v_now, NULL),
                updated_at = updated_at
            WHERE id = v_id;
            SET v_announcements_count = v_announcements_count + (v_to IS NULL);
        END IF;
        COMMIT;
    END LOOP mailing;

    SELECT
        v_announcements_count AS announcements_count,
        v_mails_count AS mails_count;
END //

DELIMITER ;
