-- statistics_refresh: refresh the statistics of home page, dashboard and reports now.
--
-- The same as ev_refresh_statistics every five minutes. The office has a button for it
-- (report_refresh), which enforces a delay between two runs; this one does not.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
-- Result sets
--   figures (one)  refreshed_at
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
--   45409  a refresh is already running
-- Example
--   CALL statistics_refresh(NULL);

DROP PROCEDURE IF EXISTS statistics_refresh;

DELIMITER //

CREATE PROCEDURE statistics_refresh (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refresh the statistics now. | figures: one'
BEGIN
    DECLARE v_generation INT UNSIGNED;

    CALL _require_dba(p_actor_id);
    CALL _statistics_claim(0, v_generation);
    IF v_generation IS NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'A refresh is already running. Reload the page in a minute.';
    END IF;
    CALL _statistics_count(v_generation);

    SELECT refreshed_at
    FROM statistics_snapshots;
END //

DELIMITER ;
