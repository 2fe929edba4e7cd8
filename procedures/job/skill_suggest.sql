-- skill_suggest: suggest skills whose names begin with a text.
--
-- Parameters
--   p_actor_id  users.id of the person typing
--   p_prefix    text typed so far
--   p_limit     1 to 50; NULL: 10
-- Result sets
--   skills (many)  name
-- Errors
--   45401  not signed in
-- Example
--   CALL skill_suggest(2, 'py', 5);

DROP PROCEDURE IF EXISTS skill_suggest;

DELIMITER //

CREATE PROCEDURE skill_suggest (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_prefix VARCHAR(60),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Suggest skills whose names begin with a text. | skills: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 10), 1), 50);
    DECLARE v_pattern VARCHAR(130);

    CALL _require_actor(p_actor_id, v_role);
    -- The text is literal, not a pattern.
    SET v_pattern = CONCAT(
        REPLACE(REPLACE(REPLACE(COALESCE(p_prefix, ''), '\\', '\\\\'), '%', '\\%'), '_', '\\_'),
        '%'
    );
    SELECT name FROM skills
    WHERE name LIKE v_pattern AND is_retired = 0
    ORDER BY name
    LIMIT v_limit;
END //

DELIMITER ;
