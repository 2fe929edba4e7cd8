-- alumni_search: search alumni, page by page.
--
-- People are not found if the searcher may not see them, nor by details the searcher may not see.
--
-- Parameters
--   p_actor_id     users.id of the searcher
--   p_search       words that must all occur, the first three are used; or a phone number;
--                  NULL: any
--   p_skill        name of a skill; NULL: any
--   p_domain       skill_domains.id or name; NULL: any
--   p_proficiency  at least this, in the skill or the domain: beginner, intermediate,
--                  advanced, expert; NULL: any
--   p_company      words of a current or former company, the first two are used; NULL: any
--   p_industry     first word of the industry; NULL: any
--   p_degree       degrees.id, name or abbreviation; NULL: any
--   p_campus       campuses.id or name; NULL: any
--   p_year_from    graduated in this year or later; NULL: any
--   p_year_to      graduated in this year or earlier; NULL: any
--   p_is_mentor    1: mentors only; NULL or 0: any
--   p_sort         match, name, newest, year; NULL: match with p_search, otherwise
--                  name
--   p_after        next_after of the previous page; NULL: the first page
--   p_limit        rows per page, 1 to 50; NULL: 20
-- Result sets
--   people (many)    as _person_rows returns them
--   page (one)       next_after (NULL: the end), is_continued (1: the scan ended before the page
--                    was full), matches_count (on the first page; at most 1000), is_capped (1: or
--                    more), sort
--   degrees (many)   id, name: filter options
--   campuses (many)  id, name
--   domains (many)   id, name
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45422  a filter has a value that does not exist
-- Example
--   CALL alumni_search(
--       3, 'li', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2010, NULL, NULL, NULL, NULL, 5
--   );

DROP PROCEDURE IF EXISTS alumni_search;

DELIMITER //

CREATE PROCEDURE alumni_search (
    IN p_actor_id BIGINT UNSIGNED,
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
COMMENT
'Search alumni. | people: many, page: one, degrees: many, campuses: many, domains: many'
BEGIN
    CALL _directory_search(
        p_actor_id, 'alumni', p_search, p_skill, p_domain, p_proficiency, p_company, p_industry,
        p_degree, p_campus, p_year_from, p_year_to, p_is_mentor, p_sort, p_after, p_limit
    );
    CALL _directory_options();
END //

DELIMITER ;
