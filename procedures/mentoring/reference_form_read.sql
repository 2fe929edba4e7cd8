-- reference_form_read: read the values for the form for requesting a person's help.
--
-- Parameters
--   p_actor_id  users.id of a student or graduate
--   p_user_id   users.id of the alumni member
-- Result sets
--   people (many)       the recipient, one row: as _person_rows returns it
--   offer (one)         note, places_count (currently free), obstacle (why they cannot be asked
--                       now;
--                       NULL: they can), answer_days (time they have to reply)
--   kinds (many)        kind: types of request they accept
--   suggestions (many)  if they cannot be asked: three others, as _mentor_rows returns them
-- Errors
--   45401  not signed in
--   45403  the actor is an admin
--   45404  no such person, or the actor may not see them
-- Example
--   CALL reference_form_read(3, 2);

DROP PROCEDURE IF EXISTS reference_form_read;

DELIMITER //

CREATE PROCEDURE reference_form_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read the form of a request. | people: many, offer: one, kinds: many, suggestions: many'
BEGIN
    DECLARE v_directory VARCHAR(10);
    DECLARE v_obstacle VARCHAR(128);
    DECLARE v_mentors JSON;

    CALL _require_asker(p_actor_id);
    CALL _require_visible(p_actor_id, p_user_id, 'profile', v_directory);
    SET v_obstacle = reference_obstacle_of(p_actor_id, p_user_id, NULL);

    CALL _person_rows(p_actor_id, p_user_id);

    SELECT
        o.note,
        v_obstacle AS obstacle,
        mentoring_places_of(u.id) AS places_count,
        setting_of('reference_answer_days') AS answer_days
    FROM users AS u
    LEFT JOIN mentoring_offers AS o ON o.user_id = u.id
    WHERE u.id = p_user_id;

    SELECT kind
    FROM mentoring_offer_kinds
    WHERE user_id = p_user_id AND v_obstacle IS NULL
    ORDER BY kind;

    IF v_obstacle IS NOT NULL THEN
        CALL _mentors_find(p_actor_id, NULL, NULL, p_user_id, 3, v_mentors);
    END IF;
    CALL _mentor_rows(p_actor_id, v_mentors);
END //

DELIMITER ;
