-- announcement_open: read one announcement and mark it as read.
--
-- Parameters
--   p_actor_id         users.id of the reader
--   p_announcement_id  announcements.id
-- Result sets
--   announcement (one)  as in announcement_read
-- Errors
--   45401  not signed in
--   45404  no such announcement, or the actor may not see it
-- Example
--   CALL announcement_open(3, 1);

DROP PROCEDURE IF EXISTS announcement_open;

DELIMITER //

CREATE PROCEDURE announcement_open (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read one announcement and mark it as read. | announcement: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_can_edit BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    CALL _announcement_visible(p_actor_id, v_role, p_announcement_id, v_can_edit);
    -- Read first: opening a page again writes nothing and locks nothing.
    IF NOT EXISTS (
        SELECT 1
        FROM announcement_reads
        WHERE reader_id = p_actor_id AND announcement_id = p_announcement_id
    ) THEN
        START TRANSACTION;
        -- Two windows that open it at the same time count as one reader.
        INSERT INTO announcement_reads (reader_id, announcement_id)
        VALUES (p_actor_id, p_announcement_id)
        ON DUPLICATE KEY UPDATE reader_id = p_actor_id;
        COMMIT;
    END IF;
    CALL announcement_read(p_actor_id, p_announcement_id);
END //

DELIMITER ;
