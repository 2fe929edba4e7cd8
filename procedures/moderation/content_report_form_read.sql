-- content_report_form_read: what the form to report something shows.
--
-- Parameters
--   p_actor_id    users.id of who wants to report
--   p_subject     person, message, post or comment
--   p_subject_id  its id
-- Result sets
--   content (one)  subject, subject_id, author_id, author, excerpt, is_reported (by the actor)
-- Errors
--   45401  nobody is signed in
--   45404  no such thing, or not for the actor's eyes
--   45409  one's own
--   45422  no such kind of thing
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
COMMENT 'What the form to report something shows. | content: one'
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
