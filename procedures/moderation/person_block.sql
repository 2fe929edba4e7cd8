-- person_block: have nothing to do with a person any more, in either direction, everywhere.
--
-- Neither finds the other: in the directory, in the feed, in mentoring; neither can write or
-- follow. What they follow and ask of each other ends. Nobody is told.
--
-- Parameters
--   p_actor_id  users.id of who blocks
--   p_user_id   users.id of who is blocked
-- Result sets
--   person (one)  id, is_blocked
-- Errors
--   45401  nobody is signed in
--   45404  no such person, or not for the actor's eyes (unless they have blocked the actor)
--   45409  oneself, or somebody of the office
-- Example
--   CALL person_block(3, 2);

DROP PROCEDURE IF EXISTS person_block;

DELIMITER //

CREATE PROCEDURE person_block (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Have nothing to do with a person any more. | person: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_directory VARCHAR(10);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF p_actor_id = p_user_id THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'Nobody can block themselves.';
    ELSEIF role_of(p_user_id) <=> 'admin' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'The alumni office cannot be blocked.';
    ELSEIF v_role = 'admin' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The alumni office blocks nobody for itself. Block the account.';
    END IF;

    START TRANSACTION;
    -- Both accounts, the smaller id first: two who block each other wait for one another.
    DO (SELECT id FROM users WHERE id = LEAST(p_actor_id, p_user_id) FOR UPDATE);
    DO (SELECT id FROM users WHERE id = GREATEST(p_actor_id, p_user_id) FOR UPDATE);
    -- Whom one has blocked is not to be seen; to block them again changes nothing.
    IF NOT is_blocked_between(p_actor_id, p_user_id) THEN
        CALL _require_visible(p_actor_id, p_user_id, 'profile', v_directory);
    END IF;
    INSERT INTO user_blocks (blocker_id, blocked_id)
    VALUES (p_actor_id, p_user_id)
    ON DUPLICATE KEY UPDATE blocked_id = p_user_id;
    DELETE FROM follows
    WHERE
        (follower_id = p_actor_id AND followed_id = p_user_id)
        OR (follower_id = p_user_id AND followed_id = p_actor_id);
    CALL _references_close(p_actor_id, p_user_id);
    COMMIT;

    SELECT
        p_user_id AS id,
        1 AS is_blocked;
END //

DELIMITER ;
