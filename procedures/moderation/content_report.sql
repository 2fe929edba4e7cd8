-- content_report: report a person, a message, a post or a comment to the office.
--
-- A copy of the content is kept, so that the office can judge it even if it is deleted later. A
-- person can report the same thing once.
--
-- Parameters
--   p_actor_id    users.id of the reporter
--   p_subject     person, message, post or comment
--   p_subject_id  its id
--   p_reason      spam, harassment, hate, untrue, other
--   p_note        the reporter's comment, at most 1,000 characters; NULL: none
-- Result sets
--   report (one)  id, status
-- Errors
--   45401  not signed in
--   45404  no such content, or the actor may not see it
--   45409  the actor's own content, or already reported
--   45422  invalid value
--   45429  too many reports in 24 hours
-- Example
--   CALL content_report(3, 'person', 2, 'spam', 'Sells something to everybody.');

DROP PROCEDURE IF EXISTS content_report;

DELIMITER //

CREATE PROCEDURE content_report (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_subject VARCHAR(20),
    IN p_subject_id BIGINT UNSIGNED,
    IN p_reason VARCHAR(20),
    IN p_note MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Report a person, a message, a post or a comment to the office. | report: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_excerpt VARCHAR(2000);
    DECLARE v_id BIGINT UNSIGNED;

    -- The unique key decides, also for two windows at the same time.
    DECLARE EXIT HANDLER FOR 1062
    BEGIN
        ROLLBACK;
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'You have already reported this.';
    END;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF NOT COALESCE(p_reason, '') IN ('spam', 'harassment', 'hate', 'untrue', 'other') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'reason: Choose a reason from the list.';
    END IF;
    CALL _require_text('note', p_note, 1000, p_reason = 'other', 1);

    START TRANSACTION;
    CALL _throttle(
        'report', 'account', p_actor_id, setting_of('content_reports_per_day'), 86400
    );
    CALL _reported_content(p_actor_id, p_subject, p_subject_id, v_author_id, v_excerpt);
    INSERT INTO content_reports (
        reporter_id, subject, subject_id, author_id, excerpt, reason, note
    ) VALUES (
        p_actor_id, p_subject, p_subject_id, v_author_id, v_excerpt, p_reason, p_note
    );
    SET v_id = LAST_INSERT_ID();
    COMMIT;

    SELECT
        id,
        status
    FROM content_reports
    WHERE id = v_id;
END //

DELIMITER ;
