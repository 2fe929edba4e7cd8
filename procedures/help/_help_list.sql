-- _help_list: list the procedures of a module, or objects with a word in their name, one line each.
--
-- Parameters
--   p_topic      the module, or the word
--   p_is_module  1: a module
-- Result sets
--   help (many)  topic (a name), text
-- Errors
--   45404  no object has that name

DROP PROCEDURE IF EXISTS _help_list;

DELIMITER //

CREATE PROCEDURE _help_list (
    IN p_topic VARCHAR(64),
    IN p_is_module BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the procedures of a module, or objects by name.'
BEGIN
    DECLARE v_names JSON;

    SELECT JSON_ARRAYAGG(JSON_ARRAY(kind, name)) INTO v_names
    FROM schema_objects
    WHERE
        LEFT(name, 1) <> '_'
        AND IF(
            p_is_module,
            kind = 'procedure' AND module = p_topic,
            kind <> 'table' AND LOCATE(p_topic, name)
        );
    IF v_names IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Nothing has this name. CALL help("") lists the modules.';
    END IF;

    -- The first line of a header is the name, a colon and a summary.
    SELECT
        n.name AS topic,
        SUBSTRING(
            SUBSTRING_INDEX(header_of(n.kind, n.name), '\n', 1), CHAR_LENGTH(n.name) + 3
        ) AS text
    FROM
        JSON_TABLE(
            v_names, '$[*]' COLUMNS (
                kind VARCHAR(20) PATH '$[0]',
                name VARCHAR(64) PATH '$[1]'
            )
        ) AS n
    ORDER BY n.name;
END //

DELIMITER ;
