-- event_post: create an event, as a draft or published.
--
-- Parameters
--   p_actor_id               users.id of a signed-in person
--   p_title                  at most 150 characters; the slug is derived from it
--   p_description            Markdown, at most 20,000 characters
--   p_venue                  location and address; NULL: online only
--   p_is_online              1: can be joined online; always 1 if there is a link
--   p_online_url             link for joining; shown to attendees; NULL: none yet
--   p_time_zone              IANA name; NULL: the institution's
--   p_starts_at              UTC, in the future, within three years
--   p_ends_at                UTC, within 31 days after the start
--   p_visibility             public, alumni_only, students_only, all; NULL: all
--   p_target_audience        all, alumni_only, students_only: who may register; NULL: all
--   p_max_attendees          seats, including guests, 1 to 100,000; NULL: unlimited
--   p_max_guests             guests per person, 0 to 20; NULL: 0
--   p_registration_deadline  UTC, not after the end; NULL: until it begins
--   p_status                 draft, published; NULL: draft
--   p_idempotency_key        created with the form: the same key returns the same event; NULL: none
-- Result sets
--   event (one)  id, slug, status
-- Errors
--   45401  not signed in
--   45422  invalid value
-- Example
--   CALL event_post(
--       2, 'Evening of databases', 'Talks and *pizza*.', 'Hall 1, North Campus', 0, NULL, NULL,
--       UTC_TIMESTAMP() + INTERVAL 20 DAY, UTC_TIMESTAMP() + INTERVAL 488 HOUR, 'public', 'all',
--       50, 1, NULL, 'published', NULL
--   );

DROP PROCEDURE IF EXISTS event_post;

DELIMITER //

CREATE PROCEDURE event_post (
    IN p_actor_id BIGINT UNSIGNED,
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
    IN p_status VARCHAR(20),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Create an event, as a draft or published. | event: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_time_zone VARCHAR(64);
    DECLARE v_slug VARCHAR(170);
    DECLARE v_is_taken BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_event_values(
        p_title, p_description, p_venue, p_is_online, p_online_url, p_time_zone, p_starts_at,
        p_ends_at, p_visibility, p_target_audience, p_max_attendees, p_max_guests,
        p_registration_deadline, 1, 1
    );
    IF p_status NOT IN ('draft', 'published') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'status: Choose draft or published.';
    END IF;
    SELECT COALESCE(p_time_zone, time_zone) INTO v_time_zone
    FROM institution_info
    WHERE id = 1;

    -- Another event may take the slug between check and insert. Then everything is rolled back and
    -- retried: keeping the locks of the failed attempt could cause a deadlock.
    trying: LOOP
        SET v_is_taken = 0;
        START TRANSACTION;
        CALL _idempotency_claim(p_actor_id, 'event_post', p_idempotency_key, v_event_id);
        IF v_event_id IS NOT NULL THEN
            LEAVE trying;
        END IF;
        SELECT free_slug_of(slug_of(p_title)) INTO v_slug;
        inserting: BEGIN
            DECLARE CONTINUE HANDLER FOR 1062 SET v_is_taken = 1;

            INSERT INTO events (
                creator_id, title, slug, description, venue, is_online, online_url, time_zone,
                starts_at, ends_at, visibility, target_audience, max_attendees, max_guests,
                registration_deadline, status, published_at, created_by, updated_by
            ) VALUES (
                p_actor_id, p_title, v_slug, p_description, p_venue,
                p_online_url IS NOT NULL OR COALESCE(p_is_online, 0), p_online_url, v_time_zone,
                p_starts_at, p_ends_at, COALESCE(p_visibility, 'all'),
                COALESCE(p_target_audience, 'all'), p_max_attendees, COALESCE(p_max_guests, 0),
                p_registration_deadline, COALESCE(p_status, 'draft'),
                IF(p_status = 'published', UTC_TIMESTAMP(), NULL), p_actor_id, p_actor_id
            );
        END inserting;
        IF NOT v_is_taken THEN
            SET v_event_id = LAST_INSERT_ID();
            CALL _idempotency_record(p_actor_id, 'event_post', p_idempotency_key, v_event_id);
            LEAVE trying;
        END IF;
        ROLLBACK;
    END LOOP trying;
    COMMIT;

    SELECT
        id,
        slug,
        status
    FROM events
    WHERE id = v_event_id;
END //

DELIMITER ;
