-- report_refresh: refresh the statistics of the dashboard and the reports now.
--
-- One call at a time, with the row that _statistics_claim updates; the scheduler does the same
-- every five minutes. Deliberately not one transaction: nothing is locked during the refresh, and
-- the result becomes visible only when it is complete.
--
-- Parameters
--   p_actor_id  users.id of an admin
-- Result sets
--   figures (one)  refreshed_at
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45409  a refresh is already running
--   45429  the statistics were refreshed a moment ago
-- Example
--   CALL report_refresh(2);
--   -- refused: 45403

DROP PROCEDURE IF EXISTS report_refresh;

DELIMITER //

CREATE PROCEDURE report_refresh (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refresh the statistics of the dashboard and the reports now. | figures: one'
BEGIN
    DECLARE v_least_seconds INT DEFAULT COALESCE(setting_of('report_refresh_seconds'), 30);
    DECLARE v_generation INT UNSIGNED;
    DECLARE v_wait INT;
    DECLARE v_message VARCHAR(128);

    CALL _require_admin(p_actor_id);
    CALL _statistics_claim(v_least_seconds, v_generation);
    IF v_generation IS NULL THEN
        SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), refreshed_at) + v_least_seconds INTO v_wait
        FROM statistics_snapshots;
        IF v_wait > 0 THEN
            SET v_message = CONCAT(
                'The statistics are up to date. Try again in ', waiting_time_of(v_wait), '.'
            );
            SIGNAL SQLSTATE '45429' SET MESSAGE_TEXT = v_message;
        END IF;
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'A refresh is already running. Reload the page in a minute.';
    END IF;
    CALL _statistics_count(v_generation);

    SELECT refreshed_at
    FROM statistics_snapshots;
END //

DELIMITER ;
