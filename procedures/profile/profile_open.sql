-- profile_open: read a profile and count the view, once per viewer and day.
--
-- Parameters
--   p_actor_id  users.id of the viewer; views by the owner and by visitors do not count
--   p_user_id   users.id of the profile's owner
-- Result sets
--   person (one)         as in profile_read, like all result sets below
--   skills (many)        the person's skills
--   work (many)          current first; none if the viewer may not see them
--   achievements (many)  newest first; none if the viewer may not see them
--   degrees (many)       additional degrees
--   former_names (many)  former names
--   projects (many)      the person's student projects
--   links (many)         links to other websites
--   history (maybe)      a graduate's student years
--   engagements (many)   a graduate's engagements for the university
-- Errors
--   45401  a visitor may not see that profile
--   45404  no such person, or the viewer may not see them
-- Example
--   CALL profile_open(3, 2);

DROP PROCEDURE IF EXISTS profile_open;

DELIMITER //

CREATE PROCEDURE profile_open (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read a person''s profile and count the view. | person: one, skills: many, work: many,
achievements: many,
degrees: many, former_names: many, projects: many, links: many, history: maybe,
engagements: many'
BEGIN
    DECLARE v_directory VARCHAR(10);
    DECLARE v_today DATE DEFAULT DATE(UTC_TIMESTAMP());
    DECLARE v_is_counted INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_visible(p_actor_id, p_user_id, 'profile', v_directory);
    -- Read first: opening a page again writes nothing and locks nothing.
    SELECT COUNT(*) INTO v_is_counted
    FROM profile_views
    WHERE profile_user_id = p_user_id AND viewed_on = v_today AND viewer_id = p_actor_id;

    IF role_of(p_actor_id) IS NOT NULL AND p_actor_id <> p_user_id AND v_is_counted = 0 THEN
        START TRANSACTION;
        -- The foreign keys share-lock both accounts first: two people viewing each other do not
        -- deadlock.
        INSERT IGNORE INTO profile_views (profile_user_id, viewer_id, viewed_on)
        VALUES (p_user_id, p_actor_id, v_today);
        COMMIT;
    END IF;
    CALL profile_read(p_actor_id, p_user_id);
END //

DELIMITER ;
