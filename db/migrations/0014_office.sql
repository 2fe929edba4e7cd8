-- 0014_office: the tamper-evident audit log, the office's view of accounts, lookups, settings.
--
-- The audit log is a hash chain. Three rules shape it:
--
-- 1. Nobody waits for the chain. A transaction that audits writes its row and a row of
--    audit_pending, and touches nothing that another one touches. A later, small transaction
--    (audit_seal) locks the one row of audit_heads and appends what is committed to audit_seals, in
--    a sequence of its own: ids of the log commit out of order and have gaps (rollbacks), positions
--    have neither. Only sealing takes that lock, so it cannot be part of a deadlock.
-- 2. The chain covers digests, not content. What is personal (the states before and after; where
--    the request came from) enters the hash of a row as a salted SHA-256 only. Erasing a person
--    removes content and salt together, so that the digest that stays tells nothing, and every hash
--    of the chain still fits.
-- 3. Erased is not altered. A salt may be missing only where its person has been erased
--    (users.erased_at); anywhere else verification says that the row was altered.
--
-- Hash of a row: SHA-256 of its id, actor, action, subject, database account, time and the two
-- digests (_audit_row_hash_of). Hash of a seal: SHA-256 of the hash before and that of the row.
-- Whoever may write every table can forge a whole new chain: so note the last hash, which
-- audit_verify tells, somewhere else now and then.

ALTER TABLE admin_activity_log
    ADD COLUMN state_salt BINARY(16) NULL
    COMMENT 'Random; NULL: the states have been erased with their person' AFTER database_user,
    ADD COLUMN state_digest BINARY(32) NULL
    COMMENT 'SHA-256 of the salt and both states; stays when they are erased' AFTER state_salt,
    ADD COLUMN origin_salt BINARY(16) NULL
    COMMENT 'Random; NULL: address and request have been erased with the actor' AFTER state_digest,
    ADD COLUMN origin_digest BINARY(32) NULL
    COMMENT 'SHA-256 of the salt, address and request; stays' AFTER origin_salt,
    ADD KEY ix_admin_activity_log_action_id (action, id),
    ADD KEY ix_admin_activity_log_subject_table_id (subject_table, id),
    ADD KEY ix_admin_activity_log_created_at_id (created_at, id);

-- Rows of before get their digests now: from left to right, the salt first.
UPDATE admin_activity_log
SET
    updated_at = updated_at,
    state_salt = RANDOM_BYTES(16),
    state_digest = UNHEX(SHA2(
        CONCAT(HEX(state_salt), JSON_ARRAY(before_state, after_state)), 256
    )),
    origin_salt = RANDOM_BYTES(16),
    origin_digest = UNHEX(SHA2(
        CONCAT(HEX(origin_salt), JSON_ARRAY(client_address, request_id)), 256
    ))
WHERE state_digest IS NULL;

ALTER TABLE admin_activity_log
    MODIFY state_digest BINARY(32) NOT NULL
    COMMENT 'SHA-256 of the salt and both states; stays when they are erased',
    MODIFY origin_digest BINARY(32) NOT NULL
    COMMENT 'SHA-256 of the salt, address and request; stays';

-- Who did something stays named: accounts are erased, never deleted.
ALTER TABLE admin_activity_log DROP FOREIGN KEY fk_admin_activity_log_actor_id;

ALTER TABLE admin_activity_log
    ADD CONSTRAINT fk_admin_activity_log_actor_id FOREIGN KEY (actor_id) REFERENCES users (id)
    ON DELETE RESTRICT;

