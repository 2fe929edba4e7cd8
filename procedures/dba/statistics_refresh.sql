-- statistics_refresh: count the figures of home page, dashboard and reports now.
--
-- What ev_refresh_statistics does every five minutes. The office has a button for the same
-- (report_refresh), which keeps a distance between two counts; this one keeps none.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
-- Result sets
--   figures (one)  refreshed_at
-- Errors
--   45401  the actor may not act
--   45403  the actor is no admin
--   45409  somebody counts at this moment
-- Example
--   CALL statistics_refresh(NULL);

DROP PROCEDURE IF EXISTS statistics_refresh;

DELIMITER //

CREATE PROCEDURE statistics_refresh (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the figures now. | figures: one'
BEGIN
    DECLARE v_generation INT UNSIGNED;

    CALL _require_dba(p_actor_id);
    CALL _statistics_claim(0, v_generation);
    IF v_generation IS NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Somebody counts at this moment: look again in a minute.';
    END IF;
    CALL _statistics_count(v_generation);

    SELECT refreshed_at
    FROM statistics_snapshots;
END //

DELIMITER ;
