-- 0029_counters: every kept counter is registered, and no cascade passes its triggers by.
--
-- A row that is deleted by a foreign key fires no trigger. What is counted is therefore deleted
-- only with the row that counts it; an account that did something is erased (account_erase).

CREATE TABLE counters (
    name VARCHAR(80) NOT NULL COMMENT 'Table and column that keep it, with a point between',
    id_column VARCHAR(64) NOT NULL DEFAULT 'id' COMMENT 'Column that names a row in a report',
    counted TEXT NOT NULL COMMENT 'SQL of the right value for a row k of the table',
    kept_by VARCHAR(400) NOT NULL COMMENT 'Triggers that keep it, separated by commas',
    created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (name),
    CONSTRAINT ck_counters_name CHECK (REGEXP_LIKE(name, '^[a-z_]+[.][a-z_]+$', 'c'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci
COMMENT = 'Every kept counter: read by counters_verify and counters_repair';

ALTER TABLE notification_actors DROP FOREIGN KEY fk_notification_actors_actor_id;

ALTER TABLE notification_actors
    ADD CONSTRAINT fk_notification_actors_actor_id FOREIGN KEY (actor_id) REFERENCES users (id)
    ON DELETE RESTRICT;

ALTER TABLE job_views DROP FOREIGN KEY fk_job_views_viewer_id;

ALTER TABLE job_views
    ADD CONSTRAINT fk_job_views_viewer_id FOREIGN KEY (viewer_id) REFERENCES users (id)
    ON DELETE RESTRICT;

ALTER TABLE profile_views DROP FOREIGN KEY fk_profile_views_viewer_id;

ALTER TABLE profile_views
    ADD CONSTRAINT fk_profile_views_viewer_id FOREIGN KEY (viewer_id) REFERENCES users (id)
    ON DELETE RESTRICT;
