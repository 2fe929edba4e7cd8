-- announcement_archive: archive an announcement; it can be published again.
--
-- Parameters
--   p_actor_id         users.id of the author or an admin; if the office archives another
--                      person's announcement, only the office can publish it again
--   p_announcement_id  announcements.id
-- Result sets
--   announcement (one)  id, title, state, publish_at, pin_position, revision
-- Errors
--   45401  not signed in
--   45403  not the actor's own, or removed by the office
--   45404  no such announcement
--   45409  not published
-- Example
--   CALL announcement_archive(1, 1);

DROP PROCEDURE IF EXISTS announcement_archive;

DELIMITER //

CREATE PROCEDURE announcement_archive (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Archive an announcement. | announcement: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _announcement_pins_lock();
    CALL _announcement_lock(p_actor_id, v_role, p_announcement_id, 0);
    UPDATE announcements
    SET
        status = 'archived',
        is_held = author_id <> p_actor_id,
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_announcement_id AND status = 'published';
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This announcement is not published. Reload the page.';
    END IF;
    CALL _announcement_pin_place(p_actor_id, p_announcement_id, NULL);
    CALL _audit(
        p_actor_id, 'announcement_archive', 'announcements', p_announcement_id,
        JSON_OBJECT('status', 'published'), JSON_OBJECT('status', 'archived')
    );
    COMMIT;

    CALL _announcement_outcome(p_announcement_id);
END //

DELIMITER ;
