-- _privacy_write: set who may see parts of a profile, or reject an unknown part or audience.
--
-- Setting the current value is no choice: without a choice, the part keeps following the
-- default.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_choices   JSON array of pairs [part, audience], as in privacy_edit
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _privacy_write;

DELIMITER //

CREATE PROCEDURE _privacy_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_choices JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set who may see parts of a profile, or reject an unknown part or audience.'
BEGIN
    DECLARE v_unknown_count INT UNSIGNED;
    DECLARE v_refused_count INT UNSIGNED;

    SELECT
        COALESCE(SUM(f.name IS NULL), 0),
        COALESCE(SUM(
            c.audience IS NULL
            OR c.audience NOT IN (
                'everyone', 'members', 'alumni', 'students_of_my_campus', 'people_i_follow',
                'only_me'
            )
        ), 0)
    INTO v_unknown_count, v_refused_count
    FROM
        JSON_TABLE(
            p_choices, '$[*]' COLUMNS (
                field VARCHAR(64) PATH '$[0]', audience VARCHAR(64) PATH '$[1]'
            )
        ) AS c
    LEFT JOIN privacy_fields AS f ON f.name = c.field;
    IF v_unknown_count > 0 THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'field: Choose a part of your profile from the list.';
    ELSEIF v_refused_count > 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'audience: Choose an audience from the list.';
    END IF;

    INSERT INTO privacy_settings (user_id, field, audience, updated_by)
    SELECT
        p_actor_id,
        c.field,
        c.audience,
        p_actor_id
    FROM
        JSON_TABLE(
            p_choices, '$[*]' COLUMNS (
                field VARCHAR(20) PATH '$[0]', audience VARCHAR(30) PATH '$[1]'
            )
        ) AS c
    WHERE audience_of(p_actor_id, c.field) <> c.audience
    ON DUPLICATE KEY UPDATE audience = c.audience, updated_by = p_actor_id;
END //

DELIMITER ;
