-- announcement_pin: pin an announcement at a position above the list, or unpin it.
--
-- There are five positions. Pinned announcements come first, in the order of their positions; all
-- others follow, newest first.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_announcement_id  announcements.id of a current or scheduled one
--   p_position         1: the first; NULL: after the pinned ones; 0: unpin
-- Result sets
--   announcement (one)  id, title, state, publish_at, pin_position (NULL: not pinned), revision
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such announcement
--   45409  neither current nor scheduled, or all positions are taken
-- Example
--   CALL announcement_pin(1, 3, 1);
--   CALL announcement_pin(1, 3, 0);

DROP PROCEDURE IF EXISTS announcement_pin;

DELIMITER //

CREATE PROCEDURE announcement_pin (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED,
    IN p_position SMALLINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Pin an announcement above the list, or unpin it. | announcement: one'
BEGIN
    DECLARE v_before SMALLINT UNSIGNED;
    DECLARE v_after SMALLINT UNSIGNED;
    DECLARE v_state VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);

    START TRANSACTION;
    CALL _announcement_pins_lock();
    CALL _announcement_lock(p_actor_id, 'admin', p_announcement_id, 0);
    SELECT announcement_state_of(status, approval, publish_at, expires_at) INTO v_state
    FROM announcements
    WHERE id = p_announcement_id
    FOR UPDATE;
    IF COALESCE(p_position, 1) > 0 AND v_state NOT IN ('current', 'scheduled') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Only current or scheduled announcements can be pinned.';
    END IF;
    SELECT MAX(IF(announcement_id = p_announcement_id, position, NULL)) INTO v_before
    FROM announcement_pins
    FOR UPDATE;
    CALL _announcement_pin_place(
        p_actor_id, p_announcement_id, NULLIF(COALESCE(p_position, 999), 0)
    );
    SELECT MAX(IF(announcement_id = p_announcement_id, position, NULL)) INTO v_after
    FROM announcement_pins
    FOR UPDATE;
    IF NOT v_before <=> v_after THEN
        CALL _audit(
            p_actor_id, 'announcement_pin', 'announcements', p_announcement_id,
            JSON_OBJECT('pin_position', v_before), JSON_OBJECT('pin_position', v_after)
        );
    END IF;
    COMMIT;

    CALL _announcement_outcome(p_announcement_id);
END //

DELIMITER ;
