-- _suppressed_cells_of: suppress small groups in a table of counts.
-- They can be neither read nor derived.
--
-- A cell is suppressed if its group is smaller than p_least, or if fewer people than that in it
-- have the outcome, unless nobody has. People of a large group without the outcome are no group of
-- their own: they have given no information. Hiding that cell alone would not help: rows and
-- columns have totals, so it could be found by subtraction. So each such cell gets a rectangle of
-- four cells (the row or column of totals may be sides of it), and all four are suppressed: one
-- person more in one corner, one fewer in the next, and so on around, leaves every published number
-- unchanged. A rectangle is used only if that keeps each corner between 0 and its group, so every
-- suppressed cell, including the three additional ones, has at least two values consistent with all
-- published numbers. There is always such a rectangle: the one with the totals of the cell's row
-- and column and the grand total. The rectangle with the fewest published people is chosen; totals
-- come last.
--
-- Parameters
--   p_cells  JSON array of [row, column, group, value]: rows and columns from 1; group NULL:
--            everyone in the group has the outcome (plain counts); missing pairs hold
--            nobody
--   p_least  minimum size of a group that is shown
-- Returns
--   JSON array of [row, column, group, value] of every pair and of all totals (row 0, column 0);
--   value NULL: suppressed

DROP FUNCTION IF EXISTS _suppressed_cells_of;

DELIMITER //

CREATE FUNCTION _suppressed_cells_of(p_cells JSON, p_least INT UNSIGNED)
RETURNS JSON
DETERMINISTIC
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Suppress small groups in a table of counts, so that they can be neither read nor derived.'
BEGIN
    RETURN (
        WITH given AS (
            SELECT
                t.row_position,
                t.column_position,
                t.group_count,
                t.value
            FROM
                JSON_TABLE(
                    p_cells, '$[*]' COLUMNS (
                        row_position INT PATH '$[0]',
                        column_position INT PATH '$[1]',
                        group_count INT PATH '$[2]' NULL ON ERROR,
                        value INT PATH '$[3]'
                    )
                ) AS t
        ),

        every_row AS (
            SELECT DISTINCT row_position
            FROM given
        ),

        every_column AS (
            SELECT DISTINCT column_position
            FROM given
        ),

        kind AS (
            SELECT COUNT(group_count) > 0 AS has_groups
            FROM given
        ),

        -- A cell is part of itself and of three totals.
        parts (is_of_row, is_of_column) AS (
            SELECT 1, 1
            UNION ALL
            SELECT 1, 0
            UNION ALL
            SELECT 0, 1
            UNION ALL
            SELECT 0, 0
        ),

        cells AS (
            SELECT
                r.row_position * k.is_of_row AS row_position,
                c.column_position * k.is_of_column AS column_position,
                IF(k.is_of_row = k.is_of_column, 1, -1) AS sign,
                IF(MAX(h.has_groups), SUM(COALESCE(g.group_count, 0)), NULL) AS group_count,
                SUM(COALESCE(g.value, 0)) AS value
            FROM every_row AS r
            CROSS JOIN every_column AS c
            CROSS JOIN kind AS h
            CROSS JOIN parts AS k
            LEFT JOIN given AS g
                ON g.row_position = r.row_position AND g.column_position = c.column_position
            GROUP BY
                r.row_position * k.is_of_row,
                c.column_position * k.is_of_column,
                IF(k.is_of_row = k.is_of_column, 1, -1)
        ),

        marked AS (
            SELECT
                row_position,
                column_position,
                sign,
                group_count,
                value,
                COALESCE(group_count, ~0 >> 1) AS most,
                value + IF(row_position = 0 OR column_position = 0, 1000000000, 1) AS cost,
                COALESCE(group_count BETWEEN 1 AND p_least - 1, 0)
                OR value BETWEEN 1 AND p_least - 1 AS is_small
            FROM cells
        ),

        rectangles AS (
            SELECT
                p.row_position,
                p.column_position,
                o.row_position AS other_row,
                o.column_position AS other_column,
                ROW_NUMBER() OVER (
                    PARTITION BY p.row_position, p.column_position
                    ORDER BY
                        IF(a.is_small, 0, a.cost) + IF(b.is_small, 0, b.cost)
                        + IF(o.is_small, 0, o.cost),
                        o.row_position,
                        o.column_position
                ) AS choice
            FROM marked AS p
            JOIN marked AS o
                ON o.row_position <> p.row_position AND o.column_position <> p.column_position
            JOIN marked AS a
                ON a.row_position = p.row_position AND a.column_position = o.column_position
            JOIN marked AS b
                ON b.row_position = o.row_position AND b.column_position = p.column_position
            WHERE
                p.is_small
                AND (
                    (
                        p.value + p.sign BETWEEN 0 AND p.most
                        AND o.value + o.sign BETWEEN 0 AND o.most
                        AND a.value - a.sign BETWEEN 0 AND a.most
                        AND b.value - b.sign BETWEEN 0 AND b.most
                    )
                    OR (
                        p.value - p.sign BETWEEN 0 AND p.most
                        AND o.value - o.sign BETWEEN 0 AND o.most
                        AND a.value + a.sign BETWEEN 0 AND a.most
                        AND b.value + b.sign BETWEEN 0 AND b.most
                    )
                )
        ),

        suppressed AS (
            SELECT row_position, column_position FROM rectangles WHERE choice = 1
            UNION DISTINCT
            SELECT row_position, other_column FROM rectangles WHERE choice = 1
            UNION DISTINCT
            SELECT other_row, column_position FROM rectangles WHERE choice = 1
            UNION DISTINCT
            SELECT other_row, other_column FROM rectangles WHERE choice = 1
        )

        SELECT
            JSON_ARRAYAGG(
                JSON_ARRAY(
                    m.row_position, m.column_position, m.group_count,
                    IF(m.is_small OR s.row_position IS NOT NULL, NULL, m.value)
                )
            )
        FROM marked AS m
        LEFT JOIN suppressed AS s
            ON s.row_position = m.row_position AND s.column_position = m.column_position
    );
END //

DELIMITER ;
