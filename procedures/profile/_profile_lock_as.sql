-- _profile_lock_as: lock the profile of an actor with a certain role, or refuse.
--
-- Parameters
--   p_actor_id    users.id of the person
--   p_role        alumni, student, or member for either
--   p_profile_id  id in the table of that role's profiles
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor has another role

DROP PROCEDURE IF EXISTS _profile_lock_as;

DELIMITER //

CREATE PROCEDURE _profile_lock_as (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    OUT p_profile_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock the profile of an actor with a certain role, or refuse.'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _profile_lock(p_actor_id, v_role, p_profile_id);
    IF v_role = 'admin' OR (p_role <> 'member' AND v_role <> p_role) THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Your profile doesn''t have this section.';
    END IF;
END //

DELIMITER ;
