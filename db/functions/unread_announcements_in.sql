-- unread_announcements_in: count a person's unread announcements among an audience's newest 100.
--
-- One audience at a time: with a join, MySQL would read and sort all rows of all audiences.
--
-- Parameters
--   p_user_id   users.id
--   p_audience  announcements.target_audience
--   p_since     UTC; older ones do not count
-- Returns
--   0 to 100

DROP FUNCTION IF EXISTS unread_announcements_in;

DELIMITER //

CREATE FUNCTION unread_announcements_in(
    p_user_id BIGINT UNSIGNED,
    p_audience VARCHAR(20),
    p_since DATETIME
)
RETURNS TINYINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count a person''s unread announcements among an audience''s newest 100.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    RETURN (
        SELECT COUNT(*)
        FROM (
            SELECT
                a.id,
                a.expires_at
            FROM announcements AS a FORCE INDEX (ix_announcements_listed)
            WHERE
                a.is_listed = 1
                AND a.target_audience = p_audience
                AND a.publish_at BETWEEN p_since AND v_now
            ORDER BY a.publish_at DESC, a.id DESC
            LIMIT 100
        ) AS n
        WHERE
            (n.expires_at IS NULL OR n.expires_at > v_now)
            AND NOT EXISTS (
                SELECT 1
                FROM announcement_reads AS r
                WHERE r.reader_id = p_user_id AND r.announcement_id = n.id
            )
    );
END //

DELIMITER ;
