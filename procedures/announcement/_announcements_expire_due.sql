-- _announcements_expire_due: remove expired announcements from the index of the lists.
--
-- Not urgent: an expired announcement is hidden from its second on. This keeps the scans of the
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
COMMENT 'Remove expired announcements from the index of the lists.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_due JSON;

    -- Searched without a lock, so that the common case (none) locks nothing.
    SELECT JSON_ARRAYAGG(d.id) INTO v_due
    FROM (
        SELECT id
        FROM announcements
        WHERE is_listed = 1 AND expires_at <= v_now
        ORDER BY expires_at
        LIMIT 1000
    ) AS d;

    IF v_due IS NOT NULL THEN
        UPDATE /*+ JOIN_ORDER(d, a) JOIN_INDEX(a PRIMARY) */
                announcements AS a
            JOIN JSON_TABLE(v_due, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS d ON d.id = a.id
        SET a.is_expired = 1, a.updated_at = a.updated_at
        WHERE a.expires_at <= v_now;
    END IF;
END //

DELIMITER ;
