-- _help_list: the procedures of a module, or whatever has a word in its name, with a line each.
--
-- Parameters
--   p_topic      the module, or the word
--   p_is_module  1: a module
-- Result sets
--   help (many)  topic (a name), text
-- Errors
--   45404  there is nothing of that name

DROP PROCEDURE IF EXISTS _help_list;

DELIMITER //

CREATE PROCEDURE _help_list (
    IN p_topic VARCHAR(64),
    IN p_is_module BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The procedures of a module, or what has a word in its name.'
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
            SET MESSAGE_TEXT = 'There is nothing of that name. CALL help("") lists the modules.';
    END IF;

    -- The first line of a header is the name, a colon and what it is.
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
