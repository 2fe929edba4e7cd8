-- 0017_engagements: alumni whom the office books, for what, and how it went.

CREATE TABLE alumni_engagements (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    alumni_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of the alumnus',
    kind ENUM(
        'speaker', 'trainer', 'mentor', 'judge', 'panelist', 'workshop_instructor', 'consultant'
    ) NOT NULL,
    title VARCHAR(150) NOT NULL,
    description TEXT NULL COMMENT 'Markdown',
    location VARCHAR(150) NULL COMMENT 'A room, a city, or online',
    start_date DATE NOT NULL,
    end_date DATE NULL COMMENT 'NULL: one day',
    hours DECIMAL(6, 2) NULL COMMENT 'Planned; of a completed one: worked',
    compensation_amount DECIMAL(12, 2) NULL
    COMMENT 'NULL: nothing is paid; only the office and the alumnus ever see it',
    compensation_currency CHAR(3) NULL COMMENT 'ISO 4217',
    status ENUM('proposed', 'confirmed', 'declined', 'in_progress', 'completed', 'cancelled')
    NOT NULL DEFAULT 'proposed',
    status_reason VARCHAR(500) NULL COMMENT 'Why declined or cancelled, for the other side',
    office_rating TINYINT UNSIGNED NULL COMMENT 'Of the alumnus by the office, 1 to 5',
    office_comment VARCHAR(1000) NULL,
    alumnus_rating TINYINT UNSIGNED NULL COMMENT 'Of the engagement by the alumnus, 1 to 5',
    alumnus_comment VARCHAR(1000) NULL,
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts edits: nobody accepts what has just been changed',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id of the admin who proposed it: gets answers',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_alumni_engagements_is_deleted_id (is_deleted, id),
    KEY ix_alumni_engagements_is_deleted_status_id (is_deleted, status, id),
    KEY ix_alumni_engagements_is_deleted_kind_id (is_deleted, kind, id),
    KEY ix_alumni_engagements_is_deleted_status_kind_id (is_deleted, status, kind, id),
    KEY ix_alumni_engagements_alumni_id_is_deleted_id (alumni_id, is_deleted, id),
    KEY ix_alumni_engagements_alumni_id_is_deleted_status_start_date
    (alumni_id, is_deleted, status, start_date),
    KEY ix_alumni_engagements_created_by (created_by),
    KEY ix_alumni_engagements_updated_by (updated_by),
    CONSTRAINT fk_alumni_engagements_alumni_id FOREIGN KEY (alumni_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_alumni_engagements_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_alumni_engagements_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_alumni_engagements_title CHECK (TRIM(title) <> ''),
    CONSTRAINT ck_alumni_engagements_end_date CHECK (end_date >= start_date),
    CONSTRAINT ck_alumni_engagements_hours CHECK (hours > 0 AND hours <= 2000),
    CONSTRAINT ck_alumni_engagements_compensation CHECK (
        (compensation_amount IS NULL) = (compensation_currency IS NULL)
        AND (compensation_amount IS NULL OR compensation_amount >= 0)
    ),
    CONSTRAINT ck_alumni_engagements_compensation_currency
    CHECK (REGEXP_LIKE(compensation_currency, '^[A-Z]{3}$', 'c')),
    CONSTRAINT ck_alumni_engagements_office_rating CHECK (office_rating BETWEEN 1 AND 5),
    CONSTRAINT ck_alumni_engagements_alumnus_rating CHECK (alumnus_rating BETWEEN 1 AND 5),
    CONSTRAINT ck_alumni_engagements_rated CHECK (
        status = 'completed' OR (office_rating IS NULL AND alumnus_rating IS NULL)
    ),
    CONSTRAINT ck_alumni_engagements_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Alumni whom the office books, for what, and how far it is';

CREATE TABLE alumni_engagement_moves (
    from_status ENUM(
        'proposed', 'confirmed', 'declined', 'in_progress', 'completed', 'cancelled'
    ) NOT NULL,
    to_status ENUM(
        'proposed', 'confirmed', 'declined', 'in_progress', 'completed', 'cancelled'
    ) NOT NULL,
    mover ENUM('office', 'alumnus') NOT NULL COMMENT 'Who may make this move',
    is_reasoned TINYINT(1) NOT NULL COMMENT '1: the other side is owed a reason',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (from_status, to_status, mover),
    CONSTRAINT ck_alumni_engagement_moves_to_status CHECK (from_status <> to_status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The sensible moves of an engagement: the workflow, as data';

INSERT INTO alumni_engagement_moves (from_status, to_status, mover, is_reasoned) VALUES
('proposed', 'confirmed', 'alumnus', 0),
('proposed', 'declined', 'alumnus', 0),
('proposed', 'cancelled', 'office', 0),
('declined', 'proposed', 'office', 0),
('confirmed', 'in_progress', 'office', 0),
('confirmed', 'completed', 'office', 0),
('confirmed', 'cancelled', 'office', 1),
('confirmed', 'cancelled', 'alumnus', 1),
('in_progress', 'completed', 'office', 0),
('in_progress', 'cancelled', 'office', 1);

CREATE TABLE alumni_engagement_history (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    engagement_id BIGINT UNSIGNED NOT NULL,
    from_status ENUM(
        'proposed', 'confirmed', 'declined', 'in_progress', 'completed', 'cancelled'
    ) NULL COMMENT 'NULL: it was proposed for the first time',
    to_status ENUM(
        'proposed', 'confirmed', 'declined', 'in_progress', 'completed', 'cancelled'
    ) NOT NULL,
    mover ENUM('office', 'alumnus') NOT NULL,
    reason VARCHAR(500) NULL,
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id: who made the move',
    PRIMARY KEY (id),
    KEY ix_alumni_engagement_history_engagement_id_id (engagement_id, id),
    KEY ix_alumni_engagement_history_move (from_status, to_status, mover),
    KEY ix_alumni_engagement_history_created_by (created_by),
    CONSTRAINT fk_alumni_engagement_history_engagement_id FOREIGN KEY (engagement_id)
    REFERENCES alumni_engagements (id) ON DELETE CASCADE,
    CONSTRAINT fk_alumni_engagement_history_move FOREIGN KEY (from_status, to_status, mover)
    REFERENCES alumni_engagement_moves (from_status, to_status, mover) ON DELETE RESTRICT,
    CONSTRAINT fk_alumni_engagement_history_created_by FOREIGN KEY (created_by)
    REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT ck_alumni_engagement_history_first CHECK (
        from_status IS NOT NULL OR to_status = 'proposed'
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Every state an engagement was in; only moves of alumni_engagement_moves can be written';
