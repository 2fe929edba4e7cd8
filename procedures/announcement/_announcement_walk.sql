-- _announcement_walk: list the newest announcements of one audience that a person can see.
--
-- One audience at a time: with a join, MySQL would read and sort all rows of all audiences.
--
-- Parameters
--   p_actor_id   users.id
--   p_audience   announcements.target_audience
--   p_is_unread  1: only unread ones; 0: only those that are not pinned
--   p_since      UTC; the oldest publish_at
--   p_from       UTC; where to begin: publish_at of the previous announcement
--   p_from_id    and its id
--   p_limit      maximum number of rows
--   p_found      JSON array of objects with id and publish_at, unordered; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _announcement_walk;

DELIMITER //

CREATE PROCEDURE _announcement_walk (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_audience VARCHAR(20),
    IN p_is_unread BOOLEAN,
    IN p_since DATETIME,
    IN p_from DATETIME,
    IN p_from_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_found JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the newest announcements of one audience that a person can see.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    SELECT JSON_ARRAYAGG(JSON_OBJECT('id', n.id, 'publish_at', n.publish_at))
    INTO p_found
    FROM (
        SELECT
            a.id,
            a.publish_at
        FROM announcements AS a FORCE INDEX (ix_announcements_listed)
        WHERE
            a.is_listed = 1
            AND a.target_audience = p_audience
            AND a.publish_at BETWEEN p_since AND p_from
            AND (a.publish_at < p_from OR a.id < p_from_id)
            AND (a.expires_at IS NULL OR a.expires_at > v_now)
            AND IF(
                p_is_unread,
                NOT EXISTS (
                    SELECT 1 FROM announcement_reads AS r
                    WHERE r.reader_id = p_actor_id AND r.announcement_id = a.id
                ),
                NOT EXISTS (
                    SELECT 1 FROM announcement_pins AS p
                    WHERE p.announcement_id = a.id
                )
            )
        ORDER BY a.publish_at DESC, a.id DESC
        LIMIT p_limit
    ) AS n;
END //

DELIMITER ;
