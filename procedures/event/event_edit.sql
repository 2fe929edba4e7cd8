-- event_edit: change an event.
--
-- Attendees, speakers and helpers are notified by mail if the time or location changes. The number
-- of seats cannot go below the seats taken; additional seats are offered to the waiting list
-- immediately. Guests that were already allowed stay.
--
-- Parameters
--   p_actor_id               users.id of the creator or an admin
--   p_event_id               events.id
--   p_title                  at most 150 characters; the slug stays unchanged
--   p_description            Markdown, at most 20,000 characters
--   p_venue                  location and address; NULL: online only
--   p_is_online              1: can be joined online; always 1 if there is a link
--   p_online_url             link for joining; NULL: none yet
--   p_time_zone              IANA name; NULL: the institution's
--   p_starts_at              UTC; a past time may stay unchanged
--   p_ends_at                UTC, within 31 days after the start
--   p_visibility             public, alumni_only, students_only, all; NULL: all
--   p_target_audience        all, alumni_only, students_only; NULL: all
--   p_max_attendees          seats, including guests; NULL: unlimited
--   p_max_guests             guests per person, 0 to 20; NULL: 0
--   p_registration_deadline  UTC, not after the end; a past time may stay; NULL: until it
--                            begins
--   p_revision               events.revision that the editor saw; NULL: do not check
-- Result sets
--   event (one)  id, revision
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45409  changed by someone else, cancelled or over, or more seats are taken
--   45422  invalid value
-- Example
--   CALL event_edit(
--       2, 1, 'Careers in data', 'Five alumni say what they do.', 'Hall 2, North Campus', 0, NULL,
--       NULL, UTC_TIMESTAMP() + INTERVAL 20 DAY, UTC_TIMESTAMP() + INTERVAL 488 HOUR, 'public',
--       'all', 60, 1, NULL, NULL
--   );

DROP PROCEDURE IF EXISTS event_edit;

DELIMITER //

CREATE PROCEDURE event_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
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
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change an event. | event: one'
BEGIN
    DECLARE v_is_online BOOLEAN DEFAULT p_online_url IS NOT NULL OR COALESCE(p_is_online, 0);
    DECLARE v_time_zone VARCHAR(64);
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_seats_taken_count INT UNSIGNED;
    DECLARE v_is_moved BOOLEAN;
    DECLARE v_is_deadline_moved BOOLEAN;
    DECLARE v_is_elsewhere BOOLEAN;
    DECLARE v_most_seats INT UNSIGNED;
    DECLARE v_before JSON;
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _event_lock(p_actor_id, p_event_id, 0);
    SELECT COALESCE(p_time_zone, time_zone) INTO v_time_zone
    FROM institution_info
    WHERE id = 1;
    SELECT
        revision,
        status,
        starts_at,
        seats_taken_count,
        starts_at <> p_starts_at OR ends_at <> p_ends_at,
        NOT registration_deadline <=> p_registration_deadline,
        NOT venue <=> p_venue
        OR is_online <> v_is_online
        OR NOT online_url <=> p_online_url
        OR time_zone <> v_time_zone,
        JSON_OBJECT(
            'title', title, 'venue', venue, 'starts_at', starts_at, 'ends_at', ends_at,
            'visibility', visibility, 'target_audience', target_audience,
            'max_attendees', max_attendees
        )
    INTO
    v_revision, v_status, v_starts_at, v_seats_taken_count, v_is_moved, v_is_deadline_moved,
    v_is_elsewhere, v_before
    FROM events
    WHERE id = p_event_id;
    SET v_message = CASE
        WHEN p_revision <> v_revision
            THEN 'Someone else changed this. Reload the page and try again.'
        WHEN v_status = 'cancelled' THEN 'This event was cancelled, so it can''t be changed.'
        WHEN v_status = 'completed' AND v_is_moved
            THEN 'starts_at: This event is over, so its time can''t be changed.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    CALL _require_event_values(
        p_title, p_description, p_venue, p_is_online, p_online_url, p_time_zone, p_starts_at,
        p_ends_at, p_visibility, p_target_audience, p_max_attendees, p_max_guests,
        -- A running event may be extended.
        p_registration_deadline, NOT v_starts_at <=> p_starts_at, v_is_deadline_moved
    );
    IF v_is_moved AND p_ends_at <= UTC_TIMESTAMP() THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'ends_at: Choose a time in the future.';
    END IF;
    IF p_max_attendees IS NOT NULL THEN
        SELECT MAX(1 + guests_count) INTO v_most_seats
        FROM event_registrations
        WHERE event_id = p_event_id AND status = 'waitlisted';
        SET v_message = CASE
            WHEN p_max_attendees < v_seats_taken_count
                THEN CONCAT('max_attendees: ', v_seats_taken_count, ' seats are already taken.')
            -- A person who can never get enough seats would block the whole queue.
            WHEN p_max_attendees < v_most_seats
                THEN CONCAT('max_attendees: Someone waiting needs ', v_most_seats, ' seats.')
        END;
        IF v_message IS NOT NULL THEN
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
        END IF;
    END IF;

    UPDATE events
    SET
        title = p_title,
        description = p_description,
        venue = p_venue,
        is_online = v_is_online,
        online_url = p_online_url,
        time_zone = v_time_zone,
        starts_at = p_starts_at,
        ends_at = p_ends_at,
        visibility = COALESCE(p_visibility, 'all'),
        target_audience = COALESCE(p_target_audience, 'all'),
        max_attendees = p_max_attendees,
        max_guests = COALESCE(p_max_guests, 0),
        registration_deadline = p_registration_deadline,
        calendar_sequence = calendar_sequence + (v_is_moved OR v_is_elsewhere),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_event_id;
    IF (v_is_moved OR v_is_elsewhere) AND v_status = 'published' THEN
        CALL _event_tell(
            p_actor_id, p_event_id, 'event_changed', 0,
            JSON_OBJECT('is_moved', v_is_moved, 'is_elsewhere', v_is_elsewhere)
        );
    END IF;
    CALL _event_promote(p_event_id);
    CALL _event_audit(
        p_actor_id, 'event_edit', p_event_id, 0, v_before,
        JSON_OBJECT(
            'title', p_title, 'venue', p_venue, 'starts_at', p_starts_at, 'ends_at', p_ends_at,
            'visibility', COALESCE(p_visibility, 'all'),
            'target_audience', COALESCE(p_target_audience, 'all'),
            'max_attendees', p_max_attendees
        )
    );
    COMMIT;

    SELECT
        p_event_id AS id,
        v_revision + 1 AS revision;
END //

DELIMITER ;
