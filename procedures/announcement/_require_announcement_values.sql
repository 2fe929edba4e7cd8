-- _require_announcement_values: reject invalid values of an announcement.
--
-- The table would refuse them as well (CHECK); here the message names the field.
--
-- Parameters
--   p_title            as in announcement_post
--   p_content          as in announcement_post
--   p_target_audience  as in announcement_post
--   p_priority         as in announcement_post
--   p_publish_at       as in announcement_post
--   p_expires_at       as in announcement_post; NULL: keep the old value
-- Result sets
--   none
-- Errors
--   45422  invalid value

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
COMMENT 'Reject invalid values of an announcement.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_message VARCHAR(128);

    CALL _require_text('title', p_title, 200, 1, 0);
    CALL _require_text('content', p_content, 20000, 1, 1);
    SET v_message = CASE
        -- 20,000 characters of four bytes each do not fit into the column.
        WHEN LENGTH(p_content) > 65535 THEN 'content: This text is too long. Shorten it.'
        WHEN p_target_audience NOT IN ('all', 'alumni_only', 'students_only')
            THEN 'target_audience: Choose everyone, alumni or students.'
        WHEN p_priority NOT IN ('low', 'normal', 'high', 'urgent')
            THEN 'priority: Choose low, normal, high or urgent.'
        WHEN p_publish_at > v_now + INTERVAL 2 YEAR
            THEN 'publish_at: Choose a time within the next two years.'
        WHEN p_expires_at <= GREATEST(v_now, COALESCE(p_publish_at, v_now))
            THEN 'expires_at: Choose a time after the publishing time.'
        WHEN p_expires_at > v_now + INTERVAL 10 YEAR
            THEN 'expires_at: Choose a time within the next ten years.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
