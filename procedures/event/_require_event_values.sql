-- _require_event_values: reject invalid values of an event.
--
-- The tables would refuse them as well (CHECK); here the message names the field.
--
-- Parameters
--   p_title                  as in event_post
--   p_description            as in event_post
--   p_venue                  as in event_post
--   p_is_online              as in event_post
--   p_online_url             as in event_post
--   p_time_zone              as in event_post
--   p_starts_at              as in event_post
--   p_ends_at                as in event_post
--   p_visibility             as in event_post
--   p_target_audience        as in event_post
--   p_max_attendees          as in event_post
--   p_max_guests             as in event_post
--   p_registration_deadline  as in event_post
--   p_is_moved               1: start and end are new and must be in the future; 0: unchanged
--   p_is_deadline_moved      likewise for the deadline
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_event_values;

DELIMITER //

CREATE PROCEDURE _require_event_values (
    IN p_title VARCHAR(150),
    IN p_description MEDIUMTEXT,
    IN p_venue VARCHAR(200),
    IN p_is_online BOOLEAN,
    IN p_online_url VARCHAR(500),
    IN p_time_zone VARCHAR(64),
    IN p_starts_at DATETIME,
    IN p_ends_at DATETIME,
    IN p_visibility VARCHAR(20),
    IN p_target_audience VARCHAR(20),
    IN p_max_attendees INT UNSIGNED,
    IN p_max_guests TINYINT UNSIGNED,
    IN p_registration_deadline DATETIME,
    IN p_is_moved BOOLEAN,
    IN p_is_deadline_moved BOOLEAN
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject invalid values of an event.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_message VARCHAR(128);

    CALL _require_text('title', p_title, 150, 1, 0);
    CALL _require_text('description', p_description, 20000, 1, 1);
    CALL _require_text('venue', p_venue, 200, 0, 0);
    SET v_message = CASE
        WHEN p_venue IS NULL AND p_online_url IS NULL AND NOT COALESCE(p_is_online, 0)
            THEN 'venue: Enter a location, or choose online.'
        WHEN p_online_url IS NOT NULL AND NOT is_web_address(p_online_url)
            THEN 'online_url: Enter a link such as https://meet.example.org/room.'
        WHEN NOT REGEXP_LIKE(p_time_zone, '^[A-Za-z]+(/[A-Za-z0-9_+-]+)*$')
            THEN 'time_zone: Choose a time zone such as Europe/Lisbon.'
        WHEN p_starts_at IS NULL THEN 'starts_at: Enter a start time.'
        WHEN p_ends_at IS NULL THEN 'ends_at: Enter an end time.'
        WHEN p_is_moved AND p_starts_at <= v_now THEN 'starts_at: Choose a time in the future.'
        WHEN p_is_moved AND p_starts_at > v_now + INTERVAL 3 YEAR
            THEN 'starts_at: Choose a time within the next three years.'
        WHEN p_ends_at <= p_starts_at THEN 'ends_at: Choose an end after the start.'
        WHEN p_ends_at > p_starts_at + INTERVAL 31 DAY
            THEN 'ends_at: Choose an end within a month of the start.'
        WHEN p_visibility NOT IN ('public', 'alumni_only', 'students_only', 'all')
            THEN 'visibility: Choose who can see this.'
        WHEN p_target_audience NOT IN ('all', 'alumni_only', 'students_only')
            THEN 'target_audience: Choose everyone, alumni or students.'
        WHEN
            p_visibility IN ('alumni_only', 'students_only')
            AND p_target_audience NOT IN ('all', p_visibility)
            THEN 'target_audience: Choose an audience that can see the event.'
        WHEN p_max_attendees NOT BETWEEN 1 AND 100000
            THEN 'max_attendees: Enter a number from 1 to 100,000, or leave this empty.'
        WHEN p_max_guests > 20 THEN 'max_guests: Enter a number from 0 to 20.'
        WHEN p_registration_deadline > p_ends_at
            THEN 'registration_deadline: Choose a time before the end.'
        WHEN p_is_deadline_moved AND p_registration_deadline <= v_now
            THEN 'registration_deadline: Choose a time in the future.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
