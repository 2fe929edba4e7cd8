-- _require_ids: read the ids of selected rows, or reject an invalid list.
--
-- Parameters
--   p_field  name of the parameter without p_, for the message
--   p_ids    ids separated by commas, or a JSON array
--   p_most   maximum number of ids
--   p_json   the ids as a JSON array
-- Result sets
--   none
-- Errors
--   45422  no ids, too many, or invalid ones

DROP PROCEDURE IF EXISTS _require_ids;

DELIMITER //

CREATE PROCEDURE _require_ids (
    IN p_field VARCHAR(40),
    IN p_ids TEXT,
    IN p_most INT UNSIGNED,
    OUT p_json JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the ids of selected rows, or reject an invalid list.'
BEGIN
    DECLARE v_text TEXT DEFAULT IF(
        TRIM(p_ids) LIKE '[%', p_ids, CONCAT('[', COALESCE(p_ids, ''), ']')
    );
    DECLARE v_count INT UNSIGNED DEFAULT 0;
    DECLARE v_wrong_count INT UNSIGNED DEFAULT 0;
    DECLARE v_message VARCHAR(128);

    IF JSON_VALID(v_text) THEN
        SELECT
            COUNT(*),
            -- NULL means not given.
            COALESCE(SUM(COALESCE(JSON_TYPE(n.word), '') NOT IN ('INTEGER', 'UNSIGNED INTEGER')), 0)
        INTO v_count, v_wrong_count
        FROM JSON_TABLE(v_text, '$[*]' COLUMNS (word JSON PATH '$')) AS n;
    ELSE
        SET v_count = 1, v_wrong_count = 1;
    END IF;
    SET v_message = CASE
        WHEN v_count = 0 THEN CONCAT(p_field, ': Choose at least one entry from the list.')
        WHEN v_count > p_most THEN CONCAT(p_field, ': Choose at most ', p_most, ' at a time.')
        WHEN v_wrong_count > 0 OR LOCATE('-', v_text) > 0
            THEN CONCAT(p_field, ': Choose only entries from the list.')
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
    SET p_json = v_text;
END //

DELIMITER ;
