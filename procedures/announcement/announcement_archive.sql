-- announcement_archive: take an announcement off the lists; it can be published again.
--
-- Parameters
--   p_actor_id         users.id of the author or an admin; what the office archives of somebody
--                      else's, only the office publishes again
--   p_announcement_id  announcements.id
-- Result sets
--   announcement (one)  id, title, state, publish_at, pin_position, revision
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's, or the office has taken it away
--   45404  no such announcement
--   45409  it is not published
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
COMMENT 'Take an announcement off the lists. | announcement: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Before the transaction, so that what it sees is as of the lock.
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
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This is not published (any more).';
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