CREATE TABLE audit_pending (
    log_id BIGINT UNSIGNED NOT NULL COMMENT 'admin_activity_log.id',
    row_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the row as it was written',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (log_id),
    CONSTRAINT fk_audit_pending_log_id FOREIGN KEY (log_id) REFERENCES admin_activity_log (id)
    ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Rows of the audit log that wait for their place in the chain, for seconds';

CREATE TABLE audit_seals (
    position BIGINT UNSIGNED NOT NULL COMMENT 'Place in the chain: 1, 2, 3 and so on, no gaps',
    log_id BIGINT UNSIGNED NOT NULL COMMENT 'admin_activity_log.id',
    row_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the row as it was written',
    chain_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the chain_hash before and of row_hash',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (position),
    UNIQUE KEY uq_audit_seals_log_id (log_id),
    CONSTRAINT fk_audit_seals_log_id FOREIGN KEY (log_id) REFERENCES admin_activity_log (id)
    ON DELETE RESTRICT,
    CONSTRAINT ck_audit_seals_position CHECK (position > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The hash chain over the audit log';

CREATE TABLE audit_heads (
    id TINYINT UNSIGNED NOT NULL DEFAULT 1,
    position BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Last place that is taken; 0: none',
    chain_hash BINARY(32) NOT NULL COMMENT 'Of that place; zeros before the first',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    CONSTRAINT ck_audit_heads_id CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'End of the chain, and the lock of those who append; exactly one row';

INSERT INTO audit_heads (id, position, chain_hash) VALUES (1, 0, REPEAT(x'00', 32));

INSERT IGNORE INTO audit_pending (log_id, row_hash)
SELECT
    id,
    UNHEX(SHA2(
        JSON_ARRAY(
            id, actor_id, action, subject_table, subject_id, database_user,
            CAST(created_at AS CHAR), HEX(state_digest), HEX(origin_digest)
        ), 256
    ))
FROM admin_activity_log;

-- What the office looks for: any account, in any state, by any of its names.
ALTER TABLE users
    ADD COLUMN state VARCHAR(10) GENERATED ALWAYS AS (
        CASE
            WHEN erased_at IS NOT NULL THEN 'erased'
            WHEN is_deleted = 1 THEN 'deleted'
            ELSE status
        END
    ) VIRTUAL COMMENT 'status, deleted (can come back) or erased: one word for the office'
    AFTER erased_at,
    ADD KEY ix_users_state_id (state, id),
    ADD KEY ix_users_role_id_state_id (role_id, state, id),
    ADD KEY ix_users_role_id (role_id);

CREATE TABLE account_terms (
    user_id BIGINT UNSIGNED NOT NULL,
    term VARCHAR(40) NOT NULL COMMENT 'Folded by search_terms_of()',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, term),
    KEY ix_account_terms_term_user_id (term, user_id),
    CONSTRAINT fk_account_terms_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT
= 'Words of names and address of every account: for the office only, unlike directory_terms';

-- Lookups.
ALTER TABLE skill_domains
    ADD COLUMN is_retired TINYINT(1) NOT NULL DEFAULT 0
    COMMENT 'Kept for the skills in it, not offered for new ones' AFTER name;

-- No foreign key: its lock on a person would wait for those who save their profile, while they
-- wait for the lookup that is renamed. What is gone when its turn comes is skipped.
CREATE TABLE search_rewrites (
    subject ENUM('person', 'job') NOT NULL,
    subject_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id or job_postings.id',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (subject, subject_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Whose search words are made anew in a moment, because a lookup was renamed';

-- Settings say what they take.
ALTER TABLE settings
    ADD COLUMN kind ENUM('boolean', 'integer', 'text', 'internal') NULL
    COMMENT 'What a value is; internal: not for the office. NULL: set by reference data at once'
    AFTER description,
    ADD COLUMN least INT UNSIGNED NULL COMMENT 'Of an integer' AFTER kind,
    ADD COLUMN most INT UNSIGNED NULL COMMENT 'Of an integer' AFTER least,
    ADD COLUMN default_value VARCHAR(500) NULL COMMENT 'As delivered' AFTER most,
    ADD CONSTRAINT ck_settings_most CHECK (least <= most),
    ADD CONSTRAINT ck_settings_bounds CHECK (
        kind <> 'integer' OR (least IS NOT NULL AND most IS NOT NULL)
    );
