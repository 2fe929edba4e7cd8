-- _job_skills_write: give a posting that has none the skills of a list.
--
-- Names are compared as the collation does; a skill that nobody has named before is made in the
-- domain Other, where the office finds it.
--
-- Parameters
--   p_actor_id  users.id of who writes
--   p_job_id    job_postings.id
--   p_skills    names separated by commas; NULL: none
-- Result sets
--   none
-- Errors
--   45422  more than 20 skills, or one longer than 60 characters

DROP PROCEDURE IF EXISTS _job_skills_write;

DELIMITER //

CREATE PROCEDURE _job_skills_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED,
    IN p_skills TEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Give a posting that has none the skills of a list.'
BEGIN
    DECLARE v_names JSON DEFAULT names_of(p_skills);
    DECLARE v_domain_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;

    IF JSON_LENGTH(v_names) > 20 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'skills: Name at most 20 skills.';
    END IF;
    IF EXISTS (
        SELECT 1
        FROM JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(2000) PATH '$')) AS n
        WHERE CHAR_LENGTH(n.name) > 60
    ) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT
            = 'skills: A skill has at most 60 characters. Separate skills by commas.';
    END IF;

    -- SELECT INTO reads without a lock; the same question in an IF would lock what it looks at.
    SELECT COUNT(*) INTO v_count
    FROM JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
    WHERE NOT EXISTS (SELECT 1 FROM skills AS s WHERE s.name = n.name);
    IF v_count > 0 THEN
        -- One at a time makes new skills: two who bring the same ones would lock each other out.
        SELECT id INTO v_domain_id FROM skill_domains WHERE name = 'Other' FOR UPDATE;
        INSERT INTO skills (domain_id, name, created_by, updated_by)
        SELECT
            v_domain_id,
            n.name,
            p_actor_id,
            p_actor_id
        FROM JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
        WHERE NOT EXISTS (SELECT 1 FROM skills AS s WHERE s.name = n.name)
        ON DUPLICATE KEY UPDATE domain_id = skills.domain_id;
    END IF;

    INSERT INTO job_posting_skills (job_posting_id, skill_id, created_by)
    SELECT
        p_job_id,
        s.id,
        p_actor_id
    FROM JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
    JOIN skills AS s ON s.name = n.name
    ORDER BY s.id;
END //

DELIMITER ;
