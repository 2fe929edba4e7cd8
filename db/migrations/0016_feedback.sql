-- 0016_feedback: what anybody writes to the office, and what the office makes of it.

ALTER TABLE throttles
    MODIFY kind ENUM('sign_in', 'register', 'recover', 'confirm', 'contact', 'feedback') NOT NULL;

CREATE TABLE contact_messages (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NULL COMMENT 'users.id of the sender; NULL: a visitor',
    name VARCHAR(160) NOT NULL COMMENT 'Of the sender, as it was then',
    email VARCHAR(254) NOT NULL COMMENT 'Of a visitor only as typed: nobody has confirmed it',
    subject VARCHAR(150) NOT NULL,
    message TEXT NOT NULL,
    status ENUM('new', 'open', 'resolved', 'spam') NOT NULL DEFAULT 'new',
    assignee_id BIGINT UNSIGNED NULL COMMENT 'users.id of the admin who cares for it',
    form_digest BINARY(32) NULL COMMENT 'SHA-256 of sender and form: the same form sent twice',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    folder ENUM('waiting', 'resolved', 'spam', 'bin') GENERATED ALWAYS AS (
        CASE
            WHEN is_deleted = 1 THEN 'bin'
            WHEN status IN ('new', 'open') THEN 'waiting'
            ELSE status
        END
    ) STORED NOT NULL COMMENT 'Which list of the inbox it is in',
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id; NULL: a visitor',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_contact_messages_form_digest (form_digest),
    KEY ix_contact_messages_folder_created_at_id (folder, created_at, id),
    KEY ix_contact_messages_user_id (user_id),
    KEY ix_contact_messages_email (email),
    KEY ix_contact_messages_assignee_id (assignee_id),
    KEY ix_contact_messages_created_by (created_by),
    KEY ix_contact_messages_updated_by (updated_by),
    CONSTRAINT fk_contact_messages_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_contact_messages_assignee_id FOREIGN KEY (assignee_id) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_contact_messages_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_contact_messages_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_contact_messages_subject CHECK (TRIM(subject) <> ''),
    CONSTRAINT ck_contact_messages_message CHECK (TRIM(message) <> ''),
    CONSTRAINT ck_contact_messages_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Questions and requests to the alumni office';

CREATE TABLE feedback (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NULL COMMENT 'users.id of the sender; NULL: a visitor',
    name VARCHAR(160) NOT NULL COMMENT 'Of the sender, as it was then',
    email VARCHAR(254) NOT NULL COMMENT 'Of a visitor only as typed: nobody has confirmed it',
    category ENUM('praise', 'idea', 'problem', 'content', 'other') NOT NULL
    COMMENT 'content: something that is said here is wrong',
    rating TINYINT UNSIGNED NULL COMMENT 'Of the platform, 1 to 5, 5 the best; NULL: none given',
    message TEXT NOT NULL,
    status ENUM('new', 'open', 'resolved', 'spam') NOT NULL DEFAULT 'new',
    assignee_id BIGINT UNSIGNED NULL COMMENT 'users.id of the admin who cares for it',
    form_digest BINARY(32) NULL COMMENT 'SHA-256 of sender and form: the same form sent twice',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    folder ENUM('waiting', 'resolved', 'spam', 'bin') GENERATED ALWAYS AS (
        CASE
            WHEN is_deleted = 1 THEN 'bin'
            WHEN status IN ('new', 'open') THEN 'waiting'
            ELSE status
        END
    ) STORED NOT NULL COMMENT 'Which list of the inbox it is in',
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id; NULL: a visitor',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_feedback_form_digest (form_digest),
    KEY ix_feedback_folder_created_at_id (folder, created_at, id),
    KEY ix_feedback_user_id (user_id),
    KEY ix_feedback_email (email),
    KEY ix_feedback_assignee_id (assignee_id),
    KEY ix_feedback_created_by (created_by),
    KEY ix_feedback_updated_by (updated_by),
    CONSTRAINT fk_feedback_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT fk_feedback_assignee_id FOREIGN KEY (assignee_id) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_feedback_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_feedback_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_feedback_rating CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT ck_feedback_message CHECK (TRIM(message) <> ''),
    CONSTRAINT ck_feedback_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What people think of the platform';

CREATE TABLE inbox_moves (
    from_status ENUM('new', 'open', 'resolved', 'spam') NOT NULL,
    to_status ENUM('new', 'open', 'resolved', 'spam') NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (from_status, to_status),
    CONSTRAINT ck_inbox_moves_to_status CHECK (from_status <> to_status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The sensible moves of a message in the office''s inbox: the workflow, as data';

INSERT INTO inbox_moves (from_status, to_status) VALUES
('new', 'open'),
('new', 'resolved'),
('new', 'spam'),
('open', 'resolved'),
('open', 'spam'),
('resolved', 'open'),
('spam', 'open');

CREATE TABLE inbox_entries (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    contact_message_id BIGINT UNSIGNED NULL COMMENT 'What it belongs to, or feedback_id',
    feedback_id BIGINT UNSIGNED NULL,
    kind ENUM('note', 'answer') NOT NULL
    COMMENT 'note: for the office only; answer: was sent by mail',
    content TEXT NOT NULL,
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id of the admin',
    PRIMARY KEY (id),
    KEY ix_inbox_entries_contact_message_id_id (contact_message_id, id),
    KEY ix_inbox_entries_feedback_id_id (feedback_id, id),
    KEY ix_inbox_entries_created_by (created_by),
    CONSTRAINT fk_inbox_entries_contact_message_id FOREIGN KEY (contact_message_id)
    REFERENCES contact_messages (id) ON DELETE CASCADE,
    CONSTRAINT fk_inbox_entries_feedback_id FOREIGN KEY (feedback_id)
    REFERENCES feedback (id) ON DELETE CASCADE,
    CONSTRAINT fk_inbox_entries_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_inbox_entries_content CHECK (TRIM(content) <> ''),
    CONSTRAINT ck_inbox_entries_parent
    CHECK ((contact_message_id IS NULL) <> (feedback_id IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Notes of the office and its answers, below the message that they are about';
