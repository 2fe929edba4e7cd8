-- 0011_events: events, who takes part, who waits, who speaks, who helps, and who is reminded.
--
-- A seat is taken by everybody who is registered, holds an offer, came, or did not come, and by
-- each of their guests. The number of seats taken is kept on the event and bound by a CHECK, so
-- that no history of registrations, and no typo of a DBA's, sells a seat twice.

CREATE TABLE events (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    creator_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id: edits it and sees who is registered',
    title VARCHAR(150) NOT NULL,
    slug VARCHAR(170) NOT NULL COMMENT 'Readable part of an address; made of the title, kept then',
    description TEXT NOT NULL COMMENT 'Markdown',
    venue VARCHAR(200) NULL COMMENT 'Place and address, as people write it; NULL: online only',
    is_online TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'Can be joined from anywhere',
    online_url VARCHAR(500) NULL COMMENT 'Shown to those who have a seat, speak or run it',
    time_zone VARCHAR(64) NOT NULL COMMENT 'IANA name: the clock on the wall where it takes place',
    starts_at DATETIME NOT NULL COMMENT 'UTC',
    ends_at DATETIME NOT NULL COMMENT 'UTC',
    visibility ENUM('public', 'alumni_only', 'students_only', 'all') NOT NULL DEFAULT 'all'
    COMMENT 'Who sees it; public: visitors too; all: everybody who is signed in',
    target_audience ENUM('all', 'alumni_only', 'students_only') NOT NULL DEFAULT 'all'
    COMMENT 'Who of those may register',
    max_attendees INT UNSIGNED NULL COMMENT 'Seats, guests included; NULL: as many as come',
    max_guests TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'That one person may bring',
    registration_deadline DATETIME NULL COMMENT 'UTC; NULL: until it begins',
    closes_at DATETIME GENERATED ALWAYS AS (COALESCE(registration_deadline, starts_at)) STORED
    COMMENT 'UTC; the moment from which nobody can register',
    status ENUM('draft', 'published', 'cancelled', 'completed') NOT NULL DEFAULT 'draft',
    published_at DATETIME NULL COMMENT 'UTC; the first time',
    cancelled_at DATETIME NULL COMMENT 'UTC',
    cancellation_reason VARCHAR(500) NULL COMMENT 'In words for everybody who is registered',
    completed_at DATETIME NULL COMMENT 'UTC; who has not come by then did not come',
    seats_taken_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Sum of event_registrations.seats_count; kept by tr_event_registration_*',
    waiting_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Registrations in the waiting list; kept by tr_event_registration_*',
    last_queue_number INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'The last number drawn for the waiting list',
    calendar_uid CHAR(36) NOT NULL DEFAULT (UUID()) COMMENT 'UID of iCalendar; never changes',
    calendar_sequence INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'SEQUENCE of iCalendar: counts changes of time, place or state',
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts edits, so that nobody overwrites what somebody else has just changed',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    is_listed TINYINT(1) GENERATED ALWAYS AS (
        is_deleted = 0 AND status IN ('published', 'completed')
    ) STORED COMMENT 'Can appear in lists; leads the index that lists walk',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_events_slug (slug),
    UNIQUE KEY uq_events_calendar_uid (calendar_uid),
    KEY ix_events_is_listed_starts_at_id (is_listed, starts_at, id),
    KEY ix_events_creator_id_starts_at_id (creator_id, starts_at, id),
    KEY ix_events_status_ends_at (status, ends_at),
    KEY ix_events_created_by (created_by),
    KEY ix_events_updated_by (updated_by),
    CONSTRAINT fk_events_creator_id FOREIGN KEY (creator_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_events_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_events_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_events_title CHECK (TRIM(title) <> ''),
    CONSTRAINT ck_events_slug CHECK (REGEXP_LIKE(slug, '^[a-z0-9]+(-[a-z0-9]+)*$', 'c')),
    CONSTRAINT ck_events_place CHECK (is_online = 1 OR venue IS NOT NULL),
    CONSTRAINT ck_events_online_url CHECK (
        online_url IS NULL OR (is_online = 1 AND REGEXP_LIKE(online_url, '^https?://', 'i'))
    ),
    CONSTRAINT ck_events_ends_at CHECK (ends_at > starts_at),
    CONSTRAINT ck_events_registration_deadline CHECK (registration_deadline <= ends_at),
    CONSTRAINT ck_events_max_attendees CHECK (max_attendees BETWEEN 1 AND 100000),
    CONSTRAINT ck_events_max_guests CHECK (max_guests <= 20),
    -- The promise that it is never oversold.
    CONSTRAINT ck_events_seats_taken_count CHECK (seats_taken_count <= max_attendees),
    CONSTRAINT ck_events_published_at CHECK (status = 'draft' OR published_at IS NOT NULL),
    CONSTRAINT ck_events_cancelled CHECK (
        (status = 'cancelled') = (cancelled_at IS NOT NULL)
        AND (status = 'cancelled') = (cancellation_reason IS NOT NULL)
    ),
    CONSTRAINT ck_events_completed_at CHECK ((status = 'completed') = (completed_at IS NOT NULL)),
    CONSTRAINT ck_events_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What takes place, where and for whom';

CREATE TABLE event_registrations (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    event_id BIGINT UNSIGNED NOT NULL,
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'Who takes part',
    status ENUM(
        'registered', 'waitlisted', 'offered', 'expired', 'cancelled', 'attended', 'no_show'
    ) NOT NULL COMMENT 'offered: a seat is held until offer_expires_at; expired: nobody took it',
    guests_count TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Whom they bring along',
    note VARCHAR(500) NULL COMMENT 'For who runs it: diet, access, a question',
    queue_number INT UNSIGNED NULL
    COMMENT 'Place in the waiting list, drawn from the event; NULL: never waited',
    offer_expires_at DATETIME NULL COMMENT 'UTC; until when the offered seat is held',
    registered_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)
    COMMENT 'UTC; when they asked, the last time',
    checked_in_at DATETIME NULL COMMENT 'UTC; the first scan',
    checked_in_by BIGINT UNSIGNED NULL COMMENT 'users.id of who scanned or ticked',
    check_in_code CHAR(22) NOT NULL COMMENT 'What the QR code of the ticket says; random',
    seats_count TINYINT UNSIGNED GENERATED ALWAYS AS (
        IF(status IN ('registered', 'offered', 'attended', 'no_show'), 1 + guests_count, 0)
    ) STORED COMMENT 'Seats taken: the person and their guests',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_event_registrations_event_id_user_id (event_id, user_id),
    UNIQUE KEY uq_event_registrations_check_in_code (check_in_code),
    KEY ix_event_registrations_event_id_status_queue_number (event_id, status, queue_number),
    KEY ix_event_registrations_event_id_status_id (event_id, status, id),
    KEY ix_event_registrations_user_id_id (user_id, id),
    KEY ix_event_registrations_status_offer_expires_at (status, offer_expires_at),
    KEY ix_event_registrations_checked_in_by (checked_in_by),
    KEY ix_event_registrations_created_by (created_by),
    KEY ix_event_registrations_updated_by (updated_by),
    CONSTRAINT fk_event_registrations_event_id FOREIGN KEY (event_id) REFERENCES events (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_event_registrations_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_event_registrations_checked_in_by FOREIGN KEY (checked_in_by)
    REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT fk_event_registrations_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_event_registrations_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_event_registrations_guests_count CHECK (guests_count <= 20),
    CONSTRAINT ck_event_registrations_waitlisted CHECK (
        status NOT IN ('waitlisted', 'offered', 'expired') OR queue_number IS NOT NULL
    ),
    CONSTRAINT ck_event_registrations_offered CHECK (
        (status = 'offered') = (offer_expires_at IS NOT NULL)
    ),
    CONSTRAINT ck_event_registrations_attended CHECK (
        (status = 'attended') = (checked_in_at IS NOT NULL)
    ),
    CONSTRAINT ck_event_registrations_check_in_code CHECK (
        REGEXP_LIKE(check_in_code, '^[A-Za-z0-9_-]{22}$', 'c')
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who takes part or would like to; one row a person and event';

CREATE TABLE event_registration_history (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    event_registration_id BIGINT UNSIGNED NOT NULL,
    from_status ENUM(
        'registered', 'waitlisted', 'offered', 'expired', 'cancelled', 'attended', 'no_show'
    ) NULL COMMENT 'NULL: they asked for the first time',
    to_status ENUM(
        'registered', 'waitlisted', 'offered', 'expired', 'cancelled', 'attended', 'no_show'
    ) NOT NULL,
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id; NULL: the rules, as time went by',
    PRIMARY KEY (id),
    KEY ix_event_registration_history_event_registration_id_id (event_registration_id, id),
    KEY ix_event_registration_history_created_by (created_by),
    CONSTRAINT fk_event_registration_history_event_registration_id
    FOREIGN KEY (event_registration_id) REFERENCES event_registrations (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_registration_history_created_by FOREIGN KEY (created_by)
    REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT ck_event_registration_history_first CHECK (
        from_status IS NOT NULL OR to_status IN ('registered', 'waitlisted')
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Every state a registration was in';

CREATE TABLE event_speakers (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    event_id BIGINT UNSIGNED NOT NULL,
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'An alumnus',
    session_title VARCHAR(150) NOT NULL,
    topic VARCHAR(1000) NULL COMMENT 'What it is about',
    session_starts_at DATETIME NULL COMMENT 'UTC; NULL: not set yet',
    position SMALLINT UNSIGNED NOT NULL COMMENT 'Order in the programme, from 1',
    status ENUM('invited', 'confirmed', 'declined', 'presented') NOT NULL DEFAULT 'invited',
    answered_at DATETIME NULL COMMENT 'UTC; when the speaker confirmed or declined',
    answer_note VARCHAR(500) NULL COMMENT 'What the speaker wrote with the answer',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id: who invited',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_event_speakers_event_id_user_id (event_id, user_id),
    KEY ix_event_speakers_event_id_position (event_id, position),
    KEY ix_event_speakers_user_id_status (user_id, status),
    KEY ix_event_speakers_created_by (created_by),
    KEY ix_event_speakers_updated_by (updated_by),
    CONSTRAINT fk_event_speakers_event_id FOREIGN KEY (event_id) REFERENCES events (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_event_speakers_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_event_speakers_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_event_speakers_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_event_speakers_session_title CHECK (TRIM(session_title) <> ''),
    CONSTRAINT ck_event_speakers_position CHECK (position >= 1),
    CONSTRAINT ck_event_speakers_answered_at CHECK (
        (status = 'invited') = (answered_at IS NULL)
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Alumni who speak at an event, and what they answered';

CREATE TABLE event_helpers (
    event_id BIGINT UNSIGNED NOT NULL,
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'May check people in',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (event_id, user_id),
    KEY ix_event_helpers_user_id (user_id),
    KEY ix_event_helpers_created_by (created_by),
    CONSTRAINT fk_event_helpers_event_id FOREIGN KEY (event_id) REFERENCES events (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_event_helpers_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_event_helpers_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who checks people in beside the creator';

CREATE TABLE event_reminders (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    event_id BIGINT UNSIGNED NOT NULL,
    hours_before SMALLINT UNSIGNED NOT NULL COMMENT 'Hours before it starts',
    due_at DATETIME NOT NULL COMMENT 'UTC; moves with the event',
    done_at DATETIME NULL COMMENT 'UTC; when the mail to the last of them was queued',
    last_registration_id BIGINT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'event_registrations.id of the last who has the mail: where to go on',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_event_reminders_event_id_hours_before (event_id, hours_before),
    KEY ix_event_reminders_done_at_due_at (done_at, due_at),
    KEY ix_event_reminders_created_by (created_by),
    CONSTRAINT fk_event_reminders_event_id FOREIGN KEY (event_id) REFERENCES events (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_event_reminders_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_event_reminders_hours_before CHECK (hours_before BETWEEN 1 AND 720)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'When everybody who has a seat is reminded, once each';

CREATE TABLE calendar_feeds (
    user_id BIGINT UNSIGNED NOT NULL,
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the token in the address of the feed',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id),
    UNIQUE KEY uq_calendar_feeds_token_hash (token_hash),
    CONSTRAINT fk_calendar_feeds_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Private addresses by which calendars read a person''s events';
