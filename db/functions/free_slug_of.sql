-- free_slug_of: the first slug of an event that nobody has: career-day, career-day-2, career-day-3.
--
-- Read without a lock: who inserts it finds out whether somebody was faster, and asks again.
--
-- Parameters
--   p_base  slug_of() a title
-- Returns
--   a slug that was free when asked

DROP FUNCTION IF EXISTS free_slug_of;

DELIMITER //

CREATE FUNCTION free_slug_of(p_base VARCHAR(80))
RETURNS VARCHAR(170)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The first slug of an event that nobody has.'
BEGIN
    DECLARE v_slug VARCHAR(170);

    -- INTO, because a query in RETURN would lock what it reads.
    WITH RECURSIVE numbers AS (
        SELECT 1 AS n
        UNION ALL
        SELECT n + 1 FROM numbers
        WHERE n < 100
    ),

    slugs AS (
        SELECT
            n,
            CONCAT(p_base, IF(n = 1, '', CONCAT('-', n))) AS slug
        FROM numbers
    )

    SELECT s.slug INTO v_slug
    FROM slugs AS s
    LEFT JOIN events AS e ON e.slug = s.slug
    WHERE e.id IS NULL
    ORDER BY s.n
    LIMIT 1;
    -- A title that a hundred events have gets a suffix that nobody else draws.
    RETURN COALESCE(v_slug, CONCAT(p_base, '-', LOWER(HEX(RANDOM_BYTES(4)))));
END //

DELIMITER ;
