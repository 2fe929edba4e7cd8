-- _require_post_values: reject invalid values of a post.
--
-- Parameters
--   p_body        as entered; NULL: only a file or a link
--   p_link_url    as entered; NULL: none
--   p_visibility  as chosen
--   p_has_file    1: a post with a file needs no text
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_post_values;

DELIMITER //

CREATE PROCEDURE _require_post_values (
    IN p_body MEDIUMTEXT,
    IN p_link_url VARCHAR(1000),
    IN p_visibility VARCHAR(20),
    IN p_has_file BOOLEAN
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject invalid values of a post.'
BEGIN
    CALL _require_text('body', p_body, 10000, p_link_url IS NULL AND NOT p_has_file, 1);
    IF p_link_url IS NOT NULL THEN
        CALL _require_link('link_url', p_link_url);
    END IF;
    IF
        NOT COALESCE(p_visibility, '') IN ('all', 'alumni_only', 'students_only', 'followers')
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'visibility: Choose who can see this.';
    END IF;
END //

DELIMITER ;
