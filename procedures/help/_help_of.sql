-- _help_of: read the call of an object and the header of its file, line by line.
--
-- Parameters
--   p_kind  schema_objects.kind
--   p_name  its name
-- Result sets
--   help (many)  topic (its name, on the first line), text
-- Errors
--   none

DROP PROCEDURE IF EXISTS _help_of;

DELIMITER //

CREATE PROCEDURE _help_of (
    IN p_kind VARCHAR(20),
    IN p_name VARCHAR(64)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the call of an object and the header of its file.'
BEGIN
    DECLARE v_call TEXT;

    SELECT
        CONCAT(
            IF(p_kind = 'procedure', 'CALL ', ''), p_name, '(',
            COALESCE(
                GROUP_CONCAT(
                    parameter_name, ' ', UPPER(dtd_identifier)
                    ORDER BY ordinal_position SEPARATOR ', '
                ), ''
            ), ')'
        )
    INTO v_call
    FROM information_schema.parameters
    WHERE
        specific_schema = DATABASE() AND specific_name = p_name AND ordinal_position > 0;

    -- Replacing each line end by a comma between two quotes turns a text into a JSON array of
    -- lines.
    SELECT
        IF(h.number = 1, p_name, '') AS topic,
        h.text
    FROM (
        SELECT
            1 AS number,
            IF(p_kind IN ('procedure', 'function'), v_call, CONCAT(p_kind, ' ', p_name)) AS text
        UNION ALL
        SELECT
            l.number + 1,
            l.text
        FROM
            JSON_TABLE(
                CONCAT(
                    '[',
                    REPLACE(
                        JSON_QUOTE(REPLACE(header_of(p_kind, p_name), '\n', CHAR(31))),
                        '\\u001f', '","'
                    ),
                    ']'
                ),
                '$[*]' COLUMNS (number FOR ORDINALITY, text VARCHAR(1000) PATH '$')
            ) AS l
    ) AS h
    ORDER BY h.number;
END //

DELIMITER ;
