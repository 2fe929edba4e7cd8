-- profile_view_as: preview your profile as another type of person sees it.
--
-- Parameters
--   p_actor_id  users.id of the owner
--   p_kind      visitor, student, student_of_my_campus, alumnus, person_i_follow
-- Result sets
--   view (one)           kind, is_visible (0: such a person cannot find the profile at all)
--   person (maybe)       as _profile_rows returns it, like all result sets below
--   skills (many)        the person's skills
--   work (many)          current first; none if the viewer may not see them
--   achievements (many)  newest first; none if the viewer may not see them
--   degrees (many)       additional degrees
--   former_names (many)  former names
--   projects (many)      the person's student projects
--   links (many)         links to other websites
--   history (maybe)      a graduate's student years
--   engagements (many)   a graduate's engagements for the university
--   kinds (many)         name: what p_kind can be
-- Errors
--   45401  not signed in
--   45404  admins have no profile
--   45422  unknown type
-- Example
--   CALL profile_view_as(2, 'visitor');

DROP PROCEDURE IF EXISTS profile_view_as;

DELIMITER //

CREATE PROCEDURE profile_view_as (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(30)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Preview your profile as others see it. | view: one, person: maybe, skills: many, work: many,
achievements: many, degrees: many, former_names: many, projects: many, links: many, history: maybe,
engagements: many, kinds: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_directory VARCHAR(10);
    DECLARE v_audiences VARCHAR(100) DEFAULT audiences_as(p_kind);

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_visible(p_actor_id, p_actor_id, 'profile', v_directory);
    IF v_audiences IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type of person from the list.';
    END IF;
    SELECT
        p_kind AS kind,
        FIND_IN_SET(audience_of(p_actor_id, 'profile'), v_audiences) > 0 AS is_visible;
    CALL _profile_rows(NULL, p_actor_id, v_directory, v_audiences);
    CALL _profile_view_kinds();
END //

DELIMITER ;
