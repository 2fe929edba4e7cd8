-- 0015_verification: documents by which people prove what they are; the office decides.
--
-- submitted_documents tells what each document is called and is; verification_files holds on to
-- the contents, so that the purge of unused files leaves them alone, and is what goes when the
-- contents have served their purpose.

CREATE TABLE verification_queue (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    kind ENUM('alumni_status', 'student_status', 'degree', 'identity') NOT NULL
    COMMENT 'What the documents prove',
    note VARCHAR(1000) NULL COMMENT 'Of the person to the office',
    submitted_documents JSON NOT NULL
    COMMENT 'Array of {name, media_type, byte_size, media_file_id}, in the order of submission',
    status ENUM('pending', 'needs_more', 'approved', 'rejected', 'withdrawn')
    NOT NULL DEFAULT 'pending' COMMENT 'needs_more: the office waits for the person',
    is_open TINYINT(1) GENERATED ALWAYS AS (
        IF(status IN ('pending', 'needs_more'), 1, NULL)
    ) STORED COMMENT 'NULL unless it waits, so that one can wait a person',
    revision INT UNSIGNED NOT NULL DEFAULT 1
    COMMENT 'Counts what the person changes: nobody decides on what they have not seen',
    decided_at DATETIME NULL COMMENT 'UTC; also when more was asked for',
    decided_by BIGINT UNSIGNED NULL COMMENT 'users.id of the admin; NULL: nobody yet, or gone',
    decided_reason VARCHAR(1000) NULL COMMENT 'Words for the person',
    files_removed_at DATETIME NULL COMMENT 'UTC; when the contents of the documents went',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_verification_queue_user_id_is_open (user_id, is_open),
    KEY ix_verification_queue_user_id_status_kind (user_id, status, kind),
    KEY ix_verification_queue_status_id (status, id),
    KEY ix_verification_queue_status_kind_id (status, kind, id),
    KEY ix_verification_queue_files_removed_at_decided_at (files_removed_at, decided_at),
    KEY ix_verification_queue_decided_by (decided_by),
    KEY ix_verification_queue_created_by (created_by),
    KEY ix_verification_queue_updated_by (updated_by),
    CONSTRAINT fk_verification_queue_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_verification_queue_decided_by FOREIGN KEY (decided_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_verification_queue_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_verification_queue_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_verification_queue_submitted_documents CHECK (
        JSON_TYPE(submitted_documents) = 'ARRAY'
        AND JSON_LENGTH(submitted_documents) BETWEEN 1 AND 5
    ),
    CONSTRAINT ck_verification_queue_decided_at CHECK (
        status NOT IN ('needs_more', 'approved', 'rejected') OR decided_at IS NOT NULL
    ),
    CONSTRAINT ck_verification_queue_decided_reason CHECK (
        status NOT IN ('needs_more', 'rejected') OR decided_reason IS NOT NULL
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'People who prove what they are by documents, and what the office says to that';

CREATE TABLE verification_files (
    verification_id BIGINT UNSIGNED NOT NULL,
    media_file_id BIGINT UNSIGNED NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (verification_id, media_file_id),
    KEY ix_verification_files_media_file_id (media_file_id),
    KEY ix_verification_files_created_by (created_by),
    CONSTRAINT fk_verification_files_verification_id FOREIGN KEY (verification_id)
    REFERENCES verification_queue (id) ON DELETE CASCADE,
    CONSTRAINT fk_verification_files_media_file_id FOREIGN KEY (media_file_id)
    REFERENCES media_files (id) ON DELETE RESTRICT,
    CONSTRAINT fk_verification_files_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Contents of submitted documents: kept as long as a row says so';
