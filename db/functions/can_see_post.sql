-- can_see_post: check whether a viewer may see a post. The single place of this rule.
--
-- Authors see their own and the office sees all; others see posts for their audience, by people
-- whom they may see (audiences_of: blocks, privacy, inactive accounts). Deleted posts are
-- not considered: the caller checks that.
--
-- Parameters
--   p_viewer_id   users.id
--   p_author_id   posts.author_id
--   p_visibility  posts.visibility
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS can_see_post;

DELIMITER //

CREATE FUNCTION can_see_post(
    p_viewer_id BIGINT UNSIGNED,
    p_author_id BIGINT UNSIGNED,
    p_visibility VARCHAR(20)
)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether a viewer may see a post.'
BEGIN
    DECLARE v_audiences VARCHAR(100) DEFAULT audiences_of(p_viewer_id, p_author_id);

    IF FIND_IN_SET('only_me', v_audiences) THEN
        RETURN 1;
    ELSEIF
        NOT FIND_IN_SET('members', v_audiences)
        OR NOT FIND_IN_SET(audience_of(p_author_id, 'profile'), v_audiences)
    THEN
        RETURN 0;
    END IF;
    RETURN CASE p_visibility
        WHEN 'all' THEN 1
        WHEN 'alumni_only' THEN FIND_IN_SET('alumni', v_audiences) > 0
        WHEN 'students_only' THEN role_of(p_viewer_id) = 'student'
        ELSE EXISTS (
            SELECT 1 FROM follows
            WHERE follower_id = p_viewer_id AND followed_id = p_author_id
        )
    END;
END //

DELIMITER ;
