-- account_view_as: read a person's profile as other types of people see it, for the office.
--
-- For questions such as "who can see my phone number?". Does not count as a profile view.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the owner
--   p_kind      visitor, student, student_of_my_campus, alumnus, person_i_follow; NULL: visitor
-- Result sets
--   view (one)           kind, is_visible (0: such a person cannot find the profile at all), name
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
--   45403  the actor is not an admin
--   45404  no such person, or the account is inactive and has no visible profile
--   45422  unknown type
-- Example
--   CALL account_view_as(1, 2, 'visitor');

DROP PROCEDURE IF EXISTS account_view_as;

DELIMITER //

CREATE PROCEDURE account_view_as (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(30)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read a profile as others see it. | view: one, person: maybe, skills: many, work: many,
achievements: many, degrees: many, former_names: many, projects: many, links: many, history: maybe,
engagements: many, kinds: many'
BEGIN
    DECLARE v_kind VARCHAR(30) DEFAULT COALESCE(p_kind, 'visitor');
    DECLARE v_role VARCHAR(20);
    DECLARE v_directory VARCHAR(10);
    DECLARE v_audiences VARCHAR(100) DEFAULT audiences_as(v_kind);

    CALL _require_admin(p_actor_id);
    SET v_role = role_of(p_user_id);
    IF v_role IS NULL OR v_role = 'admin' THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This account is inactive, so it has no visible profile.';
    END IF;
    IF v_audiences IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type of person from the list.';
    END IF;
    SET v_directory = IF(v_role = 'alumni', 'alumni', 'students');
    SELECT
        v_kind AS kind,
        FIND_IN_SET(audience_of(p_user_id, 'profile'), v_audiences) > 0 AS is_visible,
        name_of(p_user_id) AS name;
    CALL _profile_rows(NULL, p_user_id, v_directory, v_audiences);
    CALL _profile_view_kinds();
END //

DELIMITER ;
