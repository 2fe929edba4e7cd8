-- announcement_read_all: mark all announcements as read.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   reading (one)  read_count (newly read), unread_count (left: the older ones beyond 100)
-- Errors
--   45401  not signed in
-- Example
--   CALL announcement_read_all(3);

DROP PROCEDURE IF EXISTS announcement_read_all;

DELIMITER //

CREATE PROCEDURE announcement_read_all (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mark all announcements as read. | reading: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_ids TEXT;
    DECLARE v_next VARCHAR(200);
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    CALL _announcement_ids(p_actor_id, v_role, 1, NULL, 100, v_ids, v_next);

    START TRANSACTION;
    INSERT INTO announcement_reads (reader_id, announcement_id)
    SELECT
        p_actor_id,
        n.id
    FROM
        JSON_TABLE(
            CONCAT('[', COALESCE(v_ids, ''), ']'), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS n
    ORDER BY n.id
    ON DUPLICATE KEY UPDATE reader_id = p_actor_id;
    SET v_count = ROW_COUNT();
    COMMIT;

    SELECT
        v_count AS read_count,
        unread_announcements_count_of(p_actor_id, v_role) AS unread_count;
END //

DELIMITER ;
