-- _job_search_prepare: translate the filters of a search into SQL, and find where to start.
--
-- Values stay in session variables (@job_...), so that the SQL consists of fixed pieces only. A
-- piece is added only for a filter that is used, so unused filters cost nothing.
--
-- Parameters
--   p_actor_id    users.id of the searcher
--   p_role        the actor's role
--   p_search      as in job_search
--   p_type        as in job_search
--   p_skill       as in job_search
--   p_location    as in job_search
--   p_company     as in job_search
--   p_is_remote   as in job_search
--   p_salary_min  as in job_search
--   p_level       as in job_search
--   p_candidates  a SELECT of the ids (id) that meet the most selective condition; NULL: all are
--                 common
--   p_conditions  the condition that a posting j must meet
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_search_prepare;

DELIMITER //

CREATE PROCEDURE _job_search_prepare (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_search VARCHAR(200),
    IN p_type VARCHAR(20),
    IN p_skill VARCHAR(60),
    IN p_location VARCHAR(100),
    IN p_company VARCHAR(100),
    IN p_is_remote BOOLEAN,
    IN p_salary_min DECIMAL(12, 2),
    IN p_level VARCHAR(20),
    OUT p_candidates TEXT,
    OUT p_conditions TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Translate the filters of a search into SQL, and find where to start.'
BEGIN
    DECLARE v_search JSON DEFAULT search_terms_of(p_search, 0);
    DECLARE v_location JSON DEFAULT search_terms_of(p_location, 0);
    DECLARE v_company JSON DEFAULT search_terms_of(p_company, 0);
    DECLARE v_has_term TEXT DEFAULT
    'EXISTS (SELECT /*+ NO_SEMIJOIN() */ 1 FROM job_terms AS t WHERE t.job_posting_id = j.id'
    ' AND t.field = ''%f'' AND t.term LIKE %v)';

    SET
    @job_actor = p_actor_id,
    @job_role = p_role,
    @job_type = p_type,
    @job_level = p_level,
    @job_salary = p_salary_min,
    @job_currency = (
        SELECT currency FROM institution_info
        WHERE id = 1
    ),
    @job_skill = (
        SELECT id FROM skills
        WHERE name = p_skill
    ),
    @job_s1 = prefix_of(v_search, 0),
    @job_s2 = prefix_of(v_search, 1),
    @job_s3 = prefix_of(v_search, 2),
    @job_l1 = prefix_of(v_location, 0),
    @job_l2 = prefix_of(v_location, 1),
    @job_c1 = prefix_of(v_company, 0),
    @job_c2 = prefix_of(v_company, 1);

    SET @job_text_condition = CONCAT_WS(
        ' AND ',
        IF(@job_s1 IS NULL, NULL, REPLACE(REPLACE(v_has_term, '%f', 'any'), '%v', '@job_s1')),
        IF(@job_s2 IS NULL, NULL, REPLACE(REPLACE(v_has_term, '%f', 'any'), '%v', '@job_s2')),
        IF(@job_s3 IS NULL, NULL, REPLACE(REPLACE(v_has_term, '%f', 'any'), '%v', '@job_s3')),
        -- Words that fold to nothing (punctuation) match nothing.
        IF(p_search IS NOT NULL AND @job_s1 IS NULL, 'FALSE', NULL)
    );
    SET p_conditions = CONCAT_WS(
        ' AND ',
        'is_job_open(j.is_listed, j.closes_at)',
        'can_see_job(@job_actor, @job_role, j.poster_id, j.target_audience)',
        IF(p_type IS NULL, NULL, 'j.job_type = @job_type'),
        IF(p_level IS NULL, NULL, 'j.experience_level = @job_level'),
        IF(COALESCE(p_is_remote, 0), 'j.is_remote = 1', NULL),
        IF(
            p_salary_min IS NULL, NULL,
            'j.salary_yearly_max >= @job_salary AND j.salary_currency = @job_currency'
        ),
        IF(
            p_skill IS NULL, NULL,
            'EXISTS (SELECT /*+ NO_SEMIJOIN() */ 1 FROM job_posting_skills AS s'
            ' WHERE s.job_posting_id = j.id AND s.skill_id = @job_skill)'
        ),
        IF(@job_l1 IS NULL, NULL, REPLACE(REPLACE(v_has_term, '%f', 'location'), '%v', '@job_l1')),
        IF(@job_l2 IS NULL, NULL, REPLACE(REPLACE(v_has_term, '%f', 'location'), '%v', '@job_l2')),
        IF(@job_c1 IS NULL, NULL, REPLACE(REPLACE(v_has_term, '%f', 'company'), '%v', '@job_c1')),
        IF(@job_c2 IS NULL, NULL, REPLACE(REPLACE(v_has_term, '%f', 'company'), '%v', '@job_c2')),
        IF(p_location IS NOT NULL AND @job_l1 IS NULL, 'FALSE', NULL),
        IF(p_company IS NOT NULL AND @job_c1 IS NULL, 'FALSE', NULL)
    );

    -- How selective is each condition? Counted up to 1,000, so that common ones cost no more.
    SELECT
        CASE
            WHEN r.prefix IS NULL
                THEN
                    'SELECT s.job_posting_id AS id FROM job_posting_skills AS s'
                    ' WHERE s.skill_id = @job_skill'
            ELSE
                CONCAT(
                    'SELECT DISTINCT t.job_posting_id AS id FROM job_terms AS t WHERE t.field = ''',
                    r.field, ''' AND t.term LIKE @job_', r.variable
                )
        END
    INTO p_candidates
    FROM (
        SELECT
            'any' AS field,
            's1' AS variable,
            @job_s1 AS prefix,
            job_term_count('any', @job_s1) AS n
        UNION ALL
        SELECT
            'any',
            's2',
            @job_s2,
            job_term_count('any', @job_s2)
        UNION ALL
        SELECT
            'any',
            's3',
            @job_s3,
            job_term_count('any', @job_s3)
        UNION ALL
        SELECT
            'location',
            'l1',
            @job_l1,
            job_term_count('location', @job_l1)
        UNION ALL
        SELECT
            'company',
            'c1',
            @job_c1,
            job_term_count('company', @job_c1)
        UNION ALL
        SELECT
            'skill',
            NULL,
            NULL,
            IF(p_skill IS NULL, NULL, (
                SELECT COUNT(*)
                FROM (
                    SELECT 1 FROM job_posting_skills
                    WHERE skill_id = @job_skill LIMIT 1000
                ) AS c
            ))
    ) AS r
    WHERE r.n < 1000
    ORDER BY r.n
    LIMIT 1;
END //

DELIMITER ;
