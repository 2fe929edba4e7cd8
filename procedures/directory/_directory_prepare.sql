-- _directory_prepare: translate the filters of a search into SQL.
--
-- Values stay in session variables (@dir_...), so that the SQL consists of fixed pieces only. A
-- piece is added only for a filter that is used, so unused filters cost nothing. Sets
-- @dir_conditions, which an entry e must meet, and @dir_t1 to @dir_t3: the ids of alumni whose
-- profile has a word in its text (NULL: nobody).
--
-- Parameters
--   p_actor_id     users.id of the searcher
--   p_directory    as in _directory_search, like all that follow
--   p_search       words
--   p_skill        name
--   p_domain       id or name
--   p_proficiency  at least
--   p_company      words
--   p_industry     word
--   p_degree       id, name or abbreviation
--   p_campus       id or name
--   p_year_from    at least
--   p_year_to      at most
--   p_is_mentor    1: mentors only
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_prepare;

DELIMITER //

CREATE PROCEDURE _directory_prepare (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_directory VARCHAR(10),
    IN p_search VARCHAR(200),
    IN p_skill VARCHAR(60),
    IN p_domain VARCHAR(80),
    IN p_proficiency VARCHAR(20),
    IN p_company VARCHAR(120),
    IN p_industry VARCHAR(80),
    IN p_degree VARCHAR(160),
    IN p_campus VARCHAR(120),
    IN p_year_from SMALLINT UNSIGNED,
    IN p_year_to SMALLINT UNSIGNED,
    IN p_is_mentor BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Translate the filters of a search into SQL.'
BEGIN
    DECLARE v_search JSON DEFAULT search_terms_of(
        IF(
            REGEXP_LIKE(p_search, '^\\+?[0-9 ()./-]{5,39}$'),
            -- Either prefix of the country code: 00351 and +351 are the same.
            TRIM(LEADING '0' FROM REGEXP_REPLACE(p_search, '[^0-9]', '')), p_search
        ), 0
    );
    DECLARE v_company JSON DEFAULT search_terms_of(p_company, 0);
    DECLARE v_ids TEXT;
    DECLARE v_has_term TEXT DEFAULT
    'EXISTS (SELECT /*+ NO_SEMIJOIN() */ 1 FROM directory_terms AS t WHERE t.user_id = e.user_id'
    ' AND t.term LIKE %v%f AND is_in_audience(t.audience, @dir_general, @dir_actor, e.user_id))';
    DECLARE v_has_facet TEXT DEFAULT
    'EXISTS (SELECT /*+ NO_SEMIJOIN() */ 1 FROM directory_facets AS f WHERE f.user_id = e.user_id'
    ' AND f.facet = ''%f'' AND f.value_id = @dir_%f AND f.level >= %l)';

    SET
    @dir_actor = p_actor_id,
    @dir_directory = p_directory,
    @dir_general = general_audiences_of(p_actor_id),
    @dir_year_from = COALESCE(p_year_from, 1),
    @dir_year_to = COALESCE(p_year_to, 9999),
    @dir_level = COALESCE(
        FIELD(p_proficiency, 'beginner', 'intermediate', 'advanced', 'expert'), 0
    ),
    @dir_skill = NULL,
    @dir_domain = NULL,
    @dir_degree = NULL,
    @dir_campus = NULL,
    @dir_mentor = IF(COALESCE(p_is_mentor, 0), 1, NULL),
    @dir_s1 = prefix_of(v_search, 0),
    @dir_s2 = prefix_of(v_search, 1),
    @dir_s3 = prefix_of(v_search, 2),
    @dir_c1 = prefix_of(v_company, 0),
    @dir_c2 = prefix_of(v_company, 1),
    @dir_i1 = prefix_of(search_terms_of(p_industry, 0), 0),
    @dir_t1 = NULL,
    @dir_t2 = NULL,
    @dir_t3 = NULL;

    IF p_directory = 'alumni' THEN
        CALL _directory_profiles(@dir_s1, v_ids);
        SET @dir_t1 = v_ids;
        CALL _directory_profiles(@dir_s2, v_ids);
        SET @dir_t2 = v_ids;
        CALL _directory_profiles(@dir_s3, v_ids);
        SET @dir_t3 = v_ids;
    END IF;

    -- A value that does not exist matches nobody: 0 is no id. SELECT INTO, because SET would lock
    -- the row.
    IF p_skill IS NOT NULL THEN
        SELECT COALESCE(MAX(id), 0) INTO @dir_skill FROM skills WHERE name = p_skill;
    END IF;
    IF p_domain IS NOT NULL THEN
        SELECT COALESCE(MAX(id), 0) INTO @dir_domain FROM skill_domains
        WHERE name = p_domain OR CAST(id AS CHAR) = p_domain;
    END IF;
    IF p_degree IS NOT NULL THEN
        SELECT COALESCE(MAX(id), 0) INTO @dir_degree FROM degrees
        WHERE name = p_degree OR abbreviation = p_degree OR CAST(id AS CHAR) = p_degree;
    END IF;
    IF p_campus IS NOT NULL THEN
        SELECT COALESCE(MAX(id), 0) INTO @dir_campus FROM campuses
        WHERE name = p_campus OR CAST(id AS CHAR) = p_campus;
    END IF;

    SET @dir_conditions = CONCAT_WS(
        ' AND ',
        'e.directory = @dir_directory',
        'is_in_audience(e.audience, @dir_general, @dir_actor, e.user_id)',
        IF(has_blocks(p_actor_id), 'NOT is_blocked_between(@dir_actor, e.user_id)', NULL),
        IF(
            @dir_s1 IS NULL, NULL,
            CONCAT(
                '(', REPLACE(REPLACE(v_has_term, '%v', '@dir_s1'), '%f', ''),
                COALESCE(CONCAT(' OR e.user_id IN (', @dir_t1, ')'), ''), ')'
            )
        ),
        IF(
            @dir_s2 IS NULL, NULL,
            CONCAT(
                '(', REPLACE(REPLACE(v_has_term, '%v', '@dir_s2'), '%f', ''),
                COALESCE(CONCAT(' OR e.user_id IN (', @dir_t2, ')'), ''), ')'
            )
        ),
        IF(
            @dir_s3 IS NULL, NULL,
            CONCAT(
                '(', REPLACE(REPLACE(v_has_term, '%v', '@dir_s3'), '%f', ''),
                COALESCE(CONCAT(' OR e.user_id IN (', @dir_t3, ')'), ''), ')'
            )
        ),
        IF(
            @dir_c1 IS NULL, NULL,
            REPLACE(REPLACE(v_has_term, '%v', '@dir_c1'), '%f', ' AND t.field = ''company''')
        ),
        IF(
            @dir_c2 IS NULL, NULL,
            REPLACE(REPLACE(v_has_term, '%v', '@dir_c2'), '%f', ' AND t.field = ''company''')
        ),
        IF(
            @dir_i1 IS NULL, NULL,
            REPLACE(REPLACE(v_has_term, '%v', '@dir_i1'), '%f', ' AND t.field = ''industry''')
        ),
        IF(
            @dir_skill IS NULL, NULL,
            REPLACE(REPLACE(v_has_facet, '%f', 'skill'), '%l', '@dir_level')
        ),
        IF(
            @dir_domain IS NULL, NULL,
            REPLACE(
                REPLACE(v_has_facet, '%f', 'domain'), '%l', IF(p_skill IS NULL, '@dir_level', '0')
            )
        ),
        IF(@dir_degree IS NULL, NULL, REPLACE(REPLACE(v_has_facet, '%f', 'degree'), '%l', '0')),
        IF(@dir_campus IS NULL, NULL, REPLACE(REPLACE(v_has_facet, '%f', 'campus'), '%l', '0')),
        IF(@dir_mentor IS NULL, NULL, REPLACE(REPLACE(v_has_facet, '%f', 'mentor'), '%l', '0')),
        IF(
            p_year_from IS NULL AND p_year_to IS NULL, NULL,
            'e.year BETWEEN @dir_year_from AND @dir_year_to'
        ),
        -- Words that fold to nothing (punctuation) match nothing.
        IF(p_search IS NOT NULL AND @dir_s1 IS NULL, 'FALSE', NULL),
        IF(p_company IS NOT NULL AND @dir_c1 IS NULL, 'FALSE', NULL),
        IF(p_industry IS NOT NULL AND @dir_i1 IS NULL, 'FALSE', NULL)
    );
END //

DELIMITER ;
