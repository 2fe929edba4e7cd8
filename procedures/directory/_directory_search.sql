-- _directory_search: search people of one directory, page by page.
--
-- A search starts from its most selective condition if that matches fewer than 3,000 people, or
-- from the full name if two or three common words form one; otherwise it scans the list in its
-- order, at most 2,050 people per call, and says where to continue. So the cost depends on the
-- page, not on the number of members. Words match as prefixes. People are not found if the searcher
-- may not see them, nor by details that the searcher may not see.
--
-- Parameters
--   p_actor_id     users.id of the searcher
--   p_directory    alumni or students
--   p_search       words that must all occur, the first three are used; or a phone number
--   p_skill        name of a skill; NULL: any
--   p_domain       skill_domains.id or name; NULL: any
--   p_proficiency  at least this, in the skill or the domain: beginner, intermediate, advanced,
--                  expert; NULL: any
--   p_company      words of a current or former company, the first two are used; NULL: any
--   p_industry     first word of the industry; NULL: any
--   p_degree       degrees.id, name or abbreviation; NULL: any
--   p_campus       campuses.id or name; NULL: any
--   p_year_from    graduated (or expected to graduate) in this year or later; NULL: any
--   p_year_to      in this year or earlier; NULL: any
--   p_is_mentor    1: mentors only
--   p_sort         match, name, newest, year; NULL: match with p_search, otherwise name
--   p_after        next_after of the previous page; NULL: the first page
--   p_limit        rows per page, 1 to 50; NULL: 20
-- Result sets
--   people (many)  as _person_rows returns them
--   page (one)     next_after (NULL: the end), is_continued (1: the scan ended before the page was
--                  full), matches_count (on the first page; at most 1000), is_capped (1: there may
--                  be more)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45422  a filter has a value that does not exist

DROP PROCEDURE IF EXISTS _directory_search;

DELIMITER //

CREATE PROCEDURE _directory_search (
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
    IN p_is_mentor BOOLEAN,
    IN p_sort VARCHAR(10),
    IN p_after VARCHAR(250),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Search people of one directory. | people: many, page: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_sort VARCHAR(10) DEFAULT COALESCE(p_sort, IF(p_search IS NULL, 'name', 'match'));
    DECLARE v_candidates TEXT;
    DECLARE v_ids TEXT;
    DECLARE v_next VARCHAR(250);
    DECLARE v_is_continued BOOLEAN DEFAULT 0;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_is_capped BOOLEAN DEFAULT 0;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_directory_filters(p_proficiency, p_sort);
    CALL _directory_prepare(
        p_actor_id, p_directory, p_search, p_skill, p_domain, p_proficiency, p_company, p_industry,
        p_degree, p_campus, p_year_from, p_year_to, p_is_mentor
    );
    CALL _directory_candidates(p_year_from, p_year_to, v_candidates);
    -- For common words, ranking would need to read all matches: the order is by name then.
    IF v_sort = 'match' AND (v_candidates IS NULL OR p_search IS NULL) THEN
        SET v_sort = 'name';
    END IF;
    CALL _directory_sort(v_sort, p_after);

    IF v_candidates IS NOT NULL THEN
        CALL _directory_rarest(v_candidates, v_limit, v_ids, v_next, v_count);
    ELSE
        CALL _directory_walk(v_limit, v_ids, v_next, v_is_continued, v_count, v_is_capped);
    END IF;

    CALL _person_rows(p_actor_id, v_ids);
    SELECT
        v_next AS next_after,
        v_is_continued AS is_continued,
        IF(p_after IS NULL, LEAST(v_count, 1000), NULL) AS matches_count,
        COALESCE(v_is_capped OR v_count > 1000, 0) AS is_capped,
        v_sort AS sort;
END //

DELIMITER ;
