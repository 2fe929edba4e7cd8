-- help: read the help: the modules, the procedures of one, or the details of an object.
--
-- The texts are the headers of the files, which the migration tool stores with every version of an
-- object, so they always match what is applied. MySQL has no optional parameters, so the
-- modules are listed by `CALL help('')`. Anything that is neither a module nor an object is
-- searched for in the names.
--
-- Parameters
--   p_topic  '' or NULL: the modules; a module, such as job; the name of a procedure, function,
--            view, trigger or event, such as job_apply; or a part of a name
-- Result sets
--   help (many)  topic, text
-- Errors
--   45404  no object has that name
-- Example
--   CALL help('');
--   CALL help('job');
--   CALL help('job_apply');

DROP PROCEDURE IF EXISTS help;

DELIMITER //

CREATE PROCEDURE help (IN p_topic VARCHAR(64))
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the help on modules and procedures. | help: many'
BEGIN
    DECLARE v_topic VARCHAR(64) DEFAULT TRIM(COALESCE(p_topic, ''));
    DECLARE v_is_module BOOLEAN DEFAULT EXISTS (
        SELECT 1 FROM schema_objects
        WHERE kind = 'procedure' AND module = v_topic AND LEFT(name, 1) <> '_'
    );
    DECLARE v_kind VARCHAR(20);

    SELECT kind INTO v_kind
    FROM schema_objects
    WHERE name = v_topic AND kind <> 'table';

    IF v_topic = '' THEN
        SELECT
            module AS topic,
            CONCAT(
                COUNT(*), IF(COUNT(*) = 1, ' procedure: ', ' procedures: '),
                SUBSTRING_INDEX(GROUP_CONCAT(name ORDER BY name SEPARATOR ', '), ', ', 4),
                IF(COUNT(*) > 4, ' ...', '')
            ) AS text
        FROM schema_objects
        WHERE kind = 'procedure' AND LEFT(name, 1) <> '_'
        GROUP BY module
        UNION ALL
        SELECT
            '' AS topic,
            'CALL help("job") lists a module, CALL help("job_apply") explains a procedure.' AS text
        UNION ALL
        SELECT
            '' AS topic,
            'CALL act_as("alumni@example.com") sets @actor: CALL dashboard_read(@actor).' AS text;
    ELSEIF v_kind IS NOT NULL AND NOT v_is_module THEN
        CALL _help_of(v_kind, v_topic);
    ELSE
        CALL _help_list(v_topic, v_is_module);
    END IF;
END //

DELIMITER ;
