-- free_slug_of: return the first free slug of an event: career-day, career-day-2, career-day-3.
--
-- Read without a lock: the insert finds out whether another call was faster, and tries again.
--
-- Parameters
--   p_base  slug_of() a title
-- Returns
--   a slug that was free when checked

DROP FUNCTION IF EXISTS free_slug_of;

DELIMITER //

CREATE FUNCTION free_slug_of(p_base VARCHAR(80))
RETURNS VARCHAR(170)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the first free slug of an event.'
BEGIN
    DECLARE v_slug VARCHAR(170);

    -- INTO, because a query in RETURN would lock the rows it reads.
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
    -- If a hundred events have the title, a random suffix is used.
    RETURN COALESCE(v_slug, CONCAT(p_base, '-', LOWER(HEX(RANDOM_BYTES(4)))));
END //

DELIMITER ;
