-- 0020_notifications: what people are told, how they want to be told, and whom no mail reaches.

CREATE TABLE notification_kinds (
    name VARCHAR(20) NOT NULL,
    label VARCHAR(60) NOT NULL COMMENT 'As the preferences name it',
    description VARCHAR(200) NOT NULL,
    position TINYINT UNSIGNED NOT NULL COMMENT 'Place in the preferences',
    is_social TINYINT(1) NOT NULL DEFAULT 0
    COMMENT '1: between people: where one has blocked the other, nothing is told',
    is_in_app TINYINT(1) NOT NULL DEFAULT 1 COMMENT 'Where the person has not chosen',
    mail ENUM('none', 'at_once', 'daily', 'weekly') NOT NULL
    COMMENT 'Where the person has not chosen',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (name),
    UNIQUE KEY uq_notification_kinds_position (position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What people can be told about';

CREATE TABLE notification_preferences (
    user_id BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(20) NOT NULL,
    is_in_app TINYINT(1) NOT NULL COMMENT '1: shown among the notifications',
    mail ENUM('none', 'at_once', 'daily', 'weekly') NOT NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, kind),
    KEY ix_notification_preferences_kind (kind),
    CONSTRAINT fk_notification_preferences_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_notification_preferences_kind FOREIGN KEY (kind)
    REFERENCES notification_kinds (name) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'How a person wants to be told of a kind; no row: as the kind says';

CREATE TABLE notifications (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    recipient_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id',
    kind VARCHAR(20) NOT NULL,
    verb VARCHAR(40) NOT NULL
    COMMENT 'What happened; the shell''s words for it are kept under this name',
    group_key VARCHAR(80) NOT NULL
    COMMENT 'What it is about: as long as it is not read, the same again joins it',
    link VARCHAR(200) NOT NULL COMMENT 'Path of the page that shows it',
    data JSON NOT NULL COMMENT 'What the words show, such as a title',
    last_actor_id BIGINT UNSIGNED NULL COMMENT 'users.id: who did it last; NULL: nobody',
    actors_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'How many people did it',
    is_in_app TINYINT(1) NOT NULL DEFAULT 1
    COMMENT '0: only waits for a digest, because the person wants it by mail alone',
    digest ENUM('daily', 'weekly') NULL
    COMMENT 'The digest that is to tell it; NULL: none (any more)',
    read_at DATETIME NULL COMMENT 'UTC; NULL: not read',
    cleared_at DATETIME NULL COMMENT 'UTC; when the person took it off the list; NULL: is on it',
    is_unread TINYINT(1) GENERATED ALWAYS AS (
        IF(read_at IS NULL AND cleared_at IS NULL AND is_in_app = 1, 1, NULL)
    ) STORED COMMENT '1: counts as unread; else NULL',
    is_listed TINYINT(1) GENERATED ALWAYS AS (cleared_at IS NULL AND is_in_app = 1) STORED,
    open_key VARCHAR(80) GENERATED ALWAYS AS (
        IF(read_at IS NULL AND cleared_at IS NULL, group_key, NULL)
    ) STORED COMMENT 'What the same again would join; NULL: nothing joins it any more',
    happened_at DATETIME(6) NOT NULL COMMENT 'UTC; when it happened last; orders the list',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uq_notifications_open_key (recipient_id, open_key),
    KEY ix_notifications_listed (recipient_id, is_listed, happened_at, id),
    KEY ix_notifications_recipient_id_is_unread (recipient_id, is_unread),
    KEY ix_notifications_digest_recipient_id (digest, recipient_id, id),
    KEY ix_notifications_kind (kind),
    KEY ix_notifications_last_actor_id (last_actor_id),
    KEY ix_notifications_happened_at (happened_at),
    CONSTRAINT fk_notifications_recipient_id FOREIGN KEY (recipient_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_notifications_kind FOREIGN KEY (kind) REFERENCES notification_kinds (name)
    ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT fk_notifications_last_actor_id FOREIGN KEY (last_actor_id) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_notifications_link CHECK (link LIKE '/%' AND link NOT LIKE '//%')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What people are told, written in the transaction of the fact';

CREATE TABLE notification_actors (
    notification_id BIGINT UNSIGNED NOT NULL,
    actor_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (notification_id, actor_id),
    KEY ix_notification_actors_actor_id (actor_id),
    CONSTRAINT fk_notification_actors_notification_id FOREIGN KEY (notification_id)
    REFERENCES notifications (id) ON DELETE CASCADE,
    CONSTRAINT fk_notification_actors_actor_id FOREIGN KEY (actor_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who did what a notification tells of; a person counts once';

CREATE TABLE notification_digests (
    user_id BIGINT UNSIGNED NOT NULL,
    digest ENUM('daily', 'weekly') NOT NULL,
    last_sent_at DATETIME NOT NULL COMMENT 'UTC',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, digest),
    CONSTRAINT fk_notification_digests_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'When a person was sent a digest last';

CREATE TABLE unsubscribe_tokens (
    user_id BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(20) NOT NULL,
    token CHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
    COMMENT 'In every mail of this kind to this person; it can end these mails and nothing else',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, kind),
    UNIQUE KEY uq_unsubscribe_tokens_token (token),
    KEY ix_unsubscribe_tokens_kind (kind),
    CONSTRAINT fk_unsubscribe_tokens_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_unsubscribe_tokens_kind FOREIGN KEY (kind) REFERENCES notification_kinds (name)
    ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Links that end the mails of a kind without signing in';

CREATE TABLE mail_suppressions (
    email VARCHAR(254) NOT NULL,
    reason ENUM('bounce', 'complaint', 'office') NOT NULL,
    detail VARCHAR(500) NULL COMMENT 'What the mail server said, or the office',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id; NULL: the mail server''s answer',
    PRIMARY KEY (email),
    KEY ix_mail_suppressions_created_at (created_at),
    KEY ix_mail_suppressions_created_by (created_by),
    CONSTRAINT fk_mail_suppressions_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Addresses that no mail goes to any more';
