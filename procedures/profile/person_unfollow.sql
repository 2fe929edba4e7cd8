-- person_unfollow: unfollow a person, including people who are no longer visible.
--
-- Parameters
--   p_actor_id  users.id of the follower
--   p_user_id   users.id of the followed person
-- Result sets
--   person (one)  id, directory (NULL: not visible to the actor), is_followed
-- Errors
--   45401  not signed in
-- Example
--   CALL person_unfollow(3, 2);

DROP PROCEDURE IF EXISTS person_unfollow;

DELIMITER //

CREATE PROCEDURE person_unfollow (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Unfollow a person. | person: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_directory VARCHAR(10);
    DECLARE v_is_followed INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT COUNT(*) INTO v_is_followed
    FROM follows
    WHERE follower_id = p_actor_id AND followed_id = p_user_id;
    -- Deleting a missing row would lock the gap.
    IF v_is_followed > 0 THEN
        DELETE FROM follows
        WHERE follower_id = p_actor_id AND followed_id = p_user_id;
    END IF;
    IF can_see_person(p_actor_id, p_user_id, 'profile') THEN
        SET v_directory = CASE role_of(p_user_id)
            WHEN 'alumni' THEN 'alumni' WHEN 'student' THEN 'students'
        END;
    END IF;
    SELECT
        p_user_id AS id,
        v_directory AS directory,
        0 AS is_followed;
END //

DELIMITER ;
