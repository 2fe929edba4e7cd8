-- person_block: block a person, in both directions and everywhere.
--
-- Neither finds the other in the directory, the feed or mentoring; neither can write or
-- follow. Follows and requests between them end. Nobody is notified.
--
-- Parameters
--   p_actor_id  users.id of the blocking person
--   p_user_id   users.id of the blocked person
-- Result sets
--   person (one)  id, is_blocked
-- Errors
--   45401  not signed in
--   45404  no such person, or the actor may not see them (unless they have blocked the actor)
--   45409  the actor's own account, or a member of the office
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
COMMENT 'Block a person. | person: one'
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
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'You can''t block yourself.';
    ELSEIF role_of(p_user_id) <=> 'admin' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'You can''t block the alumni office.';
    ELSEIF v_role = 'admin' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The alumni office can''t block people. Block the account instead.';
    END IF;

    START TRANSACTION;
    -- Both accounts, in the order of ids: two people who block each other do not deadlock.
    DO (SELECT id FROM users WHERE id = LEAST(p_actor_id, p_user_id) FOR UPDATE);
    DO (SELECT id FROM users WHERE id = GREATEST(p_actor_id, p_user_id) FOR UPDATE);
    -- Blocked people are invisible; blocking them again changes nothing.
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
