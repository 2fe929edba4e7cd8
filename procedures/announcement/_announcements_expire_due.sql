-- _announcements_expire_due: take announcements that have expired out of the lists' index.
--
-- Nobody waits for it: what has expired is not shown from its second on. It keeps the walks of the
-- lists short.
--
-- Parameters
--   none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _announcements_expire_due;

DELIMITER //

CREATE PROCEDURE _announcements_expire_due ()
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Take announcements that have expired out of the lists'' index.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_due JSON;

    -- Found without a lock, so that the common case, nothing, locks nothing.
    SELECT JSON_ARRAYAGG(d.id) INTO v_due
    FROM (
        SELECT id
        FROM announcements
        WHERE is_listed = 1 AND expires_at <= v_now
        ORDER BY expires_at
        LIMIT 1000
    ) AS d;

    IF v_due IS NOT NULL THEN
        UPDATE announcements
        SET is_expired = 1, updated_at = updated_at
        WHERE
            id IN (
                SELECT d.id
                FROM JSON_TABLE(v_due, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS d
            )
            AND expires_at <= v_now;
    END IF;
END //

DELIMITER ;
