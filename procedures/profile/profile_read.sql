-- profile_read: read a person's profile, as far as the reader may see it.
--
-- Parameters
--   p_actor_id  users.id of the reader; NULL: a visitor
--   p_user_id   users.id of the profile's owner
-- Result sets
--   person (one)         as _profile_rows returns it, like all result sets below
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
--   45404  no such person, or the reader may not see them
-- Example
--   CALL profile_read(3, 2);

DROP PROCEDURE IF EXISTS profile_read;

DELIMITER //

CREATE PROCEDURE profile_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read a person''s profile. | person: one, skills: many, work: many, achievements: many,
degrees: many, former_names: many, projects: many, links: many, history: maybe,
engagements: many'
BEGIN
    DECLARE v_directory VARCHAR(10);

    CALL _require_visible(p_actor_id, p_user_id, 'profile', v_directory);
    CALL _profile_rows(
        p_actor_id, p_user_id, v_directory, audiences_of(p_actor_id, p_user_id)
    );
END //

DELIMITER ;
