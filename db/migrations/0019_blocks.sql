-- 0019_blocks: who wants nothing to do with whom, and what people report to the office.

ALTER TABLE throttles
    MODIFY kind ENUM(
        'sign_in', 'register', 'recover', 'confirm', 'contact', 'feedback', 'report', 'message',
        'post', 'request'
    ) NOT NULL;

CREATE TABLE user_blocks (
    blocker_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who blocks',
    blocked_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who is blocked',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (blocker_id, blocked_id),
    KEY ix_user_blocks_blocked_id (blocked_id, blocker_id),
    CONSTRAINT fk_user_blocks_blocker_id FOREIGN KEY (blocker_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_user_blocks_blocked_id FOREIGN KEY (blocked_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT ck_user_blocks_blocked_id CHECK (blocker_id <> blocked_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who wants nothing to do with whom; it holds in both directions';

CREATE TABLE content_reports (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    reporter_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id',
    subject ENUM('person', 'message', 'post', 'comment') NOT NULL,
    subject_id BIGINT UNSIGNED NOT NULL
    COMMENT 'users.id, messages.id, posts.id or post_comments.id, as subject says',
    author_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who is responsible for it',
    excerpt VARCHAR(2000) NULL
    COMMENT 'What was reported, as it was then: what is deleted afterwards can still be judged',
    reason ENUM('spam', 'harassment', 'hate', 'untrue', 'other') NOT NULL,
    note VARCHAR(1000) NULL COMMENT 'In the reporter''s words',
    status ENUM('open', 'upheld', 'dismissed') NOT NULL DEFAULT 'open',
    decided_at DATETIME NULL COMMENT 'UTC; when the office decided',
    decided_reason VARCHAR(500) NULL COMMENT 'The office''s words, for the office',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id: who decided',
    PRIMARY KEY (id),
    UNIQUE KEY uq_content_reports_subject (subject, subject_id, reporter_id),
    KEY ix_content_reports_status_id (status, id),
    KEY ix_content_reports_reporter_id (reporter_id, id),
    KEY ix_content_reports_author_id (author_id),
    KEY ix_content_reports_updated_by (updated_by),
    CONSTRAINT fk_content_reports_reporter_id FOREIGN KEY (reporter_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_content_reports_author_id FOREIGN KEY (author_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_content_reports_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_content_reports_reporter_id CHECK (reporter_id <> author_id),
    CONSTRAINT ck_content_reports_decided_at CHECK ((status = 'open') = (decided_at IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What people report to the office; one report a person and subject';
