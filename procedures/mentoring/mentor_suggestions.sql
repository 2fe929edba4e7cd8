-- mentor_suggestions: suggest alumni to ask now, with the common ground.
--
-- Parameters
--   p_actor_id  users.id of a student or graduate
--   p_kind      reference, guidance or mentorship; NULL: any
--   p_company   the company the actor is aiming for; NULL: their current company
--   p_limit     1 to 20; NULL: 6
-- Result sets
--   suggestions (many)  as _mentor_rows returns them
-- Errors
--   45401  not signed in
--   45403  the actor is an admin
--   45422  unknown type
-- Example
--   CALL mentor_suggestions(3, 'mentorship', NULL, 3);

DROP PROCEDURE IF EXISTS mentor_suggestions;

DELIMITER //

CREATE PROCEDURE mentor_suggestions (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_company VARCHAR(120),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Suggest alumni to ask now, with reasons. | suggestions: many'
BEGIN
    DECLARE v_mentors JSON;

    CALL _require_asker(p_actor_id);
    IF p_kind NOT IN ('reference', 'guidance', 'mentorship') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type from the list.';
    END IF;
    CALL _mentors_find(
        p_actor_id, p_kind, p_company, NULL, LEAST(GREATEST(COALESCE(p_limit, 6), 1), 20), v_mentors
    );
    CALL _mentor_rows(p_actor_id, v_mentors);
END //

DELIMITER ;
