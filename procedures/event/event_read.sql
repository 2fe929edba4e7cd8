-- event_read: read one event.
--
-- Parameters
--   p_actor_id  users.id of the reader; NULL: a visitor, who can read public ones
--   p_event_id  events.id
--   p_status    for organisers: registrants in that status; NULL: attended if the event is
--               over and people were checked in, otherwise registered
--   p_after     for organisers: next_after of the previous page; NULL: the first page
--   p_limit     registrants per page, 1 to 50; NULL: 20
-- Result sets
--   event (one)           the columns of the event, online_url (for attendees, speakers, helpers
--                         and organisers), creator_name, creator_photo, is_creator_visible,
--                         seats_free_count (NULL: no limit), has_begun, is_over, is_mine,
--                         is_helper, can_edit, can_register, cannot_register_reason (a sentence),
--                         is_full (1: new registrations go to the waiting list), can_publish,
--                         can_complete, can_cancel, can_change (what the actor can do now)
--   registration (maybe)  the actor's own, as _registration_row returns it
--   registrants (many)    for organisers, as _event_registrant_rows returns them
--   page (one)            status (of those registrants), next_after (NULL: the end)
--   speakers (many)       as _event_speaker_rows returns them
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  a visitor, and the event is not public
--   45404  no such event, or the actor may not see it
--   45422  unknown status
-- Example
--   CALL event_read(NULL, 1, NULL, NULL, NULL);
--   CALL event_read(1, 1, 'waitlisted', NULL, 50);

DROP PROCEDURE IF EXISTS event_read;

DELIMITER //

CREATE PROCEDURE event_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_status VARCHAR(20),
    IN p_after VARCHAR(20),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read one event. | event: one, registration: maybe, registrants: many, page: one, speakers: many'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_actor_id);
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_after BIGINT UNSIGNED;
    DECLARE v_can_manage BOOLEAN;
    DECLARE v_is_helper INT UNSIGNED;
    DECLARE v_attended_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20) DEFAULT p_status;
    DECLARE v_next_after BIGINT UNSIGNED;

    CALL _event_visible(p_actor_id, v_role, p_event_id);
    CALL _require_cursor(p_after);
    SET v_after = COALESCE(p_after, 0);
    SELECT can_manage_event(p_actor_id, v_role, creator_id) INTO v_can_manage
    FROM events
    WHERE id = p_event_id;
    SELECT COUNT(*) INTO v_is_helper
    FROM event_helpers
    WHERE event_id = p_event_id AND user_id = p_actor_id;
    IF v_can_manage AND v_status IS NULL THEN
        SELECT MIN(r.id) INTO v_attended_id
        FROM events AS e
        JOIN event_registrations AS r ON r.event_id = e.id AND r.status = 'attended'
        WHERE e.id = p_event_id AND e.ends_at <= UTC_TIMESTAMP();
        SET v_status = IF(v_attended_id IS NULL, 'registered', 'attended');
    END IF;
    IF v_status NOT IN (
        'registered', 'waitlisted', 'offered', 'expired', 'cancelled', 'attended', 'no_show'
    ) THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'status: Choose a status from the list.';
    END IF;

    SELECT
        e.id,
        e.slug,
        e.title,
        e.description,
        e.venue,
        e.is_online,
        IF(
            v_can_manage OR can_join_event(p_actor_id, e.id), e.online_url, NULL
        ) AS online_url,
        e.time_zone,
        e.starts_at,
        e.ends_at,
        e.visibility,
        e.target_audience,
        e.max_attendees,
        e.max_guests,
        e.registration_deadline,
        e.closes_at,
        e.status,
        e.published_at,
        e.cancelled_at,
        e.cancellation_reason,
        e.completed_at,
        e.seats_taken_count,
        e.waiting_count,
        e.revision,
        e.created_at,
        e.updated_at,
        e.creator_id,
        name_of(e.creator_id) AS creator_name,
        photo_of(p_actor_id, e.creator_id) AS creator_photo,
        can_see_person(p_actor_id, e.creator_id, 'profile') AS is_creator_visible,
        e.max_attendees - e.seats_taken_count AS seats_free_count,
        e.starts_at <= UTC_TIMESTAMP() AS has_begun,
        e.ends_at <= UTC_TIMESTAMP() AS is_over,
        e.creator_id <=> p_actor_id AS is_mine,
        v_is_helper > 0 AS is_helper,
        v_can_manage AS can_edit,
        may_register_for_event(p_actor_id, v_role, e.creator_id, e.target_audience)
        AND registration_obstacle_of(e.status, e.ends_at, e.closes_at, e.is_suspended) IS NULL
            AS can_register,
        COALESCE(
            registration_obstacle_of(e.status, e.ends_at, e.closes_at, e.is_suspended),
            CASE
                WHEN v_role IS NULL THEN 'Sign in to register.'
                WHEN
                    NOT may_register_for_event(
                        p_actor_id, v_role, e.creator_id, e.target_audience
                    )
                    THEN 'This event is not open to you.'
            END
        ) AS cannot_register_reason,
        e.waiting_count > 0 OR COALESCE(e.seats_taken_count >= e.max_attendees, 0) AS is_full,
        v_can_manage AND e.status = 'draft' AND e.starts_at > UTC_TIMESTAMP() AS can_publish,
        v_can_manage AND e.status = 'published' AND e.ends_at <= UTC_TIMESTAMP() AS can_complete,
        v_can_manage AND e.status = 'published' AND e.ends_at > UTC_TIMESTAMP() AS can_cancel,
        v_can_manage AND e.status <> 'cancelled' AS can_change
    FROM events AS e
    WHERE e.id = p_event_id;

    CALL _registration_row(p_actor_id, p_event_id);
    CALL _event_registrant_rows(
        p_actor_id, IF(v_can_manage, p_event_id, NULL), v_status, v_after, v_limit
    );

    -- The last row of this page, if another page follows.
    IF v_can_manage THEN
        SELECT MAX(IF(w.number = v_limit, w.position, NULL)) * NULLIF(COUNT(*) > v_limit, 0)
        INTO v_next_after
        FROM (
            SELECT
                p.position,
                ROW_NUMBER() OVER (ORDER BY p.position) AS number
            FROM (
                (
                    SELECT queue_number AS position
                    FROM event_registrations
                    WHERE
                        v_status = 'waitlisted'
                        AND event_id = p_event_id
                        AND status = 'waitlisted'
                        AND queue_number > v_after
                    ORDER BY queue_number
                    LIMIT 51
                )
                UNION ALL
                (
                    SELECT id
                    FROM event_registrations
                    WHERE
                        v_status <> 'waitlisted'
                        AND event_id = p_event_id
                        AND status = v_status
                        AND id > v_after
                    ORDER BY id
                    LIMIT 51
                )
            ) AS p
        ) AS w;
    END IF;
    SELECT
        IF(v_can_manage, v_status, NULL) AS status,
        v_next_after AS next_after;
    CALL _event_speaker_rows(p_actor_id, p_event_id, v_can_manage);
END //

DELIMITER ;
