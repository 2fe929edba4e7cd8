-- 0021_messages: what two people write to each other, and what is told to browsers at once.

CREATE TABLE conversations (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_one_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id, the smaller of the two',
    user_two_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id, the larger of the two',
    state ENUM('open', 'requested', 'declined') NOT NULL
    COMMENT 'requested: waits until who did not begin it accepts; declined: they did not',
    last_message_at DATETIME(6) NULL COMMENT 'UTC; kept by tr_message_insert; NULL: none yet',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id: who wrote first',
    PRIMARY KEY (id),
    UNIQUE KEY uq_conversations_user_one_id_user_two_id (user_one_id, user_two_id),
    KEY ix_conversations_user_two_id (user_two_id),
    KEY ix_conversations_created_by (created_by),
    CONSTRAINT fk_conversations_user_one_id FOREIGN KEY (user_one_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_conversations_user_two_id FOREIGN KEY (user_two_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_conversations_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_conversations_user_two_id CHECK (user_one_id < user_two_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Two people who write to each other; one row a pair';

CREATE TABLE messages (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    conversation_id BIGINT UNSIGNED NOT NULL,
    sender_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id, one of the two',
    body TEXT NOT NULL COMMENT 'Plain text; may be empty where something is attached',
    sent_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'Taken back by its sender, for both',
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    KEY ix_messages_conversation_id_id (conversation_id, id),
    KEY ix_messages_sender_id_id (sender_id, id),
    CONSTRAINT fk_messages_conversation_id FOREIGN KEY (conversation_id)
    REFERENCES conversations (id) ON DELETE CASCADE,
    CONSTRAINT fk_messages_sender_id FOREIGN KEY (sender_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT ck_messages_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Messages; in a conversation, the order of ids is the order of sending';

CREATE TABLE conversation_participants (
    user_id BIGINT UNSIGNED NOT NULL,
    conversation_id BIGINT UNSIGNED NOT NULL,
    other_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of the other one',
    folder ENUM('inbox', 'requests', 'archive') NOT NULL DEFAULT 'inbox',
    last_message_id BIGINT UNSIGNED NULL
    COMMENT 'messages.id: the newest that this one sees; orders the inbox; NULL: sees none',
    last_read_id BIGINT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'messages.id up to which this one has read; 0: nothing',
    receipt_id BIGINT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'As last_read_id, as far as the other one may know',
    unread_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Messages of the other one after last_read_id that are not taken back or removed',
    is_unread TINYINT(1) GENERATED ALWAYS AS (IF(unread_count > 0, 1, NULL)) STORED,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, conversation_id),
    UNIQUE KEY uq_conversation_participants_conversation_id (conversation_id, user_id),
    UNIQUE KEY uq_conversation_participants_other_id (other_id, user_id),
    KEY ix_conversation_participants_folder (user_id, folder, last_message_id),
    KEY ix_conversation_participants_is_unread (user_id, is_unread, folder),
    CONSTRAINT fk_conversation_participants_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_conversation_participants_other_id FOREIGN KEY (other_id)
    REFERENCES users (id) ON DELETE RESTRICT,
    CONSTRAINT fk_conversation_participants_conversation_id FOREIGN KEY (conversation_id)
    REFERENCES conversations (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'A conversation as one of the two sees it: the inbox reads these rows and no others';

CREATE TABLE message_removals (
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who does not want to see it any more',
    message_id BIGINT UNSIGNED NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, message_id),
    KEY ix_message_removals_message_id (message_id),
    CONSTRAINT fk_message_removals_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_message_removals_message_id FOREIGN KEY (message_id) REFERENCES messages (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Messages that one of the two has deleted for themselves';

CREATE TABLE message_attachments (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    message_id BIGINT UNSIGNED NOT NULL,
    media_file_id BIGINT UNSIGNED NOT NULL,
    file_name VARCHAR(255) NOT NULL COMMENT 'As the sender calls it',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    KEY ix_message_attachments_message_id (message_id),
    KEY ix_message_attachments_media_file_id (media_file_id),
    CONSTRAINT fk_message_attachments_message_id FOREIGN KEY (message_id) REFERENCES messages (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_message_attachments_media_file_id FOREIGN KEY (media_file_id)
    REFERENCES media_files (id) ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Files that come with a message';

-- By person, so that a search reads the searcher's own words and nobody else's; FULLTEXT would
-- build the list of all messages of the platform with a word first.
CREATE TABLE message_terms (
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who finds the message by it',
    term VARCHAR(40) NOT NULL COMMENT 'Folded by search_terms_of',
    message_id BIGINT UNSIGNED NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, term, message_id),
    KEY ix_message_terms_message_id (message_id),
    CONSTRAINT fk_message_terms_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_message_terms_message_id FOREIGN KEY (message_id) REFERENCES messages (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Words by which the two of a conversation find its messages';

CREATE TABLE message_settings (
    user_id BIGINT UNSIGNED NOT NULL,
    has_receipts TINYINT(1) NOT NULL DEFAULT 1
    COMMENT '0: nobody sees what this one has read, and this one sees it of nobody',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id),
    CONSTRAINT fk_message_settings_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'How a person wants to write; no row: as the defaults say';

-- The order in which a person's live events were committed: who writes one holds this row.
CREATE TABLE live_streams (
    recipient_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id',
    last_sequence BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'live_events.sequence of the newest',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (recipient_id),
    CONSTRAINT fk_live_streams_recipient_id FOREIGN KEY (recipient_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'One counter a person, so that their live events have an order without gaps';

CREATE TABLE live_events (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT
    COMMENT 'What a process polls by; not the order of committing',
    recipient_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of whose browser is told',
    sequence BIGINT UNSIGNED NOT NULL
    COMMENT 'Counts a person''s events without gaps, in the order of committing',
    kind ENUM('message', 'receipt', 'removal', 'unread', 'notification') NOT NULL,
    conversation_id BIGINT UNSIGNED NULL,
    subject_id BIGINT UNSIGNED NULL
    COMMENT 'messages.id (message, removal; receipt: read up to), notifications.id; NULL: unread',
    created_at DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'UTC',
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uq_live_events_recipient_id_sequence (recipient_id, sequence),
    KEY ix_live_events_created_at (created_at),
    CONSTRAINT fk_live_events_recipient_id FOREIGN KEY (recipient_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What open pages are told at once; kept for a day, so that a lost connection resumes';
