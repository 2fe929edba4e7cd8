-- _outcomes_add: add one table of outcomes.
-- Large rows have a name, the rest is one row, and small groups are suppressed.
--
-- Parameters
--   p_report    employment, industry, company
--   p_cells     JSON array of [name, period, group, value]; pairs may repeat
--   p_most      maximum number of named rows
--   p_rest      name of the row for all others
--   p_outcomes  JSON array that [report, row_position, column_position, name, group, value] rows
--               are added to
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _outcomes_add;

DELIMITER //

CREATE PROCEDURE _outcomes_add (
    IN p_report VARCHAR(20),
    IN p_cells JSON,
    IN p_most INT UNSIGNED,
    IN p_rest VARCHAR(160),
    INOUT p_outcomes JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add one table of outcomes: large rows by name, the rest together, small groups suppressed.'
BEGIN
    -- Fewer than three would not be a group.
    DECLARE v_least INT UNSIGNED DEFAULT GREATEST(COALESCE(setting_of('report_small_group'), 5), 3);
    DECLARE v_cells JSON;
    DECLARE v_names JSON;

    WITH given AS (
        SELECT
            t.name,
            t.period,
            t.group_count,
            t.value
        FROM
            JSON_TABLE(
                p_cells, '$[*]' COLUMNS (
                    name VARCHAR(160) PATH '$[0]',
                    period INT PATH '$[1]',
                    group_count INT PATH '$[2]' NULL ON ERROR,
                    value INT PATH '$[3]'
                )
            ) AS t
    ),

    ranked AS (
        SELECT
            name,
            SUM(COALESCE(group_count, value)) >= v_least AS is_large,
            ROW_NUMBER() OVER (
                ORDER BY SUM(COALESCE(group_count, value)) DESC, name
            ) AS place
        FROM given
        GROUP BY name
    ),

    -- Small degrees keep their names: their sizes are no secret.
    placed AS (
        SELECT
            name,
            IF(place <= p_most AND (is_large OR p_report = 'employment'), place, p_most + 1)
                AS row_position
        FROM ranked
    ),

    summed AS (
        SELECT
            p.row_position,
            g.period,
            SUM(g.group_count) AS group_count,
            SUM(g.value) AS value
        FROM given AS g
        JOIN placed AS p ON p.name = g.name
        GROUP BY p.row_position, g.period
    )

    SELECT
        (
            SELECT JSON_ARRAYAGG(JSON_ARRAY(row_position, period, group_count, value))
            FROM summed
        ),
        (
            SELECT JSON_ARRAYAGG(JSON_ARRAY(row_position, name))
            FROM placed
            WHERE row_position <= p_most
        )
    INTO v_cells, v_names;

    IF v_cells IS NOT NULL THEN
        SELECT
            JSON_MERGE_PRESERVE(
                p_outcomes,
                JSON_ARRAYAGG(
                    JSON_ARRAY(
                        p_report, c.row_position, c.column_position,
                        CASE
                            WHEN c.row_position = 0 THEN 'All'
                            ELSE COALESCE(n.name, p_rest)
                        END,
                        c.group_count, c.value
                    )
                )
            )
        INTO p_outcomes
        FROM
            JSON_TABLE(
                _suppressed_cells_of(v_cells, v_least), '$[*]' COLUMNS (
                    row_position INT PATH '$[0]',
                    column_position INT PATH '$[1]',
                    group_count INT PATH '$[2]' NULL ON ERROR,
                    value INT PATH '$[3]' NULL ON ERROR
                )
            ) AS c
        LEFT JOIN
            JSON_TABLE(
                COALESCE(v_names, JSON_ARRAY()), '$[*]' COLUMNS (
                    row_position INT PATH '$[0]',
                    name VARCHAR(160) PATH '$[1]'
                )
            ) AS n
            ON n.row_position = c.row_position;
    END IF;
END //

DELIMITER ;
