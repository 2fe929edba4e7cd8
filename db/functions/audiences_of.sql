-- audiences_of: return the audiences of a viewer in relation to an owner.
-- The single place of the privacy rules.
--
-- Two people do not exist for each other if one has blocked the other.
--
-- Every check of who may see what uses it: an owner's field is visible if its
-- audience (audience_of) is in this list. Pages, search, filters, files and exports all use it.
--
-- Parameters
--   p_viewer_id  users.id of the viewer; NULL: a visitor
--   p_owner_id   users.id of the owner of the data
-- Returns
--   audiences separated by commas; empty: nothing is visible, because the account is not active or
--   because of a block

DROP FUNCTION IF EXISTS audiences_of;

DELIMITER //

CREATE FUNCTION audiences_of(p_viewer_id BIGINT UNSIGNED, p_owner_id BIGINT UNSIGNED)
RETURNS VARCHAR(100)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the audiences of a viewer in relation to an owner.'
BEGIN
    DECLARE v_general VARCHAR(100) DEFAULT general_audiences_of(p_viewer_id);
    DECLARE v_owner_role VARCHAR(20) DEFAULT role_of(p_owner_id);
    DECLARE v_is_followed INT UNSIGNED;
    DECLARE v_is_of_campus INT UNSIGNED;

    IF FIND_IN_SET('only_me', v_general) THEN
        RETURN v_general;
    ELSEIF v_owner_role IS NULL OR is_blocked_between(p_viewer_id, p_owner_id) THEN
        RETURN '';
    ELSEIF p_viewer_id = p_owner_id THEN
        RETURN 'everyone,members,alumni,students_of_my_campus,people_i_follow,only_me';
    ELSEIF NOT FIND_IN_SET('members', v_general) THEN
        RETURN v_general;
    END IF;

    SELECT COUNT(*) INTO v_is_followed
    FROM follows
    WHERE follower_id = p_owner_id AND followed_id = p_viewer_id;

    SELECT COUNT(*) INTO v_is_of_campus
    FROM student_profiles AS s
    LEFT JOIN alumni_profiles AS oa ON oa.user_id = p_owner_id AND v_owner_role = 'alumni'
    LEFT JOIN student_profiles AS os ON os.user_id = p_owner_id AND v_owner_role = 'student'
    WHERE
        s.user_id = p_viewer_id
        -- A graduate keeps the student profile as history, but is not a student.
        AND NOT FIND_IN_SET('alumni', v_general)
        AND s.campus_id = COALESCE(oa.campus_id, os.campus_id);

    RETURN CONCAT_WS(
        ',', v_general,
        IF(v_is_of_campus > 0, 'students_of_my_campus', NULL),
        IF(v_is_followed > 0, 'people_i_follow', NULL)
    );
END //

DELIMITER ;
