-- account_view_as: somebody's profile as another kind of person sees it, for the office.
--
-- For questions such as who can see my phone number. Opening it counts as no view.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the owner
--   p_kind      visitor, student, student_of_my_campus, alumnus, person_i_follow; NULL: visitor
-- Result sets
--   view (one)           kind, is_visible (0: such a person does not find the profile at all), name
--   person (maybe)       as _profile_rows returns it, like all that follow
--   skills (many)        what the person is good at
--   work (many)          current first; none where it may not be seen
--   achievements (many)  the latest first; none where they may not be seen
--   degrees (many)       further degrees
--   former_names (many)  names of before
--   projects (many)      what the person made as a student
--   links (many)         where else the person is on the web
--   history (maybe)      an alumnus's student years
--   engagements (many)   what an alumnus has done for the university
-- Errors
--   45401  nobody is signed in
--   45403  the actor is no admin
--   45404  there is no such person, or the account may not act and so has no profile for anybody
--   45422  there is no such kind
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
'A profile as others see it, for the office. | view: one, person: maybe, skills: many, work: many,
achievements: many, degrees: many, former_names: many, projects: many, links: many, history: maybe,
engagements: many'
BEGIN
    DECLARE v_kind VARCHAR(30) DEFAULT COALESCE(p_kind, 'visitor');
    DECLARE v_role VARCHAR(20);
    DECLARE v_directory VARCHAR(10);
    DECLARE v_audiences VARCHAR(100) DEFAULT audiences_as(v_kind);

    CALL _require_admin(p_actor_id);
    SET v_role = role_of(p_user_id);
    IF v_role IS NULL OR v_role = 'admin' THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'This account has no profile that others see.';
    END IF;
    IF v_audiences IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: There is no such kind of person.';
    END IF;
    SET v_directory = IF(v_role = 'alumni', 'alumni', 'students');
    SELECT
        v_kind AS kind,
        FIND_IN_SET(audience_of(p_user_id, 'profile'), v_audiences) > 0 AS is_visible,
        name_of(p_user_id) AS name;
    CALL _profile_rows(NULL, p_user_id, v_directory, v_audiences);
END //

DELIMITER ;
