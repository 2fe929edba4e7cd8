-- _announcement_pin_place: pin an announcement at a position, or unpin it.
--
-- The other positions close up. Expired, archived and deleted announcements lose their position.
-- The caller holds the locks on the positions (_announcement_pins_lock) and on the announcement.
--
-- Parameters
--   p_actor_id         users.id of an admin; NULL: the system
--   p_announcement_id  announcements.id
--   p_position         1 is the first; beyond the end: the last; NULL: unpin
-- Result sets
--   none
-- Errors
--   45409  all positions are taken

DROP PROCEDURE IF EXISTS _announcement_pin_place;

DELIMITER //

CREATE PROCEDURE _announcement_pin_place (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_announcement_id BIGINT UNSIGNED,
    IN p_position SMALLINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Pin an announcement at a position, or unpin it.'
BEGIN
    DECLARE v_places INT UNSIGNED;
    DECLARE v_others JSON;

    SELECT COUNT(*) INTO v_places
    FROM announcement_pins;
    SELECT CONCAT('[', COALESCE(GROUP_CONCAT(k.announcement_id ORDER BY k.position), ''), ']')
    INTO v_others
    FROM announcement_pins AS k
    JOIN announcements AS a ON a.id = k.announcement_id
    WHERE
        a.id <> p_announcement_id
        AND a.is_deleted = 0
        AND announcement_state_of(a.status, a.approval, a.publish_at, a.expires_at)
        IN ('current', 'scheduled');
    IF p_position IS NOT NULL THEN
        IF JSON_LENGTH(v_others) >= v_places THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'All five pins are in use. Unpin another announcement first.';
        END IF;
        SET v_others = JSON_ARRAY_INSERT(
            v_others,
            CONCAT(
                '$[', LEAST(GREATEST(p_position, 1) - 1, JSON_LENGTH(v_others)), ']'
            ),
            p_announcement_id
        );
    END IF;

    -- Cleared first, so that no announcement has two positions in between.
    UPDATE announcement_pins
    SET announcement_id = NULL
    WHERE announcement_id IS NOT NULL;
    UPDATE announcement_pins AS k
    SET
        k.announcement_id = JSON_EXTRACT(v_others, CONCAT('$[', k.position - 1, ']')),
        k.updated_by = IF(k.announcement_id = p_announcement_id, p_actor_id, k.updated_by)
    WHERE k.position <= JSON_LENGTH(v_others);
END //

DELIMITER ;
