-- _reported_remove: remove content after a report was upheld.
--
-- Parameters
--   p_actor_id    users.id of an admin
--   p_subject     content_reports.subject; person: nothing is removed
--   p_subject_id  its id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _reported_remove;

DELIMITER //

CREATE PROCEDURE _reported_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_subject VARCHAR(20),
    IN p_subject_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove content after a report was upheld.'
BEGIN
    CASE p_subject
        WHEN 'message' THEN CALL _message_take_back(p_actor_id, p_subject_id);
        WHEN 'post' THEN CALL _post_remove(p_actor_id, p_subject_id);
        WHEN 'comment' THEN CALL _comment_remove(p_actor_id, p_subject_id);
        ELSE BEGIN END;
    END CASE;
END //

DELIMITER ;
