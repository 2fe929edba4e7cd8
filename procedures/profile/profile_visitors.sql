-- profile_visitors: list who viewed your profile.
-- Visitors who agree are named; the others are counted.
--
-- Visitors decide whether they are named (privacy of visits). Reads at most 200 views per
-- call and continues after a named visitor, so that pages do not reveal the others.
--
-- Parameters
--   p_actor_id  users.id of the owner
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     visitors per page, 1 to 50; NULL: 20
-- Result sets
--   figures (one)    views_count (total), recent_count (of the last 30 days, at most 1000)
--   visitors (many)  id, name, directory (NULL: no profile), headline, company, photo,
--                    viewed_on, newest first
--   page (one)       unnamed_count (views of people who are not named), next_after
--                    (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45404  admins have no profile
-- Example
--   CALL profile_visitors(2, NULL, 20);

DROP PROCEDURE IF EXISTS profile_visitors;

DELIMITER //

CREATE PROCEDURE profile_visitors (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_after VARCHAR(60),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List who viewed your profile. | figures: one, visitors: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_role VARCHAR(20);
    DECLARE v_directory VARCHAR(10);
    DECLARE v_before_day DATE DEFAULT '9999-12-31';
    DECLARE v_before_id BIGINT UNSIGNED DEFAULT 0;
    DECLARE v_views JSON;
    DECLARE v_looked_at INT UNSIGNED;
    DECLARE v_named INT UNSIGNED;
    DECLARE v_last INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_visible(p_actor_id, p_actor_id, 'profile', v_directory);
    IF p_after IS NOT NULL THEN
        IF
            NOT REGEXP_LIKE(p_after, '^[0-9]{4}-[0-9]{2}-[0-9]{2},[0-9]{1,18}$')
            OR STR_TO_DATE(LEFT(p_after, 10), '%Y-%m-%d') IS NULL
        THEN
            SIGNAL SQLSTATE '45400'
                SET MESSAGE_TEXT
                = 'This page link is not valid. Go back to the first page.';
        END IF;
        SET v_before_day = LEFT(p_after, 10), v_before_id = SUBSTRING_INDEX(p_after, ',', -1);
    END IF;

    SELECT
        COALESCE(a.views_count, s.views_count, 0) AS views_count,
        (
            SELECT COUNT(*)
            FROM (
                SELECT 1
                FROM profile_views AS v
                WHERE
                    v.profile_user_id = p_actor_id
                    AND v.viewed_on > DATE(UTC_TIMESTAMP()) - INTERVAL 30 DAY
                LIMIT 1000
            ) AS r
        ) AS recent_count
    FROM users AS u
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND v_directory = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND v_directory = 'students'
    WHERE u.id = p_actor_id;

    -- [position, visitor, day, whether to be named, number of named ones up to here]
    SELECT JSON_ARRAYAGG(JSON_ARRAY(n.position, n.viewer_id, n.viewed_on, n.is_named, n.named))
    INTO v_views
    FROM (
        SELECT
            w.viewer_id,
            w.viewed_on,
            w.is_named,
            ROW_NUMBER() OVER (ORDER BY w.viewed_on DESC, w.viewer_id DESC) AS position,
            SUM(w.is_named) OVER (ORDER BY w.viewed_on DESC, w.viewer_id DESC) AS named
        FROM (
            SELECT
                v.viewer_id,
                v.viewed_on,
                can_see_person(p_actor_id, v.viewer_id, 'visits') AS is_named
            FROM profile_views AS v
            WHERE
                v.profile_user_id = p_actor_id
                AND v.viewed_on <= v_before_day
                AND (v.viewed_on < v_before_day OR v.viewer_id < v_before_id)
            ORDER BY v.viewed_on DESC, v.viewer_id DESC
            LIMIT 200
        ) AS w
    ) AS n;

    -- A full page ends with its last visitor, any other with the last view read.
    SELECT
        COUNT(*),
        COALESCE(SUM(x.is_named), 0),
        IF(
            COALESCE(SUM(x.is_named), 0) > v_limit,
            MAX(IF(x.is_named AND x.named = v_limit, x.position, 0)), COUNT(*)
        )
    INTO v_looked_at, v_named, v_last
    FROM
        JSON_TABLE(
            COALESCE(v_views, JSON_ARRAY()), '$[*]' COLUMNS (
                position INT UNSIGNED PATH '$[0]',
                is_named INT UNSIGNED PATH '$[3]',
                named INT UNSIGNED PATH '$[4]'
            )
        ) AS x;

    SELECT
        x.viewer_id AS id,
        x.viewed_on,
        a.current_job_title AS headline,
        a.current_company AS company,
        CASE role_of(x.viewer_id) WHEN 'alumni' THEN 'alumni' WHEN 'student' THEN 'students' END
            AS directory,
        name_of(x.viewer_id) AS name,
        photo_of(p_actor_id, x.viewer_id) AS photo
    FROM
        JSON_TABLE(
            COALESCE(v_views, JSON_ARRAY()), '$[*]' COLUMNS (
                position INT UNSIGNED PATH '$[0]',
                viewer_id BIGINT UNSIGNED PATH '$[1]',
                viewed_on DATE PATH '$[2]',
                is_named INT UNSIGNED PATH '$[3]'
            )
        ) AS x
    LEFT JOIN alumni_profiles AS a ON a.user_id = x.viewer_id
    WHERE x.is_named AND x.position <= v_last
    ORDER BY x.position;

    SELECT
        COALESCE(SUM(NOT x.is_named AND x.position <= v_last), 0) AS unnamed_count,
        CASE
            WHEN v_named > v_limit
                THEN MAX(
                    IF(x.position = v_last, CONCAT(x.viewed_on, ',', x.viewer_id), NULL)
                )
            -- If 200 views are exceeded, the rest of the last day is skipped rather than revealing
            -- a name.
            WHEN v_looked_at = 200 THEN CONCAT(MIN(x.viewed_on), ',0')
        END AS next_after
    FROM
        JSON_TABLE(
            COALESCE(v_views, JSON_ARRAY()), '$[*]' COLUMNS (
                position INT UNSIGNED PATH '$[0]',
                viewer_id BIGINT UNSIGNED PATH '$[1]',
                viewed_on DATE PATH '$[2]',
                is_named INT UNSIGNED PATH '$[3]'
            )
        ) AS x;
END //

DELIMITER ;
