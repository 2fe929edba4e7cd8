-- _skills_ensure: create the skills of a list that do not exist yet.
--
-- Names are compared with the collation; a new skill is created in the domain Other, where the
-- office finds it.
--
-- Parameters
--   p_actor_id  users.id of the person who names them
--   p_names     array of names, as names_of() returns it
--   p_most      maximum number of skills
-- Result sets
--   none
-- Errors
--   45422  too many skills, or one longer than 60 characters

DROP PROCEDURE IF EXISTS _skills_ensure;

DELIMITER //

CREATE PROCEDURE _skills_ensure (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_names JSON,
    IN p_most INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Create the skills of a list that do not exist yet.'
BEGIN
    DECLARE v_domain_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_message VARCHAR(128);

    IF JSON_LENGTH(p_names) > p_most THEN
        SET v_message = CONCAT('skills: Enter at most ', p_most, ' skills.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
    IF EXISTS (
        SELECT 1
        FROM JSON_TABLE(p_names, '$[*]' COLUMNS (name VARCHAR(2000) PATH '$')) AS n
        WHERE CHAR_LENGTH(n.name) > 60
    ) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT
            = 'skills: Use at most 60 characters for each skill, and separate skills by commas.';
    END IF;

    -- SELECT INTO reads without a lock; the same query in an IF would lock what it reads.
    SELECT COUNT(*) INTO v_count
    FROM JSON_TABLE(p_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
    WHERE NOT EXISTS (SELECT 1 FROM skills AS s WHERE s.name = n.name);
    IF v_count > 0 THEN
        -- One call at a time creates skills: two with the same new skills would deadlock.
        SELECT id INTO v_domain_id FROM skill_domains WHERE name = 'Other' FOR UPDATE;
        INSERT INTO skills (domain_id, name, created_by, updated_by)
        SELECT
            v_domain_id,
            n.name,
            p_actor_id,
            p_actor_id
        FROM JSON_TABLE(p_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
        WHERE NOT EXISTS (SELECT 1 FROM skills AS s WHERE s.name = n.name)
        ON DUPLICATE KEY UPDATE domain_id = skills.domain_id;
    END IF;
END //

DELIMITER ;
