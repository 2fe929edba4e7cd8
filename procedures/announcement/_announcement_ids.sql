-- _announcement_ids: list one page of the announcements that a person can see, newest first.
--
-- Parameters
--   p_actor_id   users.id
--   p_role       the actor's role
--   p_is_unread  1: unread announcements, pinned or not; 0: announcements that are not pinned
--   p_after      p_next of the previous page; NULL: the first page
--   p_limit      rows per page
--   p_ids        their ids in order, separated by commas; NULL: none
--   p_next       cursor of the next page: publish_at and id, as 20261231235959-7; NULL: the end
-- Result sets
--   none
-- Errors
--   45400  p_after is not a cursor of this list

DROP PROCEDURE IF EXISTS _announcement_ids;

DELIMITER //

CREATE PROCEDURE _announcement_ids (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_is_unread BOOLEAN,
    IN p_after VARCHAR(200),
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT,
    OUT p_next VARCHAR(200)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List one page of the announcements that a person can see, newest first.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_since DATETIME DEFAULT IF(p_is_unread, unread_since_of(p_actor_id), '2000-01-01');
    DECLARE v_from DATETIME DEFAULT v_now;
    DECLARE v_from_id BIGINT UNSIGNED DEFAULT ~0;
    DECLARE v_all JSON;
    DECLARE v_alumni JSON;
    DECLARE v_students JSON;
    DECLARE v_count INT UNSIGNED;

    IF p_after IS NOT NULL THEN
        -- STR_TO_DATE returns NULL for an invalid time here, and fails where the value is stored.
        IF
            NOT REGEXP_LIKE(p_after, '^[0-9]{14}-[0-9]{1,19}$')
            OR STR_TO_DATE(LEFT(p_after, 14), '%Y%m%d%H%i%s') IS NULL
        THEN
            SIGNAL SQLSTATE '45400'
                SET MESSAGE_TEXT
                = 'This page link is not valid. Go back to the first page.';
        END IF;
        SET v_from = LEAST(STR_TO_DATE(LEFT(p_after, 14), '%Y%m%d%H%i%s'), v_now);
        SET v_from_id = SUBSTRING_INDEX(p_after, '-', -1);
    END IF;

    -- One row more than the page from each, to know whether there is another page.
    CALL _announcement_walk(
        p_actor_id, 'all', p_is_unread, v_since, v_from, v_from_id, p_limit + 1, v_all
    );
    IF p_role <> 'student' THEN
        CALL _announcement_walk(
            p_actor_id, 'alumni_only', p_is_unread, v_since, v_from, v_from_id, p_limit + 1,
            v_alumni
        );
    END IF;
    IF p_role <> 'alumni' THEN
        CALL _announcement_walk(
            p_actor_id, 'students_only', p_is_unread, v_since, v_from, v_from_id, p_limit + 1,
            v_students
        );
    END IF;

    SELECT
        COUNT(*),
        GROUP_CONCAT(IF(m.place <= p_limit, m.id, NULL) ORDER BY m.place),
        MAX(
            IF(
                m.place = p_limit,
                CONCAT(DATE_FORMAT(m.publish_at, '%Y%m%d%H%i%s'), '-', m.id),
                NULL
            )
        )
    INTO v_count, p_ids, p_next
    FROM (
        SELECT
            w.id,
            w.publish_at,
            ROW_NUMBER() OVER (ORDER BY w.publish_at DESC, w.id DESC) AS place
        FROM JSON_TABLE(
            JSON_MERGE_PRESERVE(
                COALESCE(v_all, JSON_ARRAY()),
                COALESCE(v_alumni, JSON_ARRAY()),
                COALESCE(v_students, JSON_ARRAY())
            ), '$[*]' COLUMNS (
                id BIGINT UNSIGNED PATH '$.id', publish_at DATETIME PATH '$.publish_at'
            )
        ) AS w
    ) AS m;
    IF v_count <= p_limit THEN
        SET p_next = NULL;
    END IF;
END //

DELIMITER ;
