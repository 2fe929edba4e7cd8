-- content_report_decide: uphold or dismiss a report.
-- Also decides all other open reports on the same content.
--
-- Upheld content is removed for everyone: a message, a post or a comment. A report on a person
-- removes nothing; use account_block for that.
--
-- Parameters
--   p_actor_id   users.id of an admin
--   p_report_id  content_reports.id
--   p_decision   uphold or dismiss
--   p_reason     for the office, at most 500 characters; NULL: none
-- Result sets
--   report (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such report
--   45409  already decided
--   45422  invalid value
-- Example
--   CALL content_report_decide(1, 0, 'dismiss', NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS content_report_decide;

DELIMITER //

CREATE PROCEDURE content_report_decide (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_report_id BIGINT UNSIGNED,
    IN p_decision VARCHAR(20),
    IN p_reason MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Uphold or dismiss a report. | report: one'
BEGIN
    DECLARE v_subject VARCHAR(20);
    DECLARE v_subject_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_decided VARCHAR(20) DEFAULT CASE p_decision
        WHEN 'uphold' THEN 'upheld' WHEN 'dismiss' THEN 'dismissed'
    END;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    IF v_decided IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'decision: Choose uphold or dismiss.';
    END IF;
    CALL _require_text('reason', p_reason, 500, 0, 0);

    START TRANSACTION;
    SELECT
        subject,
        subject_id,
        status
    INTO v_subject, v_subject_id, v_status
    FROM content_reports
    WHERE id = p_report_id
    FOR UPDATE;
    IF v_status IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Report not found.';
    ELSEIF v_status <> 'open' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This report has already been decided. Reload the page.';
    END IF;
    UPDATE content_reports
    SET
        status = v_decided,
        decided_at = UTC_TIMESTAMP(),
        decided_reason = p_reason,
        updated_by = p_actor_id
    WHERE subject = v_subject AND subject_id = v_subject_id AND status = 'open';
    IF v_decided = 'upheld' THEN
        CALL _reported_remove(p_actor_id, v_subject, v_subject_id);
    END IF;
    CALL _audit(
        p_actor_id, 'content_report_decide', 'content_reports', p_report_id,
        JSON_OBJECT('status', v_status),
        JSON_OBJECT('status', v_decided, 'subject', v_subject, 'subject_id', v_subject_id)
    );
    COMMIT;

    SELECT
        p_report_id AS id,
        v_decided AS status;
END //

DELIMITER ;
