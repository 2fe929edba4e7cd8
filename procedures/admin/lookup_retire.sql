-- lookup_retire: retire an entry of a list, or offer it again; people who have it keep it.
--
-- Parameters
--   p_actor_id    users.id of an admin
--   p_kind        campuses, degrees, skill_domains or skills
--   p_id          id in that list
--   p_is_retired  1: no longer offered; 0: offered again
-- Result sets
--   lookup (one)  kind, id, name, is_retired
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such list or entry
--   45409  it is the domain Other
--   45422  is_retired is missing
-- Example
--   CALL lookup_retire(1, 'skills', 1, 1);

DROP PROCEDURE IF EXISTS lookup_retire;

DELIMITER //

CREATE PROCEDURE lookup_retire (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_is_retired BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Retire an entry of a list, or offer it again. | lookup: one'
BEGIN
    DECLARE v_name VARCHAR(160);
    DECLARE v_is_retired BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    CALL _require_lookup_kind(p_kind);
    IF p_is_retired IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'is_retired: Please fill this in.';
    END IF;
    SET p_is_retired = p_is_retired <> 0;

    START TRANSACTION;
    CALL _lookup_lock(p_kind, p_id, v_name, v_is_retired);
    IF p_kind = 'skill_domains' AND v_name = 'Other' AND p_is_retired THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'New skills go to the domain Other, so it cannot be changed.';
    END IF;
    IF v_is_retired <> p_is_retired THEN
        CALL _lookup_retired_set(p_actor_id, p_kind, p_id, p_is_retired);
        CALL _audit(
            p_actor_id, 'lookup_retire', p_kind, p_id,
            JSON_OBJECT('is_retired', v_is_retired), JSON_OBJECT('is_retired', p_is_retired)
        );
    END IF;
    COMMIT;

    SELECT
        p_kind AS kind,
        p_id AS id,
        v_name AS name,
        p_is_retired AS is_retired;
END //

DELIMITER ;
