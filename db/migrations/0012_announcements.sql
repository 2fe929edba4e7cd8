-- 0012_announcements: what is said to everybody, which of it is pinned, and who has read it.

CREATE TABLE announcements (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    author_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id: who posted it',
    title VARCHAR(200) NOT NULL,
    content TEXT NOT NULL COMMENT 'Markdown',
    target_audience ENUM('all', 'alumni_only', 'students_only') NOT NULL DEFAULT 'all'
    COMMENT 'The office reads all of them',
    priority ENUM('low', 'normal', 'high', 'urgent') NOT NULL DEFAULT 'normal'
    COMMENT 'Shown, and no order; urgent ones go out by mail as well',
    status ENUM('draft', 'published', 'archived') NOT NULL DEFAULT 'draft',
    approval ENUM('not_needed', 'pending', 'approved', 'rejected') NOT NULL DEFAULT 'not_needed'
    COMMENT 'What the office says of a member''s announcement',
    decided_at DATETIME NULL COMMENT 'UTC; when the office decided',
    decided_reason VARCHAR(500) NULL COMMENT 'Words for the author',
    publish_at DATETIME NULL
    COMMENT 'UTC; from then on it is there for its audience; NULL: a draft without a time',
    expires_at DATETIME NULL COMMENT 'UTC; from then on it is not; NULL: never',
    is_expired TINYINT(1) NOT NULL DEFAULT 0
    COMMENT 'ev_mail_announcements saw that it has expired: it leaves the index that lists walk',
    is_held TINYINT(1) NOT NULL DEFAULT 0
    COMMENT 'The office took it away: only the office brings it back',
    mailed_up_to_id BIGINT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'users.id up to which the mails of an urgent one are written',
    mailed_at DATETIME NULL COMMENT 'UTC; when all of them were',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    is_listed TINYINT(1) GENERATED ALWAYS AS (
        is_deleted = 0
        AND status = 'published'
        AND approval IN ('not_needed', 'approved')
        AND is_expired = 0
    ) STORED COMMENT 'Can appear in lists, once its time has come; leads the index they walk',
    is_waiting TINYINT(1) GENERATED ALWAYS AS (
        IF(is_deleted = 0 AND status = 'published' AND approval = 'pending', 1, NULL)
    ) STORED COMMENT '1: the office is to decide; else NULL',
    is_mail_due TINYINT(1) GENERATED ALWAYS AS (
        IF(is_listed = 1 AND priority = 'urgent' AND mailed_at IS NULL, 1, NULL)
    ) STORED COMMENT '1: mails are to be written, once its time has come; else NULL',
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts changes, so that nobody overwrites what somebody else has just changed',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_announcements_author_id_id (author_id, id),
    KEY ix_announcements_listed (is_listed, target_audience, publish_at, id),
    KEY ix_announcements_is_listed_expires_at (is_listed, expires_at),
    KEY ix_announcements_is_waiting_id (is_waiting, id),
    KEY ix_announcements_is_mail_due_publish_at (is_mail_due, publish_at),
    KEY ix_announcements_is_deleted_id (is_deleted, id),
    KEY ix_announcements_created_by (created_by),
    KEY ix_announcements_updated_by (updated_by),
    CONSTRAINT fk_announcements_author_id FOREIGN KEY (author_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_announcements_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_announcements_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_announcements_title CHECK (TRIM(title) <> ''),
    CONSTRAINT ck_announcements_content CHECK (TRIM(content) <> ''),
    CONSTRAINT ck_announcements_publish_at CHECK (status = 'draft' OR publish_at IS NOT NULL),
    CONSTRAINT ck_announcements_expires_at CHECK (expires_at > publish_at),
    CONSTRAINT ck_announcements_is_expired CHECK (is_expired = 0 OR expires_at IS NOT NULL),
    CONSTRAINT ck_announcements_decided_at CHECK (
        (approval IN ('approved', 'rejected')) = (decided_at IS NOT NULL)
    ),
    CONSTRAINT ck_announcements_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What the office and the members announce';

CREATE TABLE announcement_pins (
    position TINYINT UNSIGNED NOT NULL COMMENT 'Place on the list, 1 is the first',
    announcement_id BIGINT UNSIGNED NULL COMMENT 'NULL: the place is free',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id: who pinned it',
    PRIMARY KEY (position),
    UNIQUE KEY uq_announcement_pins_announcement_id (announcement_id),
    KEY ix_announcement_pins_updated_by (updated_by),
    CONSTRAINT fk_announcement_pins_announcement_id FOREIGN KEY (announcement_id)
    REFERENCES announcements (id) ON DELETE SET NULL,
    CONSTRAINT fk_announcement_pins_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The places above the list, in order; rows are always there, so that they can be locked';

-- More than five would push everything else off the screen.
INSERT INTO announcement_pins (position) VALUES (1), (2), (3), (4), (5);

CREATE TABLE announcement_reads (
    reader_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id',
    announcement_id BIGINT UNSIGNED NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC; when it was first read',
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (reader_id, announcement_id),
    KEY ix_announcement_reads_announcement_id (announcement_id),
    CONSTRAINT fk_announcement_reads_reader_id FOREIGN KEY (reader_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_announcement_reads_announcement_id FOREIGN KEY (announcement_id)
    REFERENCES announcements (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who has read which announcement';
