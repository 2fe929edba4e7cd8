-- 0001_identity: who may sign in, and the proofs (sessions, tokens, attempts) around it.
--
-- A person is one row of users, whatever they are at the university; what is known about them as a
-- student or as an alumnus is in the profile tables. Tokens are stored as SHA-256 only: whoever
-- reads the tables cannot use them.

CREATE TABLE roles (
    id TINYINT UNSIGNED NOT NULL AUTO_INCREMENT,
    name VARCHAR(20) NOT NULL COMMENT 'admin, alumni or student: the words that procedures compare',
    description VARCHAR(200) NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uq_roles_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What a person is allowed to be: alumni office, alumnus, student';

-- Every account has a role from its first moment, so the roles are born with their table.
INSERT INTO roles (id, name, description) VALUES
(1, 'admin', 'The alumni office: runs the platform'),
(2, 'alumni', 'A graduate of the university'),
(3, 'student', 'Studies at the university now');

CREATE TABLE users (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    email VARCHAR(254) NOT NULL COMMENT 'Sign-in name and address for mail; compared without case',
    password_hash VARCHAR(255) NOT NULL COMMENT 'Argon2id in PHC string form; made by the client',
    role_id TINYINT UNSIGNED NOT NULL,
    status ENUM('pending', 'active', 'rejected', 'blocked') NOT NULL DEFAULT 'pending'
    COMMENT 'pending until the address is confirmed and, where the settings ask, an admin agrees',
    status_reason VARCHAR(500) NULL COMMENT 'Why rejected or blocked, in words for the person',
    email_verified_at DATETIME NULL COMMENT 'UTC; NULL until the address is confirmed',
    approved_at DATETIME NULL COMMENT 'UTC; when an admin agreed, or the rules did by themselves',
    last_signed_in_at DATETIME NULL COMMENT 'UTC',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id; NULL: registered by themselves',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_users_email (email),
    KEY ix_users_role_id_status (role_id, status),
    KEY ix_users_status_approved_at (status, approved_at, email_verified_at),
    KEY ix_users_created_by (created_by),
    KEY ix_users_updated_by (updated_by),
    CONSTRAINT fk_users_role_id FOREIGN KEY (role_id) REFERENCES roles (id) ON DELETE RESTRICT,
    CONSTRAINT fk_users_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_users_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_users_email CHECK (email LIKE '_%@_%'),
    CONSTRAINT ck_users_password_hash CHECK (password_hash LIKE '$argon2id$%'),
    CONSTRAINT ck_users_active CHECK (
        status <> 'active' OR (email_verified_at IS NOT NULL AND approved_at IS NOT NULL)
    ),
    CONSTRAINT ck_users_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'One account a person';

CREATE TABLE user_sessions (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the 256-bit token in the cookie',
    is_remembered TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'The longer of the two lives was asked for',
    client_address VARCHAR(45) NULL COMMENT 'IPv4 or IPv6 address at sign-in',
    user_agent VARCHAR(255) NULL COMMENT 'Browser at sign-in, as it names itself',
    last_seen_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
    COMMENT 'UTC; written at most once a minute',
    idle_expires_at DATETIME NOT NULL COMMENT 'UTC; moves with every use',
    expires_at DATETIME NOT NULL COMMENT 'UTC; absolute end, never moves',
    revoked_at DATETIME NULL COMMENT 'UTC; signed out, or ended for the person',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uq_user_sessions_token_hash (token_hash),
    KEY ix_user_sessions_user_id_revoked_at (user_id, revoked_at),
    KEY ix_user_sessions_expires_at (expires_at),
    CONSTRAINT fk_user_sessions_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT ck_user_sessions_idle_expires_at CHECK (idle_expires_at <= expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Signed-in browsers; a row is the right to act as its person';

CREATE TABLE email_verification_tokens (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the token in the mail',
    expires_at DATETIME NOT NULL COMMENT 'UTC',
    used_at DATETIME NULL COMMENT 'UTC; a token works once',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uq_email_verification_tokens_token_hash (token_hash),
    KEY ix_email_verification_tokens_user_id_created_at (user_id, created_at),
    KEY ix_email_verification_tokens_expires_at (expires_at),
    CONSTRAINT fk_email_verification_tokens_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Links that confirm an address';

CREATE TABLE password_reset_tokens (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NOT NULL,
    token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the token in the mail',
    expires_at DATETIME NOT NULL COMMENT 'UTC',
    used_at DATETIME NULL COMMENT 'UTC; a token works once',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uq_password_reset_tokens_token_hash (token_hash),
    KEY ix_password_reset_tokens_user_id_created_at (user_id, created_at),
    KEY ix_password_reset_tokens_expires_at (expires_at),
    CONSTRAINT fk_password_reset_tokens_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Links that allow to set a new password';

CREATE TABLE sign_in_attempts (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id BIGINT UNSIGNED NULL COMMENT 'NULL: no account has the address that was typed',
    email VARCHAR(254) NOT NULL COMMENT 'As typed, whether or not an account has it',
    client_address VARCHAR(45) NULL COMMENT 'IPv4 or IPv6 address; NULL: from a database client',
    compared_digest BINARY(32) NULL
    COMMENT 'SHA-256 of the password hash that the password is compared with',
    outcome ENUM('pending', 'succeeded', 'failed') NOT NULL DEFAULT 'pending'
    COMMENT 'pending: the password is being looked at',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    KEY ix_sign_in_attempts_user_id (user_id, id),
    KEY ix_sign_in_attempts_created_at (created_at),
    CONSTRAINT fk_sign_in_attempts_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Tries to sign in: a session is opened for one of them, once';

CREATE TABLE throttles (
    kind ENUM('sign_in', 'register', 'recover', 'confirm') NOT NULL,
    scope ENUM('account', 'address') NOT NULL,
    subject VARCHAR(254) NOT NULL COMMENT 'The email, or the client''s address',
    attempts_count SMALLINT UNSIGNED NOT NULL COMMENT 'In the window',
    window_ends_at DATETIME NOT NULL COMMENT 'UTC; afterwards counting begins anew',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (kind, scope, subject),
    KEY ix_throttles_window_ends_at (window_ends_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Tries by account and by address: one row to lock, however many try at once';

CREATE TABLE idempotency_keys (
    actor_id BIGINT UNSIGNED NOT NULL,
    procedure_name VARCHAR(64) NOT NULL,
    idempotency_key VARCHAR(64) NOT NULL COMMENT 'Random, made with the form',
    result_id BIGINT UNSIGNED NOT NULL COMMENT 'Id of what the first call created',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (actor_id, procedure_name, idempotency_key),
    KEY ix_idempotency_keys_created_at (created_at),
    CONSTRAINT fk_idempotency_keys_actor_id FOREIGN KEY (actor_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Creations already made: a form sent twice creates once';
