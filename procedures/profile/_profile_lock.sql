-- _profile_lock: lock the actor's account and profile for a change, or refuse.
--
-- Parameters
--   p_actor_id    users.id of the person
--   p_role        admin, alumni or student
--   p_profile_id  id in the table of that role's profiles
-- Result sets
--   none
-- Errors
--   45401  not signed in

DROP PROCEDURE IF EXISTS _profile_lock;

DELIMITER //

CREATE PROCEDURE _profile_lock (
    IN p_actor_id BIGINT UNSIGNED,
    OUT p_role VARCHAR(20),
    OUT p_profile_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock the actor''s account and profile for a change, or refuse.'
BEGIN
    -- Locked before any other read, so that the role is current: changes of one person and
    -- graduation happen one after the other.
    SELECT id INTO p_profile_id
    FROM users
    WHERE id = p_actor_id
    FOR UPDATE;
    CALL _require_actor(p_actor_id, p_role);
    IF p_role = 'alumni' THEN
        SELECT id INTO p_profile_id
        FROM alumni_profiles
        WHERE user_id = p_actor_id
        FOR UPDATE;
    ELSEIF p_role = 'student' THEN
        SELECT id INTO p_profile_id
        FROM student_profiles
        WHERE user_id = p_actor_id
        FOR UPDATE;
    ELSE
        SELECT id INTO p_profile_id
        FROM staff_profiles
        WHERE user_id = p_actor_id
        FOR UPDATE;
    END IF;
END //

DELIMITER ;
