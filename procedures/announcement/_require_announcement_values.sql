-- _require_announcement_values: the refusal of what an announcement cannot say.
--
-- What the table refuses anyway (CHECK) is refused here first, in words and beside its field.
--
-- Parameters
--   p_title            as in announcement_post
--   p_content          as in announcement_post
--   p_target_audience  as in announcement_post
--   p_priority         as in announcement_post
--   p_publish_at       as in announcement_post
--   p_expires_at       as in announcement_post; NULL where an old one stays as it is
-- Result sets
--   none
-- Errors
--   45422  a value is unacceptable

DROP PROCEDURE IF EXISTS _require_announcement_values;

DELIMITER //

CREATE PROCEDURE _require_announcement_values (
    IN p_title VARCHAR(200),
    IN p_content MEDIUMTEXT,
    IN p_target_audience VARCHAR(20),
    IN p_priority VARCHAR(20),
    IN p_publish_at DATETIME,
    IN p_expires_at DATETIME
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'The refusal of what an announcement cannot say.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_message VARCHAR(128);

    CALL _require_text('title', p_title, 200, 1, 0);
    CALL _require_text('content', p_content, 20000, 1, 1);
    SET v_message = CASE
        -- A text of 20,000 characters of four bytes has more bytes than its column.
        WHEN LENGTH(p_content) > 65535 THEN 'content: This is too long.'
        WHEN p_target_audience NOT IN ('all', 'alumni_only', 'students_only')
            THEN 'target_audience: Choose everybody, alumni or students.'
        WHEN p_priority NOT IN ('low', 'normal', 'high', 'urgent')
            THEN 'priority: Choose low, normal, high or urgent.'
        WHEN p_publish_at > v_now + INTERVAL 2 YEAR
            THEN 'publish_at: Choose a time within the next two years.'
        WHEN p_expires_at <= GREATEST(v_now, COALESCE(p_publish_at, v_now))
            THEN 'expires_at: Choose a time after it is published.'
        WHEN p_expires_at > v_now + INTERVAL 10 YEAR
            THEN 'expires_at: Choose a time within the next ten years.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
