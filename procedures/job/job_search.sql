-- job_search: search postings that the actor can see and apply for, page by page.
--
-- A search starts from its most selective condition if that matches fewer than a thousand postings;
-- otherwise it scans the newest postings, at most 2,850 per call, and says where to continue. So
-- the cost depends on the page, not on the table. Words match as prefixes in title, company,
-- location and skills; by relevance also in descriptions (FULLTEXT, the best 200).
--
-- Parameters
--   p_actor_id    users.id of the searcher
--   p_search      words that must all occur, the first three are used; NULL: any
--   p_type        internship, full_time, part_time, contract, remote; NULL: any
--   p_skill       name of a skill the posting asks for; NULL: any
--   p_location    words of the location, the first two are used; NULL: any
--   p_company     words of the company name, the first two are used; NULL: any
--   p_is_remote   1: only remote work; NULL or 0: any
--   p_salary_min  pays at least this per year, in the institution's currency; NULL: any
--   p_level       entry, junior, mid, senior, lead; NULL: any
--   p_sort        newest or relevance; NULL: relevance with p_search, otherwise newest.
--                 By relevance: words in the title before skills, company, location, description;
--                 for common words, the newest thousand postings are ranked
--   p_after       next_after of the previous page; NULL: the first page
--   p_limit       rows per page, 1 to 50; NULL: 20
-- Result sets
--   jobs (many)  as _job_rows returns them
--   page (one)   next_after (NULL: the end), is_continued (1: the scan ended before the page was
--                full), matches_count (on the first page; at most 200), is_capped (1: there may be
--                more)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45422  a filter has a value that does not exist
-- Example
--   CALL job_search(2, 'engineer', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 5);

DROP PROCEDURE IF EXISTS job_search;

DELIMITER //

CREATE PROCEDURE job_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_search VARCHAR(200),
    IN p_type VARCHAR(20),
    IN p_skill VARCHAR(60),
    IN p_location VARCHAR(100),
    IN p_company VARCHAR(100),
    IN p_is_remote BOOLEAN,
    IN p_salary_min DECIMAL(12, 2),
    IN p_level VARCHAR(20),
    IN p_sort VARCHAR(20),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Search postings that the actor can see and apply for. | jobs: many, page: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_is_ranked BOOLEAN;
    DECLARE v_candidates TEXT;
    DECLARE v_conditions TEXT;
    DECLARE v_ids TEXT;
    DECLARE v_next VARCHAR(200);
    DECLARE v_is_continued BOOLEAN DEFAULT 0;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_is_capped BOOLEAN DEFAULT 0;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_job_filters(p_type, p_level, p_sort);
    SET v_is_ranked = p_search IS NOT NULL AND COALESCE(p_sort, 'relevance') = 'relevance';
    IF NOT REGEXP_LIKE(
        COALESCE(p_after, '0'), IF(v_is_ranked, '^0$|^[0-9]{1,3}-[0-9]{1,19}$', '^[0-9]{1,19}$')
    ) THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page link is not valid. Go back to the first page.';
    END IF;

    CALL _job_search_prepare(
        p_actor_id, v_role, p_search, p_type, p_skill, p_location, p_company, p_is_remote,
        p_salary_min, p_level, v_candidates, v_conditions
    );
    IF v_is_ranked THEN
        CALL _job_search_ranked(
            v_candidates, v_conditions, p_after, v_limit, v_ids, v_next, v_count
        );
    ELSEIF v_candidates IS NOT NULL THEN
        CALL _job_search_rarest(
            v_candidates, v_conditions, p_after, v_limit, v_ids, v_next, v_count
        );
    ELSE
        CALL _job_search_walk(
            v_conditions, p_after, v_limit, v_ids, v_next, v_is_continued, v_count, v_is_capped
        );
    END IF;

    CALL _job_rows(p_actor_id, v_ids);
    SELECT
        v_next AS next_after,
        v_is_continued AS is_continued,
        LEAST(v_count, 200) AS matches_count,
        COALESCE(v_is_capped OR v_count > 200, 0) AS is_capped;
END //

DELIMITER ;
