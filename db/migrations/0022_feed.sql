-- 0022_feed: what people post, like and say about it.

ALTER TABLE throttles
    MODIFY kind ENUM(
        'sign_in', 'register', 'recover', 'confirm', 'contact', 'feedback', 'report', 'message',
        'post', 'request', 'comment'
    ) NOT NULL;

CREATE TABLE posts (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    author_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id',
    body TEXT NOT NULL COMMENT 'Markdown; may be empty where a file or a link says it all',
    link_url VARCHAR(300) NULL,
    visibility ENUM('all', 'alumni_only', 'students_only', 'followers') NOT NULL
    COMMENT 'Who sees it, besides the author and the office; see can_see_post',
    is_pinned TINYINT(1) NOT NULL DEFAULT 0 COMMENT '1: above the feed of everything',
    likes_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Kept by tr_post_like_*',
    comments_count INT UNSIGNED NOT NULL DEFAULT 0
    COMMENT 'Comments that are not deleted; kept by tr_post_comment_*',
    revision INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'Counts changes of the words',
    edited_at DATETIME NULL COMMENT 'UTC; NULL: as it was written',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    is_removed TINYINT(1) NOT NULL DEFAULT 0
    COMMENT '1: the office took it away: its author cannot bring it back',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    KEY ix_posts_is_deleted_id (is_deleted, id),
    KEY ix_posts_author_id_is_deleted_id (author_id, is_deleted, id),
    KEY ix_posts_is_pinned_is_deleted_id (is_pinned, is_deleted, id),
    KEY ix_posts_created_by (created_by),
    KEY ix_posts_updated_by (updated_by),
    FULLTEXT KEY ft_posts_body (body),
    CONSTRAINT fk_posts_author_id FOREIGN KEY (author_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_posts_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_posts_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_posts_link_url CHECK (link_url LIKE 'http://%' OR link_url LIKE 'https://%'),
    CONSTRAINT ck_posts_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL)),
    CONSTRAINT ck_posts_is_removed CHECK (is_removed = 0 OR is_deleted = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What people post; the order of ids is the order of the feed';

CREATE TABLE post_revisions (
    post_id BIGINT UNSIGNED NOT NULL,
    revision INT UNSIGNED NOT NULL COMMENT 'posts.revision of these words',
    body TEXT NOT NULL COMMENT 'As it was until created_at',
    link_url VARCHAR(300) NULL,
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id: who replaced these words',
    PRIMARY KEY (post_id, revision),
    KEY ix_post_revisions_created_by (created_by),
    CONSTRAINT fk_post_revisions_post_id FOREIGN KEY (post_id) REFERENCES posts (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_post_revisions_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The words of a post before they were changed';

CREATE TABLE post_files (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    post_id BIGINT UNSIGNED NOT NULL,
    kind ENUM('picture', 'document') NOT NULL,
    media_file_id BIGINT UNSIGNED NOT NULL,
    file_name VARCHAR(255) NOT NULL COMMENT 'Document: its name; picture: what it shows, in words',
    width SMALLINT UNSIGNED NULL COMMENT 'Pixels; NULL: a document',
    height SMALLINT UNSIGNED NULL COMMENT 'Pixels; NULL: a document',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    UNIQUE KEY uq_post_files_post_id_kind (post_id, kind),
    KEY ix_post_files_media_file_id (media_file_id),
    CONSTRAINT fk_post_files_post_id FOREIGN KEY (post_id) REFERENCES posts (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_post_files_media_file_id FOREIGN KEY (media_file_id)
    REFERENCES media_files (id) ON DELETE RESTRICT,
    CONSTRAINT ck_post_files_width CHECK ((kind = 'picture') = (width IS NOT NULL)),
    CONSTRAINT ck_post_files_height CHECK ((kind = 'picture') = (height IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'The picture and the document of a post';

-- A person is never taken away below a like or a comment (RESTRICT): what a foreign key deletes
-- fires no trigger, and the counters would not know.
CREATE TABLE post_likes (
    post_id BIGINT UNSIGNED NOT NULL,
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who likes it',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (post_id, user_id),
    KEY ix_post_likes_user_id (user_id),
    CONSTRAINT fk_post_likes_post_id FOREIGN KEY (post_id) REFERENCES posts (id)
    ON DELETE CASCADE,
    CONSTRAINT fk_post_likes_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who likes which post';

CREATE TABLE post_comments (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    post_id BIGINT UNSIGNED NOT NULL,
    parent_id BIGINT UNSIGNED NULL
    COMMENT 'post_comments.id of the comment it answers, of the same post; NULL: the post itself',
    author_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id',
    body TEXT NOT NULL COMMENT 'Plain text',
    likes_count INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Kept by tr_comment_like_*',
    edited_at DATETIME NULL COMMENT 'UTC; NULL: as it was written',
    is_deleted TINYINT(1) NOT NULL DEFAULT 0,
    deleted_at DATETIME NULL COMMENT 'UTC; soft delete',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    created_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    updated_by BIGINT UNSIGNED NULL COMMENT 'users.id',
    PRIMARY KEY (id),
    UNIQUE KEY uq_post_comments_id_post_id (id, post_id),
    KEY ix_post_comments_post_id_parent_id_id (post_id, parent_id, id),
    KEY ix_post_comments_parent_id_post_id (parent_id, post_id),
    KEY ix_post_comments_author_id_id (author_id, id),
    KEY ix_post_comments_created_by (created_by),
    KEY ix_post_comments_updated_by (updated_by),
    CONSTRAINT fk_post_comments_post_id FOREIGN KEY (post_id) REFERENCES posts (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_post_comments_parent_id FOREIGN KEY (parent_id, post_id)
    REFERENCES post_comments (id, post_id) ON DELETE RESTRICT,
    CONSTRAINT fk_post_comments_author_id FOREIGN KEY (author_id) REFERENCES users (id)
    ON DELETE RESTRICT,
    CONSTRAINT fk_post_comments_created_by FOREIGN KEY (created_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT fk_post_comments_updated_by FOREIGN KEY (updated_by) REFERENCES users (id)
    ON DELETE SET NULL,
    CONSTRAINT ck_post_comments_deleted_at CHECK ((is_deleted = 1) = (deleted_at IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'What people say about a post, and about what was said: a tree';

CREATE TABLE comment_likes (
    comment_id BIGINT UNSIGNED NOT NULL COMMENT 'post_comments.id',
    user_id BIGINT UNSIGNED NOT NULL COMMENT 'users.id of who likes it',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (comment_id, user_id),
    KEY ix_comment_likes_user_id (user_id),
    CONSTRAINT fk_comment_likes_comment_id FOREIGN KEY (comment_id)
    REFERENCES post_comments (id) ON DELETE CASCADE,
    CONSTRAINT fk_comment_likes_user_id FOREIGN KEY (user_id) REFERENCES users (id)
    ON DELETE RESTRICT
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Who likes which comment';
