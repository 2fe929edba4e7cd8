-- _require_post_values: the refusal of what no post has.
--
-- Parameters
--   p_body        as typed; NULL: only a file or a link
--   p_link_url    as typed; NULL: none
--   p_visibility  as chosen
--   p_has_file    1: a file says something by itself
-- Result sets
--   none
-- Errors
--   45422  a value is unacceptable

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
COMMENT 'The refusal of what no post has.'
BEGIN
    CALL _require_text('body', p_body, 10000, p_link_url IS NULL AND NOT p_has_file, 1);
    IF p_link_url IS NOT NULL THEN
        CALL _require_link('link_url', p_link_url);
    END IF;
    IF
        NOT COALESCE(p_visibility, '') IN ('all', 'alumni_only', 'students_only', 'followers')
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'visibility: Choose who sees it.';
    END IF;
END //

DELIMITER ;
