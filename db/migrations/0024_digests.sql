-- 0024_digests: a digest has a link of its own that ends it.

ALTER TABLE notification_digests
    ADD COLUMN token CHAR(43) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL
    COMMENT 'In every digest to this person; it can end these digests and nothing else'
    AFTER last_sent_at,
    ADD UNIQUE KEY uq_notification_digests_token (token);
