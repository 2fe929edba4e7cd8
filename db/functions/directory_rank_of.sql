-- directory_rank_of: count the words of a search that are whole names of a person.
--
-- Parameters
--   p_user_id  users.id
--   p_first    pattern from prefix_of; NULL: none
--   p_second   as p_first
--   p_third    as p_first
-- Returns
--   0 to 3

DROP FUNCTION IF EXISTS directory_rank_of;

DELIMITER //

CREATE FUNCTION directory_rank_of(
    p_user_id BIGINT UNSIGNED,
    p_first VARCHAR(41),
    p_second VARCHAR(41),
    p_third VARCHAR(41)
)
RETURNS TINYINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the words of a search that are whole names of a person.'
BEGIN
    DECLARE v_rank TINYINT UNSIGNED;

    SELECT COUNT(DISTINCT t.term) INTO v_rank
    FROM directory_terms AS t
    WHERE
        t.user_id = p_user_id
        AND t.field = 'name'
        AND t.term IN (
            TRIM(TRAILING '%' FROM p_first),
            TRIM(TRAILING '%' FROM p_second),
            TRIM(TRAILING '%' FROM p_third),
            -- A word that looks like a plural has lost its s: James is a name.
            CONCAT(TRIM(TRAILING '%' FROM p_first), 's'),
            CONCAT(TRIM(TRAILING '%' FROM p_second), 's'),
            CONCAT(TRIM(TRAILING '%' FROM p_third), 's')
        );
    RETURN LEAST(v_rank, 3);
END //

DELIMITER ;
