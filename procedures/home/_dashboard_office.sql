-- _dashboard_office: count what needs the office's attention, for an admin's dashboard.
--
-- Parameters
--   p_actor_id  users.id; zero for everyone but admins
-- Result sets
--   office (one)  each at most 100: verifications_count, messages_count (to the office),
--                 announcements_count, overdue_count (engagements that are over and not yet
--                 completed)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _dashboard_office;

DELIMITER //

CREATE PROCEDURE _dashboard_office (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count what needs the office''s attention. | office: one'
BEGIN
    DECLARE v_is_admin BOOLEAN DEFAULT COALESCE(role_of(p_actor_id) = 'admin', 0);

    SELECT
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM verification_queue
                WHERE v_is_admin AND status = 'pending'
                LIMIT 100
            ) AS v
        ) AS verifications_count,
        (
            SELECT COUNT(*)
            FROM (
                (
                    SELECT 1
                    FROM contact_messages
                    WHERE v_is_admin AND folder = 'waiting'
                    LIMIT 100
                )
                UNION ALL
                (
                    SELECT 1
                    FROM feedback
                    WHERE v_is_admin AND folder = 'waiting'
                    LIMIT 100
                )
                LIMIT 100
            ) AS m
        ) AS messages_count,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM announcements
                WHERE v_is_admin AND is_waiting = 1
                LIMIT 100
            ) AS n
        ) AS announcements_count,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM alumni_engagements
                WHERE
                    v_is_admin
                    AND is_deleted = 0
                    AND status IN ('confirmed', 'in_progress')
                    AND COALESCE(end_date, start_date) < DATE(UTC_TIMESTAMP())
                LIMIT 100
            ) AS g
        ) AS overdue_count;
END //

DELIMITER ;
