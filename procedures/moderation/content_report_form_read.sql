-- content_report_form_read: read the values for the form of a report.
--
-- Parameters
--   p_actor_id    users.id of the reporter
--   p_subject     person, message, post or comment
--   p_subject_id  its id
-- Result sets
--   content (one)  subject, subject_id, author_id, author, excerpt, is_reported (1: by the actor)
-- Errors
--   45401  not signed in
--   45404  no such content, or the actor may not see it
--   45409  the actor's own content
--   45422  unknown type of content
-- Example
--   CALL content_report_form_read(3, 'person', 2);

DROP PROCEDURE IF EXISTS content_report_form_read;

DELIMITER //

CREATE PROCEDURE content_report_form_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_subject VARCHAR(20),
    IN p_subject_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the values for the form of a report. | content: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_excerpt VARCHAR(2000);

    CALL _require_actor(p_actor_id, v_role);
    CALL _reported_content(p_actor_id, p_subject, p_subject_id, v_author_id, v_excerpt);
    SELECT
        p_subject AS subject,
        p_subject_id AS subject_id,
        v_author_id AS author_id,
        name_of(v_author_id) AS author,
        v_excerpt AS excerpt,
        EXISTS(
            SELECT 1
            FROM content_reports
            WHERE
                subject = p_subject
                AND subject_id = p_subject_id
                AND reporter_id = p_actor_id
        ) AS is_reported;
END //

DELIMITER ;
