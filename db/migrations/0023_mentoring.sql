-- 0023_mentoring: what alumni can be asked for, who asked them, and what became of it.

ALTER TABLE throttles
    MODIFY kind ENUM(
        'sign_in', 'register', 'recover', 'confirm', 'contact', 'feedback', 'report', 'message',
        'post', 'request', 'comment', 'reference'
    ) NOT NULL;

-- Suggestions walk a few people of a company or an industry, whatever the number of members.
ALTER TABLE alumni_profiles
    ADD KEY ix_alumni_profiles_current_company (current_company, user_id),
    ADD KEY ix_alumni_profiles_industry (industry, user_id);

CREATE TABLE mentoring_offers (
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of the alumnus',
    is_open TINYINT(1) NOT NULL DEFAULT 0 COMMENT '1: can be asked',
    capacity TINYINT UNSIGNED NOT NULL DEFAULT 2
    COMMENT 'Accepted requests at a time; lowered, it throws nobody out',
    paused_until DATETIME NULL COMMENT 'UTC; until then nobody can ask; NULL: no pause',
    note VARCHAR(500) NULL COMMENT 'What people should know before they ask',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (user_id),
    KEY ix_mentoring_offers_is_open_user_id (is_open, user_id),
    KEY ix_mentoring_offers_created_by (created_by),
    KEY ix_mentoring_offers_updated_by (updated_by),
    CONSTRAINT fk_mentoring_offers_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_mentoring_offers_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_mentoring_offers_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_mentoring_offers_capacity CHECK (capacity BETWEEN 1 AND 20)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Whether an alumnus can be asked, and how many at a time; no row: cannot be asked';

CREATE TABLE mentoring_offer_kinds (
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of the alumnus',
    kind ENUM('reference', 'guidance', 'mentorship') NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, kind),
    CONSTRAINT fk_mentoring_offer_kinds_user_id FOREIGN KEY (user_id)
    REFERENCES mentoring_offers (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'For what an alumnus can be asked';

CREATE TABLE reference_requests (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    requester_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who asks',
    alumnus_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who is asked',
    kind ENUM('reference', 'guidance', 'mentorship') NOT NULL,
    purpose VARCHAR(200) NOT NULL COMMENT 'In a sentence: what it is for',
    company VARCHAR(120) NULL COMMENT 'Where the requester wants to go',
    position VARCHAR(120) NULL COMMENT 'As what',
    message TEXT NOT NULL COMMENT 'Plain text',
    answer VARCHAR(1000) NULL COMMENT 'The words of the alumnus when accepting or declining',
    status ENUM(
        'requested', 'accepted', 'declined', 'withdrawn', 'expired', 'completed', 'ended'
    ) NOT NULL DEFAULT 'requested',
    expires_at DATETIME NOT NULL COMMENT 'UTC; without an answer until then it expires',
    answered_at DATETIME NULL COMMENT 'UTC; accepted or declined',
    completed_at DATETIME NULL COMMENT 'UTC',
    rating TINYINT UNSIGNED NULL COMMENT 'By the requester, 1 to 5',
    feedback VARCHAR(1000) NULL COMMENT 'By the requester, for the alumnus',
    conversation_id BIGINT UNSIGNED NULL COMMENT 'The thread of the two, from the acceptance on',
    open_alumnus_id BIGINT UNSIGNED GENERATED ALWAYS AS (
        IF(status IN ('requested', 'accepted') AND is_deleted = 0, alumnus_id, NULL)
    ) STORED COMMENT 'alumnus_id of what is not finished: one of a pair; else NULL',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_reference_requests_open (requester_id, open_alumnus_id),
    KEY ix_reference_requests_requester_id_is_deleted_id (requester_id, is_deleted, id),
    KEY ix_reference_requests_alumnus_id_is_deleted_id (alumnus_id, is_deleted, id),
    KEY ix_reference_requests_waiting (alumnus_id, is_deleted, status, expires_at),
    KEY ix_reference_requests_due (is_deleted, status, expires_at),
    KEY ix_reference_requests_conversation_id (conversation_id),
    KEY ix_reference_requests_created_by (created_by),
    KEY ix_reference_requests_updated_by (updated_by),
    CONSTRAINT fk_reference_requests_requester_id FOREIGN KEY (requester_id)
    REFERENCES users (id) ON DELETE RESTRICT,
    CONSTRAINT fk_reference_requests_alumnus_id FOREIGN KEY (alumnus_id)
    REFERENCES users (id) ON DELETE RESTRICT,
    CONSTRAINT fk_reference_requests_conversation_id FOREIGN KEY (conversation_id)
    REFERENCES conversations (id) ON DELETE SET NULL,
    CONSTRAINT fk_reference_requests_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_reference_requests_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_reference_requests_alumnus_id CHECK (requester_id <> alumnus_id),
    CONSTRAINT ck_reference_requests_purpose CHECK (TRIM(purpose) <> ''),
    CONSTRAINT ck_reference_requests_answered_at CHECK (
        (answered_at IS NOT NULL) = (status IN ('accepted', 'declined', 'completed', 'ended'))
    ),
    CONSTRAINT ck_reference_requests_completed_at CHECK (
        (completed_at IS NOT NULL) = (status = 'completed')
    ),
    CONSTRAINT ck_reference_requests_rating CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT ck_reference_requests_rated CHECK (
        (status = 'completed' OR rating IS NULL) AND (rating IS NOT NULL OR feedback IS NULL)
    ),
    CONSTRAINT ck_reference_requests_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Students and alumni ask an alumnus for a reference, for guidance or to be their mentor';

CREATE TABLE reference_request_moves (
    from_status ENUM(
        'requested', 'accepted', 'declined', 'withdrawn', 'expired', 'completed', 'ended'
    ) NOT NULL,
    to_status ENUM(
        'requested', 'accepted', 'declined', 'withdrawn', 'expired', 'completed', 'ended'
    ) NOT NULL,
    mover ENUM('requester', 'alumnus', 'clock') NOT NULL COMMENT 'Who or what may make this move',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (from_status, to_status, mover),
    CONSTRAINT ck_reference_request_moves_to_status CHECK (from_status <> to_status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The sensible moves of a request: the workflow, as data';

-- The workflow is part of the structure: history rows refer to its moves.
INSERT INTO reference_request_moves (from_status, to_status, mover) VALUES
('requested', 'accepted', 'alumnus'),
('requested', 'declined', 'alumnus'),
('requested', 'withdrawn', 'requester'),
('requested', 'expired', 'clock'),
('accepted', 'completed', 'requester'),
('accepted', 'completed', 'alumnus'),
('accepted', 'ended', 'requester'),
('accepted', 'ended', 'alumnus');

CREATE TABLE reference_request_history (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    request_id BIGINT UNSIGNED NOT NULL,
    from_status ENUM(
        'requested', 'accepted', 'declined', 'withdrawn', 'expired', 'completed', 'ended'
    ) NULL COMMENT 'NULL: it was asked',
    to_status ENUM(
        'requested', 'accepted', 'declined', 'withdrawn', 'expired', 'completed', 'ended'
    ) NOT NULL,
    mover ENUM('requester', 'alumnus', 'clock') NOT NULL,
    note VARCHAR(500) NULL COMMENT 'Words for the other side, where a move ended it',
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id: who made the move; NULL: the clock',
    PRIMARY KEY (id),
    KEY ix_reference_request_history_request_id_id (request_id, id),
    KEY ix_reference_request_history_move (from_status, to_status, mover),
    KEY ix_reference_request_history_created_by (created_by),
    CONSTRAINT fk_reference_request_history_request_id FOREIGN KEY (request_id)
    REFERENCES reference_requests (id) ON DELETE CASCADE,
    CONSTRAINT fk_reference_request_history_move FOREIGN KEY (from_status, to_status, mover)
    REFERENCES reference_request_moves (from_status, to_status, mover) ON DELETE RESTRICT,
    CONSTRAINT fk_reference_request_history_created_by FOREIGN KEY (created_by)
    REFERENCES users (id) ON DELETE SET NULL,
    CONSTRAINT ck_reference_request_history_first CHECK (
        from_status IS NOT NULL OR (to_status = 'requested' AND mover = 'requester')
    )
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Every state a request was in; only moves of reference_request_moves can be written';

CREATE TABLE reference_goals (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    request_id BIGINT UNSIGNED NOT NULL,
    position SMALLINT UNSIGNED NOT NULL COMMENT 'Place in the list',
    title VARCHAR(200) NOT NULL,
    is_done TINYINT(1) NOT NULL DEFAULT 0,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id of who of the two set it',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_reference_goals_request_id_position (request_id, position),
    KEY ix_reference_goals_created_by (created_by),
    KEY ix_reference_goals_updated_by (updated_by),
    CONSTRAINT fk_reference_goals_request_id FOREIGN KEY (request_id)
    REFERENCES reference_requests (id) ON DELETE CASCADE,
    CONSTRAINT fk_reference_goals_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_reference_goals_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_reference_goals_title CHECK (TRIM(title) <> '')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What the two of an accepted request have agreed on';

CREATE TABLE suggestion_weights (
    name ENUM('skill', 'degree', 'company', 'industry', 'campus', 'place') NOT NULL,
    label VARCHAR(60) NOT NULL COMMENT 'As the reason begins, before what it is',
    weight TINYINT UNSIGNED NOT NULL COMMENT 'Points for each; 0: said, but does not count',
    most_count TINYINT UNSIGNED NOT NULL COMMENT 'How many of it count at most',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (name),
    CONSTRAINT ck_suggestion_weights_most_count CHECK (most_count >= 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What makes somebody a good suggestion, and how much';
