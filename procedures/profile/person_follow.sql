-- person_follow: follow a person. The followed person may see what is for people you follow.
--
-- Parameters
--   p_actor_id  users.id of the follower
--   p_user_id   users.id of the followed person
-- Result sets
--   person (one)  id, directory, is_followed
-- Errors
--   45401  not signed in
--   45404  no such person, or the actor may not see them
--   45409  the actor's own account
-- Example
--   CALL person_follow(3, 2);

DROP PROCEDURE IF EXISTS person_follow;

DELIMITER //

CREATE PROCEDURE person_follow (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Follow a person. | person: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_directory VARCHAR(10);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_visible(p_actor_id, p_user_id, 'profile', v_directory);
    IF p_actor_id = p_user_id THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'You can''t follow yourself.';
    END IF;
    START TRANSACTION;
    INSERT INTO follows (follower_id, followed_id)
    VALUES (p_actor_id, p_user_id)
    ON DUPLICATE KEY UPDATE followed_id = p_user_id;
    -- 1: a new follow; 0: already following.
    IF ROW_COUNT() = 1 THEN
        CALL _notify(
            p_actor_id, p_user_id, 'follow', 'followed', 'followed',
            CONCAT('/people/', p_actor_id), NULL, NULL,
            CONCAT('followed-', p_user_id, '-', p_actor_id, '-', UTC_DATE())
        );
    END IF;
    COMMIT;
    SELECT
        p_user_id AS id,
        v_directory AS directory,
        1 AS is_followed;
END //

DELIMITER ;
