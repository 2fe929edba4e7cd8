-- 0004_media_files: uploaded files, each content once.
--
-- Files live in the database: they are part of the transaction, of the backup and of the access
-- rules. What a file is called and who may read it belongs to the row that refers to it.

CREATE TABLE media_files (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    sha256 BINARY(32) NOT NULL COMMENT 'Of the content; the same file is stored once',
    media_type VARCHAR(100) NOT NULL COMMENT 'As found in the content, not as claimed',
    byte_size INT UNSIGNED NOT NULL,
    content LONGBLOB NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id of the first to upload it',
    PRIMARY KEY (id),
    UNIQUE KEY uq_media_files_sha256 (sha256),
    KEY ix_media_files_created_by (created_by),
    CONSTRAINT fk_media_files_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_media_files_byte_size CHECK (byte_size BETWEEN 1 AND 16777216),
    CONSTRAINT ck_media_files_content CHECK (LENGTH(content) = byte_size)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Uploaded files by content';
