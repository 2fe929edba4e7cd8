-- profile_read: read a person's profile, as far as the reader may see it.
--
-- Parameters
--   p_actor_id  users.id of who reads; NULL: a visitor
--   p_user_id   users.id of whose profile it is
-- Result sets
--   person (one)         as _profile_rows returns it, like all that follow
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
--   45401  a visitor may not see that profile
--   45404  no such person, or not for the reader's eyes
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
