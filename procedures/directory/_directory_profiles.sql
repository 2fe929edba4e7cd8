-- _directory_profiles: find profiles of alumni whose text has a word: the FULLTEXT index.
--
-- Name, position, company and bio are as visible as the profile, so a match tells nobody more than
-- the profile does. The first thousand, without ranking: the index stops there, so a common
-- word costs no more than others.
--
-- Parameters
--   p_prefix  a pattern from prefix_of, such as plumb%; NULL: none
--   p_ids     users.id, separated by commas; NULL: none, or the index has no such words
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_profiles;

DELIMITER //

CREATE PROCEDURE _directory_profiles (
    IN p_prefix VARCHAR(41),
    OUT p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find profiles of alumni whose text has a word.'
BEGIN
    DECLARE v_words VARCHAR(200) DEFAULT fulltext_of(p_prefix, NULL, NULL);
    DECLARE v_ids JSON;

    IF v_words <> '' THEN
        SELECT JSON_ARRAYAGG(m.user_id) INTO v_ids
        FROM (
            SELECT f.user_id
            FROM alumni_profiles AS f
            WHERE
                MATCH(f.first_name, f.last_name, f.current_job_title, f.current_company, f.bio)
                AGAINST(v_words IN BOOLEAN MODE) -- noqa: PRS, LT02
            LIMIT 1000
        ) AS m;
    END IF;
    SET p_ids = NULLIF(TRIM(BOTH ']' FROM TRIM(BOTH '[' FROM CAST(v_ids AS CHAR))), '');
END //

DELIMITER ;
