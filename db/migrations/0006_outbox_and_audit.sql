-- 0006_outbox_and_audit: mail that waits to be sent, and what was done by whom.

CREATE TABLE mail_outbox (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    recipient_id BIGINT UNSIGNED NULL COMMENT 'users.id; NULL: an address without an account',
    email VARCHAR(254) NOT NULL COMMENT 'Where it goes, as it was when the fact happened',
    template VARCHAR(60) NOT NULL COMMENT 'Name of the mail in the shell''s templates',
    data JSON NOT NULL COMMENT 'What the template shows; secrets are removed once it is sent',
    fact_key VARCHAR(120) NOT NULL COMMENT 'Names the fact: one mail a fact, never two',
    status ENUM('queued', 'leased', 'sent', 'failed') NOT NULL DEFAULT 'queued',
    attempts_count TINYINT UNSIGNED NOT NULL DEFAULT 0,
    next_attempt_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'UTC',
    leased_by VARCHAR(80) NULL COMMENT 'Name of the sender that works on it',
    leased_until DATETIME NULL COMMENT 'UTC; afterwards another sender may take it',
    sent_at DATETIME NULL COMMENT 'UTC',
    last_error VARCHAR(500) NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id: whose act caused it',
    PRIMARY KEY (id),
    UNIQUE KEY uq_mail_outbox_fact_key (fact_key),
    KEY ix_mail_outbox_status_next_attempt_at (status, next_attempt_at),
    KEY ix_mail_outbox_status_leased_until (status, leased_until),
    KEY ix_mail_outbox_recipient_id (recipient_id),
    KEY ix_mail_outbox_created_by (created_by),
    CONSTRAINT fk_mail_outbox_recipient_id FOREIGN KEY (recipient_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_mail_outbox_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_mail_outbox_lease CHECK (
        (status = 'leased') = (leased_by IS NOT NULL AND leased_until IS NOT NULL)
    ),
    CONSTRAINT ck_mail_outbox_sent_at CHECK ((status = 'sent') = (sent_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Mail written in the transaction of its fact, sent afterwards';

CREATE TABLE admin_activity_log (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    actor_id BIGINT UNSIGNED NULL COMMENT 'users.id; NULL: a database client or the scheduler',
    action VARCHAR(64) NOT NULL COMMENT 'Name of the procedure that did it',
    subject_table VARCHAR(64) NOT NULL,
    subject_id BIGINT UNSIGNED NOT NULL,
    before_state JSON NULL COMMENT 'The changed columns as they were; NULL: created',
    after_state JSON NULL COMMENT 'The changed columns as they are; NULL: gone',
    client_address VARCHAR(45) NULL,
    request_id VARCHAR(64) NULL COMMENT 'Finds the line in the web''s log',
    database_user VARCHAR(288) NOT NULL COMMENT 'The account that called, as USER() names it',
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    KEY ix_admin_activity_log_actor_id_id (actor_id, id),
    KEY ix_admin_activity_log_subject (subject_table, subject_id, id),
    CONSTRAINT fk_admin_activity_log_actor_id FOREIGN KEY (actor_id) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Every change of rights or state, with before and after';
