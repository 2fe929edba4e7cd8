-- 0010_account_lifecycle: another address, graduation, leaving, and what is personal.

ALTER TABLE users
    ADD COLUMN erased_at DATETIME NULL
    COMMENT 'UTC; when personal data was removed, 30 days after deletion' AFTER deleted_at,
    ADD KEY ix_users_is_deleted_erased_at_deleted_at (is_deleted, erased_at, deleted_at),
    ADD CONSTRAINT ck_users_erased_at CHECK (erased_at IS NULL OR is_deleted = 1);

-- The CV of who has left for good is removed; that they applied remains.
ALTER TABLE job_applications
    MODIFY cv_upload BIGINT UNSIGNED NULL
    COMMENT 'media_files.id of the CV; NULL: the applicant has left for good';

-- What was typed with an address is found by it, so that erasing a person reads their rows only.
ALTER TABLE sign_in_attempts ADD KEY ix_sign_in_attempts_email (email);

CREATE TABLE account_tokens (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    purpose ENUM('change_email', 'restore') NOT NULL,
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the token in the mail',
    new_email VARCHAR(254) NULL COMMENT 'What the address becomes',
    expires_at DATETIME NOT NULL COMMENT 'UTC',
    used_at DATETIME NULL COMMENT 'UTC; used, or replaced by a later one',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uq_account_tokens_token_hash (token_hash),
    KEY ix_account_tokens_user_id_purpose (user_id, purpose),
    KEY ix_account_tokens_expires_at (expires_at),
    CONSTRAINT fk_account_tokens_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT ck_account_tokens_new_email CHECK (
        (purpose = 'change_email') = (new_email IS NOT NULL)
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Links that change an address or bring an account back';

CREATE TABLE graduation_requests (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    degree_id BIGINT UNSIGNED NOT NULL,
    graduation_year SMALLINT UNSIGNED NOT NULL,
    note VARCHAR(500) NULL COMMENT 'Of the student to the office',
    status ENUM('pending', 'approved', 'rejected', 'withdrawn') NOT NULL DEFAULT 'pending',
    is_pending TINYINT(1) GENERATED ALWAYS AS (IF(status = 'pending', 1, NULL)) STORED
    COMMENT 'NULL unless pending, so that one can be pending a person',
    decided_at DATETIME NULL COMMENT 'UTC',
    decided_reason VARCHAR(500) NULL COMMENT 'Words for the student',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id: who decided',
    PRIMARY KEY (id),
    UNIQUE KEY uq_graduation_requests_user_id_is_pending (user_id, is_pending),
    KEY ix_graduation_requests_status_id (status, id),
    KEY ix_graduation_requests_degree_id (degree_id),
    KEY ix_graduation_requests_created_by (created_by),
    KEY ix_graduation_requests_updated_by (updated_by),
    CONSTRAINT fk_graduation_requests_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_graduation_requests_degree_id FOREIGN KEY (degree_id) REFERENCES degrees (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_graduation_requests_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_graduation_requests_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_graduation_requests_graduation_year
    CHECK (graduation_year BETWEEN 1900 AND 2200),
    CONSTRAINT ck_graduation_requests_decided_at CHECK (
        (status IN ('approved', 'rejected')) = (decided_at IS NOT NULL)
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Students who say that they have graduated; the office decides';

CREATE TABLE personal_tables (
    name VARCHAR(64) NOT NULL,
    person_condition VARCHAR(500) NOT NULL
    COMMENT 'SQL over the table''s columns: which rows are about @person_id (or @person_email)',
    erasure ENUM('delete', 'update') NOT NULL
    COMMENT 'delete: the rows go; update: they stay, their personal columns are overwritten',
    position SMALLINT UNSIGNED NOT NULL COMMENT 'Order of erasure: children before parents',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Where something about a person is stored: read by erasure and by self-export';

CREATE TABLE personal_columns (
    table_name VARCHAR(64) NOT NULL,
    column_name VARCHAR(64) NOT NULL,
    replacement VARCHAR(200) NULL
    COMMENT 'SQL that overwrites it on erasure; NULL: it goes with its row, or stays',
    is_exported TINYINT(1) NOT NULL DEFAULT 1
    COMMENT '0: a secret, or somebody else''s words: not part of what a person downloads',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (table_name, column_name),
    CONSTRAINT fk_personal_columns_table_name FOREIGN KEY (table_name)
    REFERENCES personal_tables (name) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Columns that hold what a person is or has done; every such column must be here';
