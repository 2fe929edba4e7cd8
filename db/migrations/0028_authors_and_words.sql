-- 0028_authors_and_words: a search of events reads an index of their words, every row that a person
-- writes says who, and a profile says that it is deleted.
--
-- Where a column of the row is its author already, created_by is generated from it: no second copy
-- that could differ, no reference that another index would have to serve. Tables without an author
-- are listed in db/NORMAL-FORMS.md. A profile is deleted with its account (tr_user_update).

ALTER TABLE events ADD FULLTEXT KEY ft_events_text (title, description, venue);

ALTER TABLE messages
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (sender_id) VIRTUAL
    COMMENT 'users.id',
    ADD COLUMN updated_by BIGINT UNSIGNED NULL COMMENT 'users.id: who took it back',
    ADD KEY ix_messages_updated_by (updated_by),
    ADD CONSTRAINT fk_messages_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL;

ALTER TABLE conversations
    ADD COLUMN updated_by BIGINT UNSIGNED NULL COMMENT 'users.id: who accepted or declined',
    ADD KEY ix_conversations_updated_by (updated_by),
    ADD CONSTRAINT fk_conversations_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL;

ALTER TABLE follows
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (follower_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE post_likes
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE comment_likes
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE user_blocks
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (blocker_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE message_removals
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE announcement_reads
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (reader_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE mentoring_offer_kinds
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE content_reports
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (reporter_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE privacy_settings
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE message_settings
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id',
    ADD COLUMN updated_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE notification_preferences
    ADD COLUMN created_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id',
    ADD COLUMN updated_by BIGINT UNSIGNED GENERATED ALWAYS AS (user_id) VIRTUAL
    COMMENT 'users.id';

ALTER TABLE alumni_profiles
    ADD COLUMN is_deleted TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'As the account; tr_user_update',
    ADD COLUMN deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    ADD CONSTRAINT ck_alumni_profiles_deleted_at
    CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL));

UPDATE alumni_profiles AS p
JOIN users AS u ON u.id = p.user_id
SET p.is_deleted = 1, p.deleted_at = u.deleted_at, p.updated_at = p.updated_at
WHERE u.is_deleted = 1;

ALTER TABLE student_profiles
    ADD COLUMN is_deleted TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'As the account; tr_user_update',
    ADD COLUMN deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    ADD CONSTRAINT ck_student_profiles_deleted_at
    CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL));

UPDATE student_profiles AS p
JOIN users AS u ON u.id = p.user_id
SET p.is_deleted = 1, p.deleted_at = u.deleted_at, p.updated_at = p.updated_at
WHERE u.is_deleted = 1;

ALTER TABLE staff_profiles
    ADD COLUMN is_deleted TINYINT(1) NOT NULL DEFAULT 0 COMMENT 'As the account; tr_user_update',
    ADD COLUMN deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    ADD CONSTRAINT ck_staff_profiles_deleted_at
    CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL));

UPDATE staff_profiles AS p
JOIN users AS u ON u.id = p.user_id
SET p.is_deleted = 1, p.deleted_at = u.deleted_at, p.updated_at = p.updated_at
WHERE u.is_deleted = 1;
